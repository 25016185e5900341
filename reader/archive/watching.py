"""Files that change, appear or vanish while they are read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.source.find import SUFFIXES


def changes(paths: Sequence[str]) -> Iterator[None]:
    """One item whenever something has changed below the paths or beside those that are files; waits for it.

    Ends at once where nothing can be watched.
    """
    from watchfiles import DefaultFilter, watch

    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}  # noqa: PTH112, PTH120
    there = [folder for folder in folders if os.path.isdir(folder)]  # noqa: PTH112
    if not there:
        return

    class Texts(DefaultFilter):
        """Texts, and folders, which have no ending either."""

        def __call__(self, change: object, path: str) -> bool:
            name = Path(path)
            return name.suffix.lower() in SUFFIXES and not name.name.startswith(".")

    for _changed in watch(*there, watch_filter=Texts(), debounce=400, step=100, raise_interrupt=False):
        yield None
