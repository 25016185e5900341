"""The names of an archive by its articles: costly to put together, so once for what is known at a moment."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from reader.search.nameindex import NameIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.archive.names import NamesSegment
    from reader.archive.snapshot import Snapshot


class NamesAtHand:
    """For any thread; who asks while they are put together waits for them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._index: NameIndex | None = None
        self._segments = 0

    def of(self, snapshot: Snapshot, segments: Sequence[NamesSegment]) -> NameIndex | None:
        """The names of a snapshot; None while none are known."""
        with self._lock:
            if not segments:
                return None
            index = self._index
            if index is None or index.snapshot is not snapshot or self._segments != len(segments):
                index = NameIndex(snapshot, segments)
                self._index, self._segments = index, len(segments)
            return index
