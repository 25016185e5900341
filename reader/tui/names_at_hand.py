"""The names of an archive by its articles: costly to put together, so once for what is known at a moment."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

from reader.search.nameindex import NameIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.archive.names import NamesSegment
    from reader.archive.snapshot import Snapshot


_SHARE = 10
"""Of the time, the part that may be spent on putting them together while ever more become known."""


class NamesAtHand:
    """For any thread; who asks while they are put together waits for them.

    Of the same snapshot, what is at hand may be some seconds old.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._index: NameIndex | None = None
        self._segments = 0
        self._due = 0.0
        """When they may be put together anew."""

    def of(self, snapshot: Snapshot, segments: Sequence[NamesSegment]) -> NameIndex | None:
        """The names of a snapshot; None while none are known."""
        with self._lock:
            if not segments:
                return None
            index = self._index
            begun = time.monotonic()
            more = self._segments != len(segments) and begun >= self._due
            if index is None or index.snapshot is not snapshot or more:
                index = NameIndex(snapshot, segments)
                self._index, self._segments = index, len(segments)
                now = time.monotonic()
                self._due = now + _SHARE * (now - begun)
            return index
