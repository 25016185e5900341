"""Mentions by the day of their issue, and what can be said of all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from reader.archive.snapshot import Snapshot
from reader.lazily import LazySequence
from reader.search.mentions import Mention


class Found(Protocol):
    """Mentions in the order of the archive: `Mentions` of a text, `NamePlaces` of a name."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Mention: ...

    def article_at(self, index: int) -> int: ...


class Concordance(LazySequence[Mention]):
    """What was found, the newest issue first or the oldest; undated issues stand last either way.

    `articles` is how many there are, `first` and `last` their days, None when all are undated.
    """

    def __init__(self, snapshot: Snapshot, found: Found, *, oldest_first: bool = False) -> None:
        # What was found keeps what was looked at.
        super().__init__(0)
        self._found = found
        self._order: Sequence[int] = range(len(found))
        articles = [found.article_at(index) for index in self._order]
        days = {article: _day(snapshot, article) for article in set(articles)}
        self.articles = len(days)
        dated = [day for day in days.values() if day]
        self.first = dt.date.fromordinal(min(dated)) if dated else None
        self.last = dt.date.fromordinal(max(dated)) if dated else None
        if oldest_first:
            undated = max(dated, default=0) + 1
            self._order = sorted(self._order, key=lambda index: days[articles[index]] or undated)

    def __len__(self) -> int:
        return len(self._order)

    def _item(self, index: int) -> Mention:
        return self._found[self._order[index]]


def _day(snapshot: Snapshot, article: int) -> int:
    segment, local = snapshot.article_at(article)
    return segment.days[segment.page_of(local)]
