"""Files that change, appear or vanish while they are read."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader.source.find import SUFFIXES

_STANDS = 2000
"""Milliseconds after which a watch surely stands: what changed before it did was not noticed."""
Filter = Callable[[object, str], bool]


def watches(paths: Sequence[str]) -> list[Iterator[None]]:
    """What waits for changes of what `paths` name, each for a thread of its own: an item soon after it has begun, and
    then whenever something has changed. Folders are watched to the bottom, files where they lie.

    None where nothing can be watched.
    """
    folders, names = set(), {}
    for path in map(os.path.expanduser, paths):
        if os.path.isdir(path):  # noqa: PTH112
            folders.add(path)
        elif glob.has_magic(path) and not os.path.lexists(path):
            parts = Path(path).parts
            folders.add(str(Path(*parts[: next(at for at, part in enumerate(parts) if glob.has_magic(part))])))
        else:
            # Not the file itself: programs write another and put it in its place.
            names[os.path.basename(path)] = os.path.dirname(path) or "."  # noqa: PTH119, PTH120
    below = sorted(filter(os.path.isdir, folders))
    beside = sorted(filter(os.path.isdir, set(names.values())))
    found = [_changes(below, _Pages(below), recursive=True)] if below else []
    if beside:
        found.append(_changes(beside, lambda _change, path: Path(path).name in names, recursive=False))
    return found


class _Pages:
    """Texts, and folders, which may have any name; nothing hidden."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100

    def __call__(self, _change: object, path: str) -> bool:
        whole = os.path.abspath(path)  # noqa: PTH100
        inner = min((whole[len(one) :] for one in self._folders if whole.startswith(one)), key=len, default=whole)
        parts = Path(inner.lstrip(os.sep)).parts
        if any(part.startswith(".") for part in parts):
            return False
        return Path(path).suffix.lower() in SUFFIXES or os.path.isdir(path)  # noqa: PTH112


def _changes(folders: Sequence[str], wanted: Filter, *, recursive: bool) -> Iterator[None]:
    from watchfiles import watch

    begun = False
    for changed in watch(
        *folders,
        watch_filter=wanted,
        debounce=400,
        step=100,
        rust_timeout=_STANDS,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=recursive,
        ignore_permission_denied=True,
    ):
        if changed or not begun:
            begun = True
            yield None
