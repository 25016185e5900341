"""Which pages of which segments are in use, as segments come and files go; and how that is written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reader.archive.cachefolder import ORDER, OWN
from reader.archive.columns import CERTAINTIES
from reader.archive.sections import DamagedError, Sections, pack
from reader.archive.segment import Segment
from reader.archive.snapshot import IssueEntry, Place, Run, Snapshot, in_order
from reader.model import IssueDate
from reader.privatefiles import check_private, read_plain, write_whole


class Holdings:
    """The page of each path; a segment added later takes the place of what was there before."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._places

    def __len__(self) -> int:
        return len(self._places)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Holdings:
        holdings = cls()
        for segment, first, last in snapshot.runs:
            holdings._places.update(
                (path, Place(segment, page))
                for page, path in zip(range(first, last), segment.paths[first:last], strict=True)
            )
        return holdings

    def add(self, segment: Segment) -> None:
        self._places.update((path, Place(segment, page)) for page, path in enumerate(segment.paths))

    def drop(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._places.pop(path, None)

    def place(self, path: str) -> Place | None:
        return self._places.get(path)

    def items(self) -> Iterator[tuple[str, Place]]:
        yield from list(self._places.items())

    def notes(self) -> Iterator[tuple[str, str]]:
        """Files whose pages are held, and what was wrong with them all the same."""
        for segment in self.segments():
            for page, note in segment.notes.items():
                path = segment.paths[page]
                if self._places.get(path) == Place(segment, page):
                    yield path, note

    def segments(self) -> list[Segment]:
        """Those with a page in use."""
        return list({id(place.segment): place.segment for place in self._places.values()}.values())

    def snapshot(self, waiting: Sequence[tuple[int, Sequence[str]]] = ()) -> Snapshot:
        return in_order(self._places.values(), waiting)


def write_order(folder: Path, snapshot: Snapshot, paths: Sequence[str]) -> None:
    """Note for the next start what is in use of what `paths` name. Raises `OSError`."""
    segments = list({id(run.segment): run.segment for run in snapshot.runs}.values())
    numbers = {id(segment): number for number, segment in enumerate(segments)}
    plain = {
        "paths": list(paths),
        "segments": [segment.path.name for segment in segments if segment.path],
        "runs": [[numbers[id(run.segment)], run.first, run.last] for run in snapshot.runs],
        "issues": [
            [
                issue.newspaper,
                issue.date.value.toordinal() if issue.date.value else 0,
                CERTAINTIES.index(issue.date.certainty),
                issue.first,
                issue.last,
            ]
            for issue in snapshot.issues
            if not issue.waiting
        ],
    }
    write_whole(folder, ORDER, pack(ORDER, plain, {}), durable=True)


def read_order(folder: Path, paths: Sequence[str]) -> Snapshot | None:
    """What was noted; None where nothing was for these paths, or what it speaks of is not there any more."""
    with suppress(OSError, DamagedError, LookupError):
        check_private(folder, OWN)
        plain = Sections(read_plain(folder / ORDER)).facts
        if plain["paths"] != list(paths):
            return None
        # A name leads to no other folder.
        segments = [Segment.open(folder / Path(name).name) for name in plain["segments"]]
        runs = tuple(Run(segments[number], first, last) for number, first, last in plain["runs"])
        issues = tuple(
            IssueEntry(paper, IssueDate(dt.date.fromordinal(day) if day else None, CERTAINTIES[certainty]), first, last)
            for paper, day, certainty, first, last in plain["issues"]
        )
        if all(run.last <= run.segment.pages for run in runs):
            return Snapshot(runs, issues)
    return None
