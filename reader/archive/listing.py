"""What there is to be parsed: the files of a collection against the pages that are held of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.parse.masthead import day_in, read_path

if TYPE_CHECKING:
    from reader.archive.holdings import Holdings

_RACY = 2_000_000_000
"""Nanoseconds for which a file may be written to again without a later time: what file systems round to."""


class Listed(NamedTuple):
    wanted: list[str]
    """Files that are new or have changed, the newest issue first."""
    gone: list[str]
    """Pages held of files that are not there any more."""


def compare(files: Sequence[str], holdings: Holdings) -> Listed:
    """Files that have the size and time they had are taken to be what they were; any other is looked into."""
    there = set(files)
    gone = [path for path, _place in holdings.items() if path not in there]
    return Listed(newest_first(path for path in files if not _is_held(path, holdings)), gone)


def _is_held(path: str, holdings: Holdings) -> bool:
    place = holdings.place(path)
    if place is None:
        return False
    try:
        state = os.stat(path)  # noqa: PTH116 - ten thousand of them
    except OSError:
        return False
    segment, page = place
    size, changed, read = (segment.number_of(name, page) for name in ("size", "changed", "read"))
    if state.st_size != size:
        return False
    if state.st_mtime_ns == changed and changed + _RACY < read:
        return True
    # Touched, copied back, or written to in the moment it was read: its bytes tell.
    from reader.source.read import digest_of

    with suppress(OSError):
        return digest_of(Path(path).read_bytes()) == segment.source(page).digest
    return False


def newest_first(paths: Iterable[str]) -> list[str]:
    """By the day their names tell, pages of a day in order; those that tell none behind them, as they were."""
    return sorted(paths, key=lambda path: -expected_day(path))


@lru_cache(1 << 16)
def expected_day(path: str) -> int:
    """The ordinal of the day that a path names, 0 for none."""
    # Nearly all archives have it in the names of the files.
    day = day_in(path[path.rfind("/") + 1 :])
    in_path = None if day else read_path(path)[0]
    return day.toordinal() if day else in_path[0].toordinal() if in_path else 0


def in_lots(paths: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Paths in the order of `newest_first`, those expected to be of one day together."""
    return [(day, list(lot)) for day, lot in groupby(paths, key=expected_day)]
