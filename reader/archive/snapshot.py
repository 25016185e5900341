"""The pages of an archive as they are at one moment: in the order of issues, counted through, immutable.

Pages and articles have numbers from 0, in the order in which they are listed: the newest issue first, undated ones
last, an issue's pages by their numbers. Runs of pages that lie one behind the other in a segment are kept as one, so
an archive that was put in order when it was written is there at once, whatever its size.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reader.archive.columns import CERTAINTIES
from reader.archive.segment import Segment, TableListing
from reader.model import ArticleKind, Certainty, IssueDate


class Run(NamedTuple):
    """Pages `[first, last)` of a segment."""

    segment: Segment
    first: int
    last: int

    @property
    def first_article(self) -> int:
        return self.segment.first_article[self.first]

    @property
    def articles(self) -> int:
        return self.segment.first_article[self.last] - self.first_article


class IssueEntry(NamedTuple):
    """An issue: pages `[first, last)` of the snapshot, or the paths of pages that wait to be parsed."""

    newspaper: str | None
    date: IssueDate
    first: int = 0
    last: int = 0
    waiting: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str | None, dt.date | None, bool]:
        """What an issue is known by from one moment to the next."""
        return self.newspaper, self.date.value, bool(self.waiting)


class PageEntry(NamedTuple):
    """What lists say of a page. `articles` are the numbers `[first, last)`."""

    number: int
    source: str
    newspaper: str | None
    printed_number: int | None
    date: IssueDate
    first: int
    last: int


class ArticleEntry(NamedTuple):
    """What lists say of an article; `place` is that among those of its page, from 0."""

    number: int
    place: int
    source: str
    title: str
    kind: ArticleKind
    length: int
    label: str | None
    tables: tuple[TableListing, ...]


class Snapshot:
    """`runs` in order; `issues` cover all pages, those that wait at the end."""

    def __init__(self, runs: tuple[Run, ...] = (), issues: tuple[IssueEntry, ...] = ()) -> None:
        self.runs, self.issues = runs, issues
        self._page_starts = list(accumulate((run.last - run.first for run in runs), initial=0))
        self._article_starts = list(accumulate((run.articles for run in runs), initial=0))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and (self.runs, self.issues) == (other.runs, other.issues)

    def __hash__(self) -> int:
        return hash((self.runs, self.issues))

    @property
    def pages(self) -> int:
        return self._page_starts[-1]

    @property
    def articles(self) -> int:
        return self._article_starts[-1]

    def page_at(self, number: int) -> tuple[Segment, int]:
        """The segment of a page, and its number there."""
        run = bisect_right(self._page_starts, number) - 1
        return self.runs[run].segment, self.runs[run].first + number - self._page_starts[run]

    def article_at(self, number: int) -> tuple[Segment, int]:
        """The segment of an article, and its number there."""
        run = bisect_right(self._article_starts, number) - 1
        return self.runs[run].segment, self.runs[run].first_article + number - self._article_starts[run]

    def article_starts(self) -> Iterator[tuple[Run, int]]:
        """Each run with the number of its first article."""
        yield from zip(self.runs, self._article_starts, strict=False)

    def page_of_article(self, number: int) -> int:
        run = bisect_right(self._article_starts, number) - 1
        segment, first, _last = self.runs[run]
        page = segment.page_of(self.runs[run].first_article + number - self._article_starts[run])
        return self._page_starts[run] + page - first

    def page(self, number: int) -> PageEntry:
        run = bisect_right(self._page_starts, number) - 1
        segment, first, _last = self.runs[run]
        local = first + number - self._page_starts[run]
        shift = self._article_starts[run] - self.runs[run].first_article
        return PageEntry(
            number,
            segment.paths[local],
            segment.newspaper(local),
            segment.number(local),
            segment.date(local),
            segment.first_article[local] + shift,
            segment.first_article[local + 1] + shift,
        )

    def articles_of(self, page: int) -> list[ArticleEntry]:
        """The articles of a page; reads its listing."""
        segment, local = self.page_at(page)
        first, number = segment.first_article[local], self.page(page).first
        listing = segment.listing(local)
        return [
            ArticleEntry(
                number + index,
                index,
                segment.paths[local],
                title,
                segment.kind(first + index),
                segment.lengths[first + index],
                segment.label(first + index),
                tables,
            )
            for index, (title, tables) in enumerate(zip(listing.titles, listing.tables, strict=True))
        ]

    def article(self, number: int) -> ArticleEntry:
        page = self.page_of_article(number)
        return self.articles_of(page)[number - self.page(page).first]

    @cached_property
    def pages_by_digest(self) -> dict[bytes, list[int]]:
        """The numbers of the pages whose files have the same bytes, by the digest of these."""
        found: dict[bytes, list[int]] = {}
        for (segment, first, last), start in zip(self.runs, self._page_starts, strict=False):
            for page in range(first, last):
                found.setdefault(segment.digest(page), []).append(start + page - first)
        return found

    def articles_in(self, issue: IssueEntry) -> int:
        """How many articles the pages of an issue have."""
        return self.page(issue.last - 1).last - self.page(issue.first).first if issue.last > issue.first else 0

    def issue_of(self, page: int) -> int:
        """The number of the issue a page belongs to."""
        return bisect_right(self.issues, page, key=lambda issue: issue.first) - 1

    @cached_property
    def page_numbers(self) -> dict[str, int]:
        """The number of each page by its path."""
        found: dict[str, int] = {}
        for (segment, first, last), start in zip(self.runs, self._page_starts, strict=False):
            found.update(zip(segment.paths[first:last], range(start, start + last - first), strict=True))
        return found


class Place(NamedTuple):
    """A page of a segment."""

    segment: Segment
    page: int


def in_order(places: Iterable[Place], waiting: Sequence[tuple[int, Sequence[str]]] = ()) -> Snapshot:
    """The snapshot of some pages; `waiting` are paths of pages that are not parsed yet, with the day each lot is
    expected to be of (0 for none)."""
    listed = list(places)
    # The number of a place decides where all else is equal; segments cannot be compared.
    keyed = sorted((*segment.order_keys[page], at) for at, (segment, page) in enumerate(listed))
    runs: list[Run] = []
    issues: list[IssueEntry] = []
    last_key: tuple[object, ...] | None = None
    for count, key in enumerate(keyed):
        segment, page = listed[key[-1]]
        if runs and runs[-1].segment is segment and runs[-1].last == page:
            runs[-1] = Run(segment, runs[-1].first, page + 1)
        else:
            runs.append(Run(segment, page, page + 1))
        if key[:3] == last_key:
            issues[-1] = issues[-1]._replace(last=count + 1, date=_joined(issues[-1].date, segment.certainty[page]))
        else:
            issues.append(IssueEntry(segment.newspaper(page), segment.date(page), count, count + 1))
            last_key = key[:3]
    for day, paths in waiting:
        date = IssueDate(dt.date.fromordinal(day), Certainty.INFERRED) if day else IssueDate()
        issues.append(IssueEntry(None, date, len(keyed), len(keyed), tuple(paths)))
    return Snapshot(tuple(runs), tuple(issues))


def _joined(date: IssueDate, certainty: int) -> IssueDate:
    """One page of an issue that prints its date settles it for the others."""
    if CERTAINTIES[certainty] is Certainty.PRINTED and date.certainty is not Certainty.PRINTED:
        return IssueDate(date.value, Certainty.PRINTED)
    return date
