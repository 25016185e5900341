"""What a query found, a screenful first and all of it later, so that nobody waits for the last hit to see the first."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.snapshot import Snapshot
from reader.search.evaluate import matching
from reader.search.query import Query
from reader.search.relevance import weights

if TYPE_CHECKING:
    from reader.search.nameindex import NameIndex

SCREENFUL = 60
_FIRST = 0.02
_NEXT = 0.1
"""Seconds after which what was found so far is told."""


class Order(StrEnum):
    NEWEST = "newest"
    RELEVANT = "relevant"
    """Articles with the words in the headline before those with them in the lede, and those before the others; of
    these the newest first."""


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
    names: NameIndex | None = None,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Found]:
    """What was found so far, again and again, and at last all of it; ends early when it `is_wanted` no more."""
    articles = array("I")
    due = time.monotonic() + _FIRST
    told = False
    for article in matching(snapshot, query, names):
        articles.append(article)
        if len(articles) % 16:
            continue
        if not is_wanted():
            return
        now = time.monotonic()
        if now >= due or (not told and len(articles) >= SCREENFUL and order is Order.NEWEST):
            yield Found(query, snapshot, in_order(snapshot, query, articles, order), complete=False)
            told, due = True, now + _NEXT
    if is_wanted():
        yield Found(query, snapshot, in_order(snapshot, query, articles, order), complete=True)


def in_order(snapshot: Snapshot, query: Query, articles: Sequence[int], order: Order) -> Sequence[int]:
    """Articles that were found, as `order` has them."""
    if order is Order.NEWEST or not query.texts:
        return array("I", articles)
    weighed = weights(snapshot, query, articles)
    return array("I", (article for _weight, article in sorted(zip(weighed, articles, strict=True))))
