"""The order of an archive, its numbers, and how it is written down."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.archive import Archive
from reader.archive.cachefolder import collection_folder
from reader.archive.holdings import ORDER, Holdings, read_order, write_order
from reader.archive.merging import MOST_RUNS, merged
from reader.archive.segment import Segment
from reader.archive.snapshot import Snapshot
from reader.model import Certainty, IssueDate, Page
from reader.parse.page import parse_page
from reader.search.evaluate import matching
from reader.search.query import Clause, Query, Words
from tests.archive.archive_pages import holdings_of, printed_pages, segment_of, source_of

DAY = dt.date(2023, 9, 5)
PAPERS = [None, "", "太原日报", "杭州日报"]
TEXT = "全市新增充电桩\n\n本报讯 昨日建成。\n"
(ARTICLE,) = parse_page(TEXT, "x.txt").articles


def page(source: str, paper: str | None, day: dt.date | None, number: int | None, articles: int = 1) -> Page:
    certainty = None if day is None else Certainty.PRINTED if number == 1 else Certainty.INFERRED
    return Page(source, TEXT, "utf-8", paper, number, IssueDate(day, certainty), (ARTICLE,) * articles)


pages = st.builds(
    page,
    st.integers(0, 30).map("{}.txt".format),
    st.sampled_from(PAPERS),
    st.none() | st.integers(0, 3).map(lambda days: DAY - dt.timedelta(days)),
    st.none() | st.integers(0, 12),
    st.integers(0, 3),
)
lots = st.lists(st.lists(pages, min_size=1, max_size=6, unique_by=lambda one: one.source), max_size=5)


def last_of_each(given_lots: list[list[Page]]) -> dict[str, Page]:
    """The page that counts of each path."""
    return {one.source: one for lot in given_lots for one in lot}


def ordered(held: dict[str, Page]) -> list[Page]:
    """Newest first, undated last; those of a day by newspaper, the unnamed one behind one without a name, by number."""
    return sorted(
        held.values(),
        key=lambda one: (
            one.date.value is None,
            -one.date.value.toordinal() if one.date.value else 0,
            one.newspaper or "",
            one.newspaper is None,
            10**6 if one.number is None else one.number,
            one.source,
        ),
    )


def check(snapshot: Snapshot, expected: list[Page]) -> None:
    entries = [snapshot.page(number) for number in range(snapshot.pages)]
    told = [(entry.source, entry.newspaper, entry.printed_number, entry.date.value) for entry in entries]
    assert told == [(one.source, one.newspaper, one.number, one.date.value) for one in expected]
    assert snapshot.page_numbers == {one.source: number for number, one in enumerate(expected)}
    # Issues cover the pages, one behind the other.
    issues = [issue for issue in snapshot.issues if not issue.waiting]
    groups = [list(lot) for _key, lot in groupby(expected, key=lambda one: (one.newspaper, one.date.value))]
    assert [(issue.newspaper, issue.date.value) for issue in issues] == [
        (lot[0].newspaper, lot[0].date.value) for lot in groups
    ]
    at = article = 0
    for number, (issue, lot) in enumerate(zip(issues, groups, strict=True)):
        assert (issue.first, issue.last) == (at, at + len(lot))
        assert snapshot.articles_in(issue) == sum(len(one.articles) for one in lot)
        printed = any(one.date.certainty is Certainty.PRINTED for one in lot)
        assert (issue.date.certainty is Certainty.PRINTED) is printed
        for one in lot:
            assert snapshot.issue_of(at) == number
            segment, local = snapshot.page_at(at)
            assert segment.paths[local] == one.source
            assert (snapshot.page(at).first, snapshot.page(at).last) == (article, article + len(one.articles))
            assert [entry.number for entry in snapshot.articles_of(at)] == [
                *range(article, article + len(one.articles))
            ]
            for place in range(len(one.articles)):
                assert snapshot.page_of_article(article) == at
                segment, local_article = snapshot.article_at(article)
                assert segment.page_of(local_article) == local
                entry = snapshot.article(article)
                assert (entry.number, entry.place, entry.source) == (article, place, one.source)
                article += 1
            at += 1
    assert (snapshot.pages, snapshot.articles) == (at, article)


@given(lots)
def test_pages_are_in_order_and_counted_through(given_lots: list[list[Page]]) -> None:
    check(holdings_of(*given_lots).snapshot(), ordered(last_of_each(given_lots)))


@given(lots, st.lists(st.integers(0, 30).map("{}.txt".format), max_size=12))
def test_pages_that_are_dropped_are_gone(given_lots: list[list[Page]], gone: list[str]) -> None:
    holdings = holdings_of(*given_lots)
    holdings.drop(gone)
    left = {path: one for path, one in last_of_each(given_lots).items() if path not in gone}
    check(holdings.snapshot(), ordered(left))
    assert len(holdings) == len(left)
    assert all((path in holdings) is (path in left) for path in gone)


@given(lots)
def test_what_is_held_can_be_told_from_its_snapshot(given_lots: list[list[Page]]) -> None:
    holdings = holdings_of(*given_lots)
    again = Holdings.of(holdings.snapshot())
    assert dict(again.items()) == dict(holdings.items())
    assert again.snapshot() == holdings.snapshot()


def test_pages_that_wait_stand_behind_all_others() -> None:
    snapshot = holdings_of([page("a.txt", None, None, None)]).snapshot([(DAY.toordinal(), ["b", "c"]), (0, ["d"])])
    assert [issue.waiting for issue in snapshot.issues] == [(), ("b", "c"), ("d",)]
    assert [issue.date for issue in snapshot.issues[1:]] == [IssueDate(DAY, Certainty.INFERRED), IssueDate()]
    assert {snapshot.articles_in(issue) for issue in snapshot.issues[1:]} == {0}
    assert (snapshot.pages, snapshot.issue_of(0)) == (1, 0)


def test_an_archive_of_nothing() -> None:
    snapshot = Snapshot()
    assert (snapshot.pages, snapshot.articles, snapshot.page_numbers) == (0, 0, {})
    assert Archive().page("x.txt") is None


# Written down.


def on_disk(folder: Path, *given_lots: list[Page]) -> Snapshot:
    holdings = Holdings()
    for number, lot in enumerate(given_lots):
        path = folder / f"{number}.pages"
        path.write_bytes(bytes(segment_of(lot).sections._data))
        holdings.add(Segment.open(path))
    return holdings.snapshot()


def shown(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    yield from ((issue.newspaper, issue.date, issue.first, issue.last) for issue in snapshot.issues)
    yield from (tuple(snapshot.page(number)) for number in range(snapshot.pages))
    yield from (tuple(snapshot.article(number)) for number in range(snapshot.articles))


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


# Put together.


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
