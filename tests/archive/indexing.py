"""The archive of a folder with the process that keeps it, for tests."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from reader.archive.archive import Archive
from reader.archive.cachefolder import collection_folder
from reader.model import Page
from reader.parse.page import parse_page
from reader.source.read import load

PATIENCE = 30.0
"""Seconds in which anything must have happened, on a machine with much else to do."""
TEXT = "全市新增充电桩{n}个\n\n本报讯 10月30日,市工信局发布消息,第{n}个项目投资{n}亿元。(王强)\n"


def write_pages(folder: Path, count: int, sentences: int = 1) -> None:
    """Pages of a day each; 60 sentences are 4 kB."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        more = "其中建成投产,可新增就业岗位,市民出行更加方便。" * sentences
        (folder / f"2023-09-{number % 28 + 1:02}_{number}.txt").write_text(TEXT.format(n=number) + more, "utf-8")


@contextmanager
def running(*paths: Path) -> Iterator[Archive]:
    """An archive and its process, from what was kept."""
    archive = Archive.cached([str(path) for path in paths])
    archive.start("en", names=False)
    try:
        yield archive
    finally:
        archive.close()


def wait(archive: Archive, until: Callable[[], bool]) -> None:
    """Take up what comes, until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, archive.progress
        time.sleep(0.01)
        archive.look()


def settle(archive: Archive) -> None:
    wait(archive, lambda: archive.progress.settled)
    archive.look()


def kept(*paths: Path) -> list[str]:
    """What lies in the cache of some paths."""
    folder = collection_folder([str(path) for path in paths])
    return sorted(path.name for path in folder.iterdir())


def segments(*paths: Path) -> list[str]:
    return [name for name in kept(*paths) if name.endswith(".pages")]


def assert_complete(archive: Archive, paths: Sequence[Path]) -> None:
    """It has the very pages that the files are parsed to."""
    texts = load([str(path) for path in paths]).texts
    assert set(archive.snapshot.page_numbers) == {text.path for text in texts}
    for text in texts:
        assert archive.page(text.path) == _parsed(text.text, text.path, text.encoding)
    assert not any(issue.waiting for issue in archive.snapshot.issues)


@lru_cache(500)
def _parsed(text: str, path: str, encoding: str) -> Page:
    return parse_page(text, path, encoding)


def children(pid: int) -> list[int]:
    """Of a process, on Linux."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry.name))
    return found


def the_indexer() -> int:
    """The process of the one archive that is running."""
    (pid,) = [pid for pid in children(os.getpid()) if b"reader.archive.keeper" in _command(pid)]
    return pid


def the_workers() -> list[int]:
    return [pid for pid in children(the_indexer()) if b"reader.archive.workers" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
