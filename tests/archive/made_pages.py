"""Pages that nobody printed: of any newspaper, day and number, for what is about their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from hypothesis import strategies as st

from reader.archive.holdings import Holdings
from reader.archive.segment import Segment
from reader.archive.snapshot import Snapshot
from reader.model import Certainty, IssueDate, Page
from reader.parse.page import parse_page
from tests.archive.archive_pages import segment_of

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
