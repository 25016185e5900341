"""From paths to texts: what opens, what does not, and that nothing hangs."""

from __future__ import annotations

import io
import os
import sys
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from reader import limits
from reader.source import Problem, SourceText, iter_load, load


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def only_problem(path: Path) -> Problem:
    loaded = load([str(path)])
    assert loaded.texts == ()
    (problem,) = loaded.problems
    assert problem.path == str(path)
    assert not problem.opened
    return problem


def told(texts: Iterable[SourceText]) -> list[tuple[str, str, str]]:
    return [(text.path, text.text, text.encoding) for text in texts]


def test_a_page_is_told_from_itself_at_another_time(tmp_path: Path) -> None:
    page = tmp_path / "1.txt"
    page.write_text("一", "utf-8")
    os.utime(page, ns=(5, 7_000_000_001))
    before = time.time_ns()
    (text,) = load([str(page)]).texts
    assert text.state[:2] == (3, 7_000_000_001)
    assert before <= text.state.read <= time.time_ns()
    page.write_text("二", "utf-8")
    os.utime(page, ns=(5, 7_000_000_001))
    (other,) = load([str(page)]).texts
    assert other.state[:2] == text.state[:2]
    assert other.state.digest != text.state.digest


def test_pages_in_the_order_they_were_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("第二版\r\n".encode())
    (tmp_path / "a.txt").write_bytes("第一版要闻,本报讯昨日".encode("gb18030"))
    paths = [str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]
    assert told(load(paths).texts) == [
        (paths[0], "第二版\n", "utf-8"),
        (paths[1], "第一版要闻,本报讯昨日", "gb18030"),
    ]


def test_standard_input_among_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "1.txt"
    page.write_text("一", "utf-8")
    give_stdin(monkeypatch, "版面".encode("utf-16"))
    assert told(load(["-", str(page), "-"]).texts) == [("-", "版面", "utf-16-le"), (str(page), "一", "utf-8")]


def test_closed_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [problem.path for problem in load(["-"]).problems] == ["-"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \n\t\r\n", "\u3000\n".encode()])
def test_page_with_nothing_on_it_is_listed(tmp_path: Path, data: bytes) -> None:
    page = tmp_path / "1.txt"
    page.write_bytes(data)
    assert only_problem(page).reason == "there is nothing in it"


def test_broken_page_opens_and_is_listed(tmp_path: Path) -> None:
    page = tmp_path / "1.txt"
    page.write_bytes("昨日,市住建局公布本市工地排名。".encode() + b"\xff\n" + "共有六十家上榜。".encode())
    loaded = load([str(page)])
    assert [text.text for text in loaded.texts] == ["昨日,市住建局公布本市工地排名。\ufffd\n共有六十家上榜。"]
    assert loaded.problems == (Problem(str(page), "opened, with 1 place that is no utf-8", opened=True),)


def test_binary_data_is_listed_and_the_rest_opens(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(zlib.compress(Path(__file__).read_bytes()))
    (tmp_path / "2.txt").write_text("版", "utf-8")
    loaded = load([str(tmp_path)])
    assert [Path(text.path).name for text in loaded.texts] == ["2.txt"]
    assert [Path(problem.path).name for problem in loaded.problems] == ["1.txt"]


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_used", [limits.Limits(largest_file=2)])
    page = tmp_path / "1.txt"
    with page.open("wb") as file:
        file.truncate(2_000_001)
    assert only_problem(page).reason == "it is larger than 2 MB (largest_file in config.toml)"
    give_stdin(monkeypatch, b"1" * 2_000_001)
    assert load(["-"]).problems == (Problem("-", "it is larger than 2 MB (largest_file in config.toml)"),)
    page.write_bytes(b"1" * 2_000_000)
    assert len(load([str(page)]).texts) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "1.txt"
    os.mkfifo(pipe)
    assert only_problem(pipe).reason == "this is not a regular file"


def test_device_is_not_opened() -> None:
    assert only_problem(Path(os.devnull)).reason == "this is not a regular file"


def test_links_to_nothing(tmp_path: Path) -> None:
    gone, circle = tmp_path / "gone.txt", tmp_path / "circle.txt"
    gone.symlink_to("nowhere")
    circle.symlink_to("circle.txt")
    assert only_problem(gone).reason == "there is no such file or folder"
    assert only_problem(circle).reason == "it is a link that leads back to itself"


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "1.txt"
    page.write_text("版", "utf-8")

    def refuse(path: Path, mode: str) -> io.BytesIO:
        raise PermissionError(13, "Permission denied", str(path))

    # The tests may run as root, whom no file is closed to.
    monkeypatch.setattr(Path, "open", refuse)
    assert only_problem(page).reason == "you may not read it"


def test_each_page_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text("一", "utf-8")
    second.write_text("二", "utf-8")
    pages = iter_load([str(tmp_path), "gone"])
    assert next(pages) == Problem("gone", "there is no such file or folder")
    page = next(pages)
    assert isinstance(page, SourceText)
    assert told([page]) == [(str(first), "一", "utf-8")]
    second.unlink()
    assert next(pages) == Problem(str(second), "there is no such file or folder")
    assert next(pages, None) is None
