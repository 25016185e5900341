"""What the reader writes is closed to others, and no link leads it elsewhere."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import privatefiles
from reader.archive.archive import Archive
from reader.archive.cachefolder import cached, clear, collection_folder, root
from reader.archive.holdings import read_order
from reader.archive.store import Store
from reader.export.newfile import write_new
from reader.privatefiles import Lock, alone, make_private, write_whole
from reader.search.history import SearchHistory
from tests.archive.indexing import running, settle, wait, write_pages

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights and links are those of POSIX")


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def umask() -> Iterator[Callable[[int], None]]:
    before = os.umask(0o022)
    yield lambda mask: (os.umask(mask), None)[1]
    os.umask(before)


@pytest.fixture
def pages(base: Path) -> Path:
    write_pages(base / "pages", 3)
    return base / "pages"


def rights(folder: Path) -> set[int]:
    """Of a folder and everything in it."""
    return {stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_nobody_else_may_look_in_whatever_the_umask_is(
    base: Path, pages: Path, umask: Callable[[int], None], mask: int
) -> None:
    umask(mask)
    with running(pages) as archive:
        settle(archive)
    SearchHistory(base / "state" / "reader").add("太原")
    assert rights(base / "cache" / "reader") == rights(base / "state" / "reader") == {0o700, 0o600}
    (base / "out").mkdir()
    assert stat.S_IMODE(write_new(base / "out", "图", ".svg", "x").stat().st_mode) == 0o600


def test_a_folder_that_was_open_to_others_is_closed(base: Path, pages: Path) -> None:
    folder = collection_folder([str(pages)])
    folder.mkdir(parents=True)
    for path in (folder, root(), root().parent):
        path.chmod(0o777)
    with running(pages) as archive:
        settle(archive)
    assert rights(root().parent) == {0o700, 0o600}
    kept = base / "state"
    kept.mkdir(mode=0o777)
    kept.chmod(0o777)
    SearchHistory(kept).add("太原")
    assert rights(kept) == {0o700, 0o600}


@pytest.mark.parametrize("level", [0, 1, 2], ids=["collection", "v1", "reader"])
def test_a_cache_that_is_a_link_is_neither_written_nor_read_nor_cleared(base: Path, pages: Path, level: int) -> None:
    with running(pages) as archive:
        wait(archive, lambda: archive.progress.figured)
    folder = collection_folder([str(pages)])
    link, elsewhere = [folder, *folder.parents][level], base / "elsewhere"
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    before = sorted(elsewhere.rglob("*"))
    assert read_order(folder, [str(pages)]) is None
    assert not list(cached())
    with running(pages) as archive:
        settle(archive)
        (said,) = archive.said
        assert said.startswith("the cache cannot be written")
        assert "is a link" in said
        assert archive.snapshot.pages == 3
    assert sorted(elsewhere.rglob("*")) == before
    if level == 2:
        with pytest.raises(OSError, match="is a link"):
            clear()
    else:
        clear()
    assert sorted(elsewhere.rglob("*")) == before


def test_the_base_itself_may_be_a_link(base: Path, pages: Path) -> None:
    (base / "disk").mkdir()
    (base / "cache").symlink_to(base / "disk")
    with running(pages) as archive:
        settle(archive)
        assert archive.said == []
    assert (base / "disk" / "reader").is_dir()
    assert Archive.cached([str(pages)]).snapshot.pages == 3


def test_what_belongs_to_somebody_else_is_not_used(base: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(pages) as archive:
        settle(archive)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    store = Store([str(pages)])
    (said,) = store.open()
    assert "belongs to somebody else" in said
    assert not store.writable
    assert not len(store.holdings())
    assert Archive.cached([str(pages)]).snapshot.pages == 0
    history = SearchHistory(base / "pages")
    history.add("太原")
    assert "belongs to somebody else" in history.fault


@pytest.mark.parametrize("name", ["lock", "about.json", "order", "x.pages"])
def test_a_link_in_the_cache_leads_nowhere(base: Path, pages: Path, name: str) -> None:
    folder = collection_folder([str(pages)])
    make_private(folder, 3)
    victim = base / "victim"
    victim.write_text("mine")
    (folder / name).symlink_to(victim)
    with running(pages) as archive:
        settle(archive)
        assert archive.snapshot.pages == 3
    assert victim.read_text() == "mine"
    assert victim.stat().st_nlink == 1


@pytest.mark.parametrize("name", ["searches.json", "searches.lock", "searches-damaged.json"])
def test_a_link_among_the_searches_leads_nowhere(base: Path, name: str) -> None:
    for target in (base / "victim", base / "not there"):
        folder = base / f"state of {target.name}"
        folder.mkdir()
        (base / "victim").write_text("mine")
        (folder / name).symlink_to(target)
        history = SearchHistory(folder)
        history.add("太原")
        assert bool(history.fault) is (name != "searches-damaged.json")
        assert history.searches.recent == ("太原",)
        assert (base / "victim").read_text() == "mine"
        assert not (base / "not there").exists()


def test_a_draft_that_was_planted_leads_nowhere(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privatefiles, "own_name", lambda: "guessed")
    (base / ".draft-guessed").symlink_to(base / "victim")
    with pytest.raises(FileExistsError):
        write_whole(base, "file", b"x")
    with pytest.raises(FileExistsError):
        write_new(base, "file", ".svg", "x")
    assert [path.name for path in base.iterdir()] == [".draft-guessed"]


def test_an_export_takes_no_place_of_a_link(base: Path) -> None:
    (base / "表.svg").symlink_to(base / "not there")
    assert write_new(base, "表", ".svg", "x").name == "表-2.svg"
    assert not (base / "not there").exists()


@pytest.mark.parametrize("name", ["searches.json", "searches.lock"])
def test_a_pipe_in_the_place_of_a_file_holds_nobody_up(base: Path, name: str) -> None:
    os.mkfifo(base / name)
    begun = time.monotonic()
    history = SearchHistory(base)
    history.look()
    history.add("太原")
    assert time.monotonic() - begun < 1
    assert "no plain file" in history.fault


def test_a_reader_that_was_stopped_while_it_wrote_holds_nobody_up(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privatefiles, "_PATIENCE", 0.1)
    held = Lock(base / "searches.lock")
    assert held.take()
    history = SearchHistory(base)
    history.add("太原")
    assert history.fault == "Searches cannot be kept: another reader is writing it"
    held.release()
    history.add("大同")
    assert SearchHistory(base).look().recent == ("大同", "太原")


def test_a_lock_is_waited_for_and_let_go_of(base: Path) -> None:
    with alone(base / "lock"):
        assert not Lock(base / "lock").take()
    assert Lock(base / "lock").take()


def test_drafts_left_over_are_deleted_and_those_being_written_are_not(base: Path) -> None:
    for name, age in (("old", 7200), ("new", 0)):
        (base / f".draft-{name}").touch()
        os.utime(base / f".draft-{name}", times=(time.time() - age,) * 2)
    SearchHistory(base).add("太原")
    assert [path.name for path in base.glob(".draft-*")] == [".draft-new"]
