"""The cache of one collection from the side of the process that writes it. What cannot be written is done without."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reader.archive.cachefolder import OWN, cached, collection_folder, prepare
from reader.archive.holdings import Holdings, read_order, write_order
from reader.archive.marks import Marks, joined
from reader.archive.sections import DamagedError
from reader.archive.segment import Segment
from reader.archive.snapshot import Snapshot
from reader.i18n import _
from reader.privatefiles import Lock, check_private, clear_drafts, own_name, write_whole

_MOST_MARKS = 24
"""Files of figures or of names from which on they are put together."""


class Store:
    """`writable` once it is open and nobody else writes there."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = list(paths)
        self.folder = collection_folder(paths)
        self.writable = False
        self._damaged = False
        self._lock = Lock(self.folder / "lock")

    def open(self) -> Iterator[str]:
        """Make the folder and take its lock; sentences on what stands in the way."""
        try:
            prepare(self.folder, self._paths)
            self.writable = self._lock.take()
        except OSError as error:
            yield _unwritable(error.strerror or str(error))
            return
        if not self.writable:
            yield _("another reader is writing the cache of these pages; this one keeps what it parses to itself")
            return
        self._clear_away()

    def give_up(self, reason: str) -> Iterator[str]:
        """Write no more, because of what the system said."""
        if self.writable:
            self.writable = False
            yield _unwritable(reason)

    def holdings(self) -> Holdings:
        """What was in use last time; where that was not noted, all that lies there."""
        noted = read_order(self.folder, self._paths)
        if noted is not None:
            return Holdings.of(noted)
        holdings = Holdings()
        found: list[Segment] = []
        for path in self._files("pages"):
            try:
                found.append(Segment.open(path))
            except (OSError, DamagedError):
                self._damaged = True
                self._remove(path)
        # Of two that hold a page, the one that read its file last is right.
        for segment in sorted(found, key=lambda one: max(one.number_of("read", page) for page in range(one.pages))):
            holdings.add(segment)
        return holdings

    def verify(self, holdings: Holdings) -> Iterator[str]:
        """Read every byte of what is in use, and drop what is not as it was written."""
        if self._damaged:
            yield _damaged()
        for segment in holdings.segments():
            if not segment.sections.verify():
                holdings.drop([path for path in segment.paths if (held := holdings.place(path)) and held[0] is segment])
                if segment.path is not None:
                    self._remove(segment.path)
                yield _damaged()

    def put(self, kind: str, data: bytes) -> tuple[str | None, str, bytes]:
        """Write a segment: its path; where that cannot be done, what the system said and its bytes again."""
        if self.writable:
            try:
                return str(write_whole(self.folder, f"{own_name()}.{kind}", data)), "", b""
            except OSError as error:
                return None, error.strerror or str(error), data
        return None, "", data

    def settle(
        self,
        holdings: Holdings,
        merge: Callable[[Snapshot, Path], Snapshot | None],
    ) -> Holdings:
        """Put in order for the next start what is held, and delete what is not in use any more."""
        if not self.writable:
            return holdings
        with suppress(OSError, DamagedError):
            snapshot = holdings.snapshot()
            if any(run.segment.path is None for run in snapshot.runs):
                # Some of it is only in memory.
                return holdings
            better = merge(snapshot, self.folder)
            write_order(self.folder, better or snapshot, self._paths)
            used = {run.segment.path for run in (better or snapshot).runs}
            for path in self._files("pages"):
                if path not in used:
                    self._remove(path)
            return Holdings.of(better) if better else holdings
        return holdings

    def note(self, holdings: Holdings) -> None:
        """Write down what is in use so far."""
        snapshot = holdings.snapshot()
        if self.writable and all(run.segment.path is not None for run in snapshot.runs):
            with suppress(OSError):
                write_order(self.folder, snapshot, self._paths)

    def marked(self, kind: str, opened: type[Marks], digests: Container[bytes]) -> list[Marks]:
        """The figures or names found before, of pages that are still there; in one file where they were in many."""
        kept: list[Marks] = []
        for path in self._files(kind):
            try:
                segment = opened.open(path)
            except (OSError, DamagedError):
                self._remove(path)
                continue
            if segment.sections.verify() and any(digest in digests for digest in segment.digests):
                kept.append(segment)
            else:
                self._remove(path)
        if len(kept) <= _MOST_MARKS or not self.writable:
            return kept
        file, _fault, _data = self.put(kind, joined(kept))
        if file is None:
            return kept
        for segment in kept:
            if segment.path is not None:
                self._remove(segment.path)
        return [opened.open(Path(file))]

    def _files(self, kind: str) -> list[Path]:
        with suppress(OSError):
            # What somebody else could have put there is not read.
            check_private(self.folder, OWN)
            found = (path for path in self.folder.iterdir() if path.suffix == f".{kind}")
            return sorted(path for path in found if path.is_file() or path.is_symlink())
        return []

    def _remove(self, path: Path) -> None:
        if self.writable:
            with suppress(OSError):
                path.unlink()

    def _clear_away(self) -> None:
        """Delete drafts of processes that were killed, and what an older program parsed of the same pages."""
        clear_drafts(self.folder)
        own = next((one for one in cached() if one.folder == self.folder), None)
        for one in cached():
            if own is not None and (one.paths, one.named) == (own.paths, own.named) and one.folder != own.folder:
                self._discard(one.folder)

    def _discard(self, folder: Path) -> None:
        lock = Lock(folder / "lock")
        with suppress(OSError):
            if lock.take():
                for path in folder.iterdir():
                    path.unlink()
                folder.rmdir()
        lock.release()


def _damaged() -> str:
    return _("a part of the cache was damaged; its pages are parsed again")


def _unwritable(reason: str) -> str:
    return _("the cache cannot be written ({reason}): pages will be parsed again next time").format(reason=reason)
