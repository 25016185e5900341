"""The quick switcher: everything in an archive that can be gone to by typing a part of what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from heapq import merge
from itertools import islice
from typing import NamedTuple

from reader.archive.snapshot import Snapshot
from reader.model import Span
from reader.search.quick import QuickIndex, QuickMatch


class Kind(IntEnum):
    """What can be gone to. Of equally good matches the kind with the lower number stands first."""

    PAPER = 0
    ISSUE = 1
    NAME = 2
    HEADLINE = 3


class Goal(NamedTuple):
    """Something found: the `item`th of the texts given of its kind, `spans` of `text` are what was matched."""

    kind: Kind
    item: int
    text: str
    spans: tuple[Span, ...]


class Switcher:
    """Finds texts of all kinds at once."""

    def __init__(self) -> None:
        self._texts: dict[Kind, Sequence[str]] = {}
        self._indexes: dict[Kind, QuickIndex] = {}

    def add(self, kind: Kind, texts: Sequence[str]) -> None:
        """Have these texts found; they take the place of those of this kind before."""
        index = QuickIndex(texts)
        self._texts[kind], self._indexes[kind] = texts, index

    def find(self, typed: str, limit: int) -> list[Goal]:
        """At most `limit` of what is called so, the best first."""
        found = [[(one.rank, kind, one) for one in index.find(typed, limit)] for kind, index in self._items()]
        best = merge(*found, key=lambda one: one[:2])
        return [self._goal(kind, one) for _rank, kind, one in islice(best, limit)]

    def _items(self) -> list[tuple[Kind, QuickIndex]]:
        return sorted(self._indexes.items(), key=lambda item: item[0])

    def _goal(self, kind: Kind, match: QuickMatch) -> Goal:
        return Goal(kind, match.item, self._texts[kind][match.item], match.spans)


def headlines(snapshot: Snapshot) -> list[str]:
    """The headline of each article by its number, an empty text for one without; reads the listing of every page."""
    return [
        title
        for run, _first in snapshot.article_starts()
        for page in range(run.first, run.last)
        for title in run.segment.listing(page).titles
    ]
