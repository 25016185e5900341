"""What a query found, a screenful first and all of it later, so that nobody waits for the last hit to see the first."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.archive.snapshot import Snapshot
from reader.search.conditions import NO_MARKS, Marks
from reader.search.evaluate import matching
from reader.search.query import Query
from reader.search.relevance import in_parts, weigher

SCREENFUL = 60
_LOOKED_INTO = 400
"""Of the articles that weigh most, those that are parted into words: nobody reads on for so long."""
_FIRST = 0.02
_NEXT = 0.1
"""Seconds after which what was found so far is told."""


class Order(StrEnum):
    NEWEST = "newest"
    RELEVANT = "relevant"
    """Articles with the words in the headline before those with them in the lede, and those before the others; of
    these those in which they are whole words, and of these the newest first."""


class Found(NamedTuple):
    """`articles` are numbers of the snapshot in the order asked for; `complete` when there are no more."""

    query: Query
    snapshot: Snapshot
    articles: Sequence[int]
    complete: bool


def search(
    snapshot: Snapshot,
    query: Query,
    order: Order = Order.NEWEST,
    marks: Marks = NO_MARKS,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Found]:
    """What was found so far, again and again, and at last all of it; ends early when it `is_wanted` no more."""
    ordering = _Ordering(snapshot, query, order)
    begun = time.monotonic()
    due = begun + _FIRST
    told = False
    for article in matching(snapshot, query, marks):
        ordering.add(article)
        if len(ordering.articles) % 16:
            continue
        if not is_wanted():
            return
        now = time.monotonic()
        if now >= due or (not told and order is Order.NEWEST and len(ordering.articles) >= SCREENFUL):
            yield Found(query, snapshot, ordering.ordered(finely=False), complete=False)
            # Ever more rarely: putting in order all that was found costs the more, the more it is.
            told, due = True, max(now + _NEXT, begun + 2 * (now - begun))
    if not is_wanted():
        return
    if order is Order.RELEVANT and not told:
        # Parting the hits into words may have to wait for a dictionary.
        yield Found(query, snapshot, ordering.ordered(finely=False), complete=False)
    yield Found(query, snapshot, ordering.ordered(finely=True), complete=True)


class _Ordering:
    """Articles as they are found, and the same as they are wanted."""

    def __init__(self, snapshot: Snapshot, query: Query, order: Order) -> None:
        self.articles = array("I")
        self._weights = array("B")
        self._snapshot, self._query = snapshot, query
        self._in_parts: dict[int, int] = {}
        self._weigh = None if order is Order.NEWEST or not query.texts else weigher(snapshot, query)

    def add(self, article: int) -> None:
        self.articles.append(article)
        if self._weigh is not None:
            self._weights.append(min(255, self._weigh(article)))

    def ordered(self, *, finely: bool) -> Sequence[int]:
        """All that was found; `finely`: whole words before parts, which takes the longer the first time."""
        if self._weigh is None:
            return self.articles[:]
        # Ordering is stable: of those that weigh the same the newest stays first.
        places = sorted(range(len(self.articles)), key=self._weights.__getitem__)
        if not finely:
            return array("I", map(self.articles.__getitem__, places))
        leading = sorted(places[:_LOOKED_INTO], key=lambda at: (self._weights[at], self._parts(self.articles[at])))
        return array("I", map(self.articles.__getitem__, (*leading, *places[_LOOKED_INTO:])))

    def _parts(self, article: int) -> int:
        found = self._in_parts.get(article)
        if found is None:
            found = self._in_parts[article] = in_parts(self._snapshot, self._query, article)
        return found
