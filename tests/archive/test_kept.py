"""What is noted for the next start, and segments that are put together for it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.archive import Archive
from reader.archive.cachefolder import ORDER, collection_folder
from reader.archive.holdings import read_order, write_order
from reader.archive.merging import MOST_RUNS, merged
from reader.archive.snapshot import Snapshot
from reader.model import Page
from reader.search.evaluate import matching
from reader.search.query import Clause, Query, Words
from tests.archive.archive_pages import printed_pages, segment_of, source_of
from tests.archive.made_pages import DAY, check, last_of_each, on_disk, ordered, page, pages, shown

SOME = [page("a.txt", None, DAY, 1), page("b.txt", "太原日报", DAY, 2, 3)]
OTHERS = [page("c.txt", "太原日报", DAY - dt.timedelta(1), 3), page("a.txt", None, None, None, 2)]


def test_what_is_noted_is_there_at_the_next_start(tmp_path: Path) -> None:
    snapshot = on_disk(tmp_path, SOME, OTHERS)
    write_order(tmp_path, snapshot, ["p", "\udcff"])
    again = read_order(tmp_path, ["p", "\udcff"])
    assert again is not None
    assert list(shown(again)) == list(shown(snapshot))
    assert read_order(tmp_path, ["p"]) is None
    assert read_order(tmp_path / "none", ["p"]) is None


def test_a_note_that_is_damaged_or_cut_short_is_none(tmp_path: Path) -> None:
    write_order(tmp_path, on_disk(tmp_path, SOME, OTHERS), ["p"])
    whole = (tmp_path / ORDER).read_bytes()
    for at in range(len(whole)):
        (tmp_path / ORDER).write_bytes(whole[:at])
        assert read_order(tmp_path, ["p"]) is None
        (tmp_path / ORDER).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_order(tmp_path, ["p"]) is None


@pytest.mark.parametrize(
    "data",
    [
        b"null",
        b"[]",
        b"[" * 100_000,
        json.dumps({"paths": ["p"], "segments": ["../0.pages"], "runs": [[0, 0, 1]], "issues": []}).encode(),
        bytes(segment_of(SOME).sections._data),
    ],
)
def test_what_is_no_note_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ORDER).write_bytes(data)
    assert read_order(tmp_path, ["p"]) is None


def test_a_note_of_segments_that_are_gone_or_damaged_is_none(tmp_path: Path) -> None:
    write_order(tmp_path, on_disk(tmp_path, SOME, OTHERS), ["p"])
    whole = (tmp_path / "1.pages").read_bytes()
    (tmp_path / "1.pages").write_bytes(whole[:-9])
    assert read_order(tmp_path, ["p"]) is None
    (tmp_path / "1.pages").unlink()
    assert read_order(tmp_path, ["p"]) is None
    (tmp_path / "1.pages").write_bytes(whole)
    assert read_order(tmp_path, ["p"]) is not None


def test_the_archive_opens_without_its_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = collection_folder(["p"])
    folder.mkdir(parents=True)
    assert Archive.cached(["p"]).snapshot == Snapshot()
    (folder / ORDER).write_bytes(b"{")
    assert Archive.cached(["p"]).snapshot == Snapshot()


@given(st.lists(pages, min_size=MOST_RUNS + 1, max_size=2 * MOST_RUNS, unique_by=lambda one: one.source))
@settings(max_examples=20)
def test_merged_segments_have_the_same_pages(tmp_path_factory: pytest.TempPathFactory, lot: list[Page]) -> None:
    folder = tmp_path_factory.mktemp("merged")
    snapshot = on_disk(folder, *([one] for one in lot))
    better = merged(snapshot, folder)
    assert better is not None
    assert len(better.runs) == 1
    assert list(shown(better)) == list(shown(snapshot))
    check(better, ordered(last_of_each([lot])))


def test_merged_segments_have_all_that_was_in_the_others(tmp_path: Path) -> None:
    lot = printed_pages()
    snapshot = on_disk(tmp_path, *([one] for one in lot))
    better = merged(snapshot, tmp_path)
    assert better is not None
    archive = Archive(snapshot=better)
    for one in lot:
        assert archive.page(one.source) == one
        segment, local = better.page_at(better.page_numbers[one.source])
        assert segment.source(local) == source_of(one)
        before, at = snapshot.page_at(snapshot.page_numbers[one.source])
        assert segment.printed(local) == before.printed(at)
        assert segment.notes == {}
    assert all(run.segment.sections.verify() for run in better.runs)
    assert list(shown(better)) == list(shown(snapshot))
    for text in ("太原", "发展", "𠮷", "的", "小店区"):
        query = Query((Clause((Words(text),)),))
        assert list(matching(better, query)) == list(matching(snapshot, query))
    assert merged(better, tmp_path) is None


def test_only_the_pages_in_use_are_put_together(tmp_path: Path) -> None:
    several = [[page(f"{number}.txt", None, DAY, number), page("x.txt", None, None, None)] for number in range(30)]
    snapshot = on_disk(tmp_path, *several)
    better = merged(snapshot, tmp_path)
    assert better is not None
    assert better.pages == 31
    assert {run.segment.pages for run in better.runs} == {31}
