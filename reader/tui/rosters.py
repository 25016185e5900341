"""The roster of the archive's names, made anew as more are found, but not all the time."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.archive.snapshot import Snapshot
    from reader.search.rosterview import RosterLists

LOOK = 3.0
"""Seconds between two looks for new names."""
_SHARE = 10
"""Of the time at most one part in so many is spent on counting names."""


class RosterKeeper:
    """`lists` are those of the roster made last, None before there is one."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = Lock()
        self._made_of: tuple[Snapshot, int] | None = None
        self._next = 0.0
        self.lists: RosterLists | None = None

    @property
    def is_due(self) -> bool:
        """Whether there are other names, and the last count is long enough ago."""
        made, now = self._made_of, self._now
        is_old = made is None or made[0] is not now[0] or made[1] != now[1]
        return is_old and time.monotonic() >= self._next

    @property
    def pages(self) -> int:
        """Pages of the archive, those that wait to be parsed among them."""
        return self._archive.snapshot.pages + self._archive.progress.waiting

    def is_partial(self, known: int) -> bool:
        """Whether names are still to come when those of so many pages are known."""
        # Of a page that cannot be looked through the names are never known.
        return known < self.pages and not self._archive.progress.named

    @property
    def _now(self) -> tuple[Snapshot, int]:
        return self._archive.snapshot, len(self._archive.names)

    def make(self) -> RosterLists:
        """The lists as they are now; takes up to some seconds, so it is for a thread."""
        # Imported here because the first screen can do without.
        from reader.search.nameindex import NameIndex
        from reader.search.roster import roster
        from reader.search.rosterview import RosterLists

        with self._lock:
            if self.lists is None or self.is_due:
                began, now = time.monotonic(), self._now
                lists = RosterLists(roster(NameIndex(self._archive.snapshot, list(self._archive.names))))
                self.lists, self._made_of = lists, now
                ended = time.monotonic()
                self._next = ended + max(LOOK, _SHARE * (ended - began))
            return self.lists
