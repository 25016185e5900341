"""The order of an archive and its numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.archive.archive import Archive
from reader.archive.holdings import Holdings
from reader.archive.snapshot import Snapshot
from reader.model import Certainty, IssueDate, Page
from tests.archive.archive_pages import holdings_of
from tests.archive.made_pages import DAY, check, last_of_each, ordered, page, pages

lots = st.lists(st.lists(pages, min_size=1, max_size=6, unique_by=lambda one: one.source), max_size=5)


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
