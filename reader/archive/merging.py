"""Small segments made into larger ones, in the order of the archive, so that the next start finds few and in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.archive.packing import Columns
from reader.archive.segment import Segment
from reader.archive.snapshot import Run, Snapshot
from reader.privatefiles import own_name, write_whole

MOST_RUNS = 24
"""From here on opening an archive would take longer than need be."""
_LARGE = 300
_LARGEST = 1000
"""Pages of a segment: one of 300 stays as it is, and none is made with more than a thousand."""


def merged(snapshot: Snapshot, folder: Path) -> Snapshot | None:
    """The same pages in fewer runs, written to a folder; None where they are few enough. Raises `OSError`."""
    if len(snapshot.runs) <= MOST_RUNS:
        return None
    runs: list[Run] = []
    for stretch in _stretches(snapshot.runs):
        if len(stretch) == 1:
            runs += stretch
            continue
        path = write_whole(folder, f"{own_name()}.pages", _joined(stretch), durable=True)
        segment = Segment.open(path)
        runs.append(Run(segment, 0, segment.pages))
    return Snapshot(tuple(runs), snapshot.issues)


def _stretches(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs that are to be made one; one that is large and whole stays alone."""
    waiting: list[Run] = []
    pages = 0
    for run in runs:
        stays = run.last - run.first == run.segment.pages >= _LARGE
        if waiting and (stays or pages + run.last - run.first > _LARGEST):
            yield waiting
            waiting, pages = [], 0
        if stays:
            yield [run]
        else:
            waiting.append(run)
            pages += run.last - run.first
    if waiting:
        yield waiting


def _joined(runs: Sequence[Run]) -> bytes:
    columns = Columns()
    for run in runs:
        columns.copy(run.segment, run.first, run.last)
    return columns.packed()
