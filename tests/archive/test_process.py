"""The process that keeps an archive: what it parses, what it need not, and what it hears of."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import reader.parse.page
from reader.archive.archive import Archive
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.archive.tasks import Asked, pages_of
from reader.model import Page
from tests.archive.indexing import (
    assert_complete,
    running,
    segments,
    settle,
    wait,
    write_pages,
)

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pages(tmp_path / "pages", 4)
    return tmp_path / "pages"


def test_the_seeds_are_parsed_once(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "pages")
    folder = tmp_path / "pages"
    with running(folder) as archive:
        assert archive.snapshot.pages == 0
        settle(archive)
        assert_complete(archive, [folder])
        assert (archive.progress.count, archive.progress.waiting) == (5, 0)
        assert (archive.problems, archive.said) == ([], [])
        wait(archive, lambda: archive.progress.figured)
    before = segments(folder)
    assert before
    assert_complete(Archive.cached([str(folder)]), [folder])
    with running(folder) as archive:
        assert archive.snapshot.pages == 5
        settle(archive)
        assert_complete(archive, [folder])
        assert archive.figures
    assert segments(folder) == before


def test_what_happened_to_files_meanwhile_is_found_out(folder: Path) -> None:
    with running(folder) as archive:
        settle(archive)
    changed, gone, moved, touched = sorted(folder.iterdir())
    changed.write_text("今日停水\n\n市自来水公司通知,明日停水。\n", "utf-8")
    gone.unlink()
    moved.rename(folder / "2024-01-01.txt")
    (folder / "new.txt").write_text("新建医院开诊\n\n本报讯 昨日开诊。\n", "utf-8")
    os.utime(touched, ns=(0, 0))
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
        assert archive.snapshot.page(0).source == str(folder / "2024-01-01.txt")
    assert_complete(Archive.cached([str(folder)]), [folder])


def test_a_file_that_was_only_touched_is_not_parsed_again(folder: Path) -> None:
    with running(folder) as archive:
        settle(archive)
    before = segments(folder)
    for file in folder.iterdir():
        os.utime(file, ns=(0, 0))
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
    assert segments(folder) == before


def test_a_file_written_in_the_moment_it_was_read_is_read_again(folder: Path) -> None:
    """It has the size and the time that it had."""
    with running(folder) as archive:
        settle(archive)
    file = next(folder.iterdir())
    state = file.stat()
    file.write_text(file.read_text("utf-8").replace("充电桩", "公交站"), "utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (state.st_size, state.st_mtime_ns)
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])


def test_changes_arrive_while_it_runs(folder: Path) -> None:
    with running(folder) as archive:
        settle(archive)
        first, second = sorted(folder.iterdir())[:2]
        # The watch begins a moment after all is settled: what is written is written until it is noticed.
        new = str(folder / "2024-01-01.txt")

        def arrived() -> bool:
            Path(new).write_text("新建医院开诊\n\n本报讯 昨日开诊。\n", "utf-8")
            return new in archive.snapshot.page_numbers

        wait(archive, arrived)
        assert archive.snapshot.page(0).source == new
        first.write_text("今日停水\n\n市自来水公司通知,明日停水。\n", "utf-8")
        second.unlink()
        wait(archive, lambda: str(second) not in archive.snapshot.page_numbers)
        wait(archive, lambda: "停水" in (page.text if (page := archive.page(str(first))) else ""))
        settle(archive)
        assert_complete(archive, [folder])
    assert_complete(Archive.cached([str(folder)]), [folder])


def test_what_is_wrong_with_files_is_told_at_every_start(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.txt").write_bytes(
        "昨日,市住建局公布本市工地排名。".encode() + b"\xff\n" + "共有六十家。".encode()
    )
    for _start in range(2):
        with running(folder) as archive:
            settle(archive)
            assert_complete(archive, [folder])
            told = sorted((Path(problem.path).name, problem.opened) for problem in archive.problems)
            assert told == [("broken.txt", True), ("empty.txt", False)]


def test_a_page_that_cannot_be_read_any_more_is_gone(folder: Path) -> None:
    with running(folder) as archive:
        settle(archive)
        assert archive.snapshot.pages == 4
    next(folder.iterdir()).write_bytes(b"")
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
        assert archive.snapshot.pages == 3
    assert Archive.cached([str(folder)]).snapshot.pages == 3


def test_the_first_archive_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with running(tmp_path / "pages", tmp_path / "gone.txt") as archive:
        settle(archive)
        assert (archive.snapshot.pages, archive.progress.count) == (0, 0)
        assert [Path(problem.path).name for problem in archive.problems][-1] == "gone.txt"


def test_a_page_that_is_wanted_is_parsed_though_the_others_wait(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write_pages(folder, 220, sentences=60)
    with running(folder) as archive:
        archive.stop()
        wait(archive, lambda: archive.progress.listed)
        wanted = next(issue for issue in reversed(archive.snapshot.issues) if issue.waiting).waiting[-1]
        assert archive.page(wanted) is None
        archive.want([wanted, "nothing.txt"])
        wait(archive, lambda: wanted in archive.snapshot.page_numbers)
        assert archive.progress.waiting > 0
        archive.go_on()
        settle(archive)
        assert_complete(archive, [folder])


def test_a_page_the_parser_fails_on_does_not_end_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, failing = reader.parse.page.parse_page, sorted(folder.iterdir())[1]

    def fail(text: str, source: str, encoding: str) -> Page:
        if source == str(failing):
            raise RecursionError("too deep")
        return parse(text, source, encoding)

    monkeypatch.setattr(reader.parse.page, "parse_page", fail)
    data, problems = pages_of([Asked(str(path)) for path in sorted(folder.iterdir())])
    assert Segment(Sections(data)).paths == [str(path) for path in sorted(folder.iterdir()) if path != failing]
    assert [problem[:2] for problem in problems] == [
        (str(failing), "the program failed on it: RecursionError: too deep")
    ]
