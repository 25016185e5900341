"""The process that keeps an archive, when others end it, write beside it, or nothing can be written."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.archive.archive import Archive
from reader.archive.cachefolder import collection_folder
from reader.archive.sections import Sections
from tests.archive.indexing import (
    assert_complete,
    kept,
    running,
    segments,
    settle,
    the_indexer,
    the_workers,
    wait,
    write_pages,
)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pages(tmp_path / "pages", 4)
    return tmp_path / "pages"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """More than is parsed at once."""
    write_pages(tmp_path / "pages", 150, sentences=60)
    return tmp_path / "pages"


@on_linux
def test_after_the_process_was_killed_the_next_start_is_right(large: Path) -> None:
    with running(large) as archive:
        wait(archive, lambda: 0 < archive.progress.waiting < 150 and archive.snapshot.pages > 0)
        workers = the_workers()
        os.kill(the_indexer(), signal.SIGKILL)
        wait(archive, lambda: archive.progress.ended)
    wait(archive, lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))
    # What a process was writing when it was killed.
    draft = collection_folder([str(large)]) / ".draft-1"
    draft.write_bytes(b"yuebao")
    os.utime(draft, (1, 1))
    with running(large) as archive:
        settle(archive)
        assert_complete(archive, [large])
        assert archive.said == []
    assert not any(name.startswith(".draft") for name in kept(large))


@on_linux
def test_pages_of_workers_that_were_killed_are_parsed_by_others(large: Path) -> None:
    with running(large) as archive:
        wait(archive, lambda: archive.progress.waiting > 0 and len(the_workers()) > 0)
        for pid in the_workers():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        settle(archive)
        assert_complete(archive, [large])
    assert_complete(Archive.cached([str(large)]), [large])


def test_keys_pressed_all_the_while_only_hold_it_up(large: Path) -> None:
    with running(large) as archive:
        end = time.monotonic() + 2.0

        def pressed() -> bool:
            # From before the workers are ready, until one signal would end those that are not made for it.
            archive.hush()
            return time.monotonic() > end

        wait(archive, pressed)
        assert archive.hushed > 0
        settle(archive)
        assert_complete(archive, [large])
        assert (archive.problems, archive.said) == ([], [])


def test_two_archives_of_one_folder_are_both_complete(large: Path) -> None:
    with running(large) as one, running(large) as other:
        settle(one)
        settle(other)
        for archive in (one, other):
            assert_complete(archive, [large])
        said = [archive.said for archive in (one, other)]
        assert sorted(map(len, said)) == [0, 1]
        assert "another reader is writing" in "".join(map("".join, said))
    assert_complete(Archive.cached([str(large)]), [large])


def test_without_a_cache_folder_all_is_parsed_and_kept_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
        (sentence,) = archive.said
        assert "the cache cannot be written" in sentence
        wait(archive, lambda: archive.progress.figured)
        assert archive.figures
        file = sorted(folder.iterdir())[0]
        file.write_text("今日停水\n\n市自来水公司通知,明日停水。\n", "utf-8")
        wait(archive, lambda: "停水" in (page.text if (page := archive.page(str(file))) else ""))


@pytest.mark.parametrize("pages", [(4, 10), (150, 60)], ids=["few", "many"])
def test_on_a_full_disk_all_is_parsed_and_kept_in_memory(tmp_path: Path, pages: tuple[int, int]) -> None:
    resource = pytest.importorskip("resource")
    folder = tmp_path / "pages"
    write_pages(folder, *pages)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    archive = Archive.cached([str(folder)])
    # What stands in for it: no process may write more than this to a file.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        archive.start("en", names=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    try:
        settle(archive)
        assert_complete(archive, [folder])
        (sentence,) = archive.said
        assert "the cache cannot be written" in sentence
    finally:
        archive.close()
    assert segments(folder) == []
    assert not any(name.startswith(".draft") for name in kept(folder))
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
        assert archive.said == []


@pytest.mark.parametrize("name", ["folded", "parsed", "sources"])
def test_pages_whose_cache_is_damaged_are_parsed_again(folder: Path, name: str) -> None:
    with running(folder) as archive:
        settle(archive)
    (file,) = [collection_folder([str(folder)]) / name for name in segments(folder)]
    data = bytearray(file.read_bytes())
    sections = Sections(bytes(data))
    at = data.index(bytes(sections.section(name))) + 5
    data[at] ^= 1
    file.write_bytes(data)
    with running(folder) as archive:
        settle(archive)
        assert_complete(archive, [folder])
        assert archive.said == ["a part of the cache was damaged; its pages are parsed again"]
        assert not file.exists()
    with running(folder) as archive:
        settle(archive)
        assert archive.said == []
        assert_complete(archive, [folder])


def test_the_process_ends_with_the_archive(folder: Path) -> None:
    with running(folder) as archive:
        settle(archive)
        wait(archive, lambda: archive.progress.figured)
        process = archive._process
        assert process is not None
    assert process.poll() is not None
    begun = time.monotonic()
    archive.want(["x"])
    archive.close()
    assert time.monotonic() - begun < 1
