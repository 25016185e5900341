"""Who works for the reader ends with it, also in the middle of a page that takes long."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.annotate.reading import reading_of
from reader.annotate.worker import NameWorker, _plain
from reader.archive.frames import send
from reader.archive.workers import start_process
from reader.parse.page import parse_page

Process = subprocess.Popen[bytes] | subprocess.Popen[str]
LONG = "全市新增充电桩\n\n" + "本报讯 10月30日,市工信局发布消息,王强任项目经理,就业岗位增加3.5%。\n" * 20_000


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "2023-09-01_01.txt"
    path.write_text(LONG, "utf-8")
    return str(path)


def a_worker(page: str) -> Process:
    process = start_process("reader.archive.workers", "", "en")
    assert process.stdin is not None
    send(process.stdin, {"wanted": "pages", "asked": [(page, None, 0)]})
    return process


def the_indexer(page: str) -> Process:
    folder = Path(page).parent / "many"
    folder.mkdir()
    paths = [str(folder / f"2023-09-02_{number}.txt") for number in range(150)]
    for path in paths:
        Path(path).write_text(LONG[:40_000], "utf-8")
    process = start_process("reader.archive.keeper", "en", "", str(folder))
    assert process.stdin is not None
    # More than its workers take: it parses itself what it is asked for.
    send(process.stdin, {"first": paths})
    return process


def who_finds_names(_page: str) -> Process:
    import json

    process = NameWorker()._started()
    assert process.stdin is not None
    reading = reading_of(parse_page(LONG[:200_000], "x.txt"))
    process.stdin.write(json.dumps({"wanted": "names", **_plain(reading)}) + "\n")
    process.stdin.flush()
    return process


@pytest.mark.parametrize("start", [a_worker, the_indexer, who_finds_names])
def test_it_ends_with_who_asks(
    page: str, start: Callable[[str], Process], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    process = start(page)
    try:
        assert process.stdin is not None
        time.sleep(0.8)
        # In the middle of it.
        assert process.poll() is None
        process.stdin.close()
        process.wait(1.5)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
