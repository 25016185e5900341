"""Where the cache lies, and whose it is.

    $XDG_CACHE_HOME/reader/v1/COLLECTION/   one folder for what is opened together: a folder of pages, some files …
        about.json          what was opened, and by which parser the pages were parsed
        lock                held by the process that writes here
        *.pages, *.names    segments, each written whole, under a name nobody else gives
        order               the segments in use and the issues in their order, for the next start

Nothing in it is executed. All of it can be deleted at any time; what is missing is made again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from reader.folders import FORMAT, cache_folder
from reader.limits import DEFAULT, limits
from reader.privatefiles import check_private, is_private, make_private, read_plain, write_whole

ORDER = "order"
OWN = 3
"""Folders that are the reader's own: reader, v1, COLLECTION."""
_PACKAGE = Path(__file__).resolve().parent.parent
_READERS = ("source", "parse", "annotate", "archive", "search", "data/parse", "data/annotate", "data/search", ".")
"""Parts of the package that decide what is found on a page."""


class Cached(NamedTuple):
    """A collection in the cache: what was opened, in full and as it was named, the bytes it takes, and when it was last
    used (seconds)."""

    folder: Path
    paths: tuple[str, ...]
    named: tuple[str, ...]
    size: int
    used: float


def root() -> Path:
    return cache_folder() / FORMAT


def collection_folder(paths: Sequence[str]) -> Path:
    """The folder of what `paths` name; it need not exist.

    Paths count as they are written, too: pages are called after them, and may be dated by them.
    """
    version = parser_version() + ("" if limits() == DEFAULT else f" {limits()}")
    named = "\0".join([version, *paths, *map(os.path.realpath, paths)]).encode("utf-8", "surrogatepass")
    # `order` says whose folder it is, so two of one name are not taken for each other; better digests load more slowly.
    return root() / f"{crc32(named):08x}{crc32(named[::-1]):08x}"


def parser_version() -> str:
    """Changes whenever the program does: pages parsed by another program are parsed again."""
    told: list[str] = []
    for part in _READERS:
        with suppress(OSError), os.scandir(_PACKAGE / part) as entries:
            files = sorted((entry.name, entry) for entry in entries if entry.name.endswith((".py", ".txt", ".tsv")))
            for name, entry in files:
                state = entry.stat()
                told.append(f"{part}/{name} {state.st_size} {state.st_mtime_ns}")
    listed = "\n".join(told).encode()
    return f"{crc32(listed):08x}{crc32(listed[::-1]):08x}"


def prepare(folder: Path, paths: Sequence[str]) -> None:
    """Make a collection's folder, open to nobody else. Raises `OSError`."""
    make_private(folder, OWN)
    about = {"paths": [os.path.realpath(path) for path in paths], "named": list(paths)}
    write_whole(folder, "about.json", json.dumps(about).encode("ascii"), durable=True)


def cached() -> Iterator[Cached]:
    """Every collection in the cache, the one used last first."""
    found = []
    with suppress(OSError):
        for folder in root().iterdir():
            with suppress(OSError, ValueError, KeyError, TypeError):
                if not is_private(folder, OWN):
                    continue
                about = folder / "about.json"
                said = json.loads(read_plain(about))
                paths, named = (tuple(map(str, said[key])) for key in ("paths", "named"))
                size = sum(entry.stat(follow_symlinks=False).st_size for entry in os.scandir(folder))
                found.append(Cached(folder, paths, named, size, about.stat().st_mtime))
    yield from sorted(found, key=lambda one: one.used, reverse=True)


def clear() -> int:
    """Delete the cache, and return how many bytes it took. Raises `OSError` for what could not be deleted."""
    folder = root()
    if folder.is_symlink():
        # What a link leads to is not ours.
        folder.unlink()
        return 0
    if not folder.parent.exists():
        return 0
    check_private(folder.parent)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if folder.exists():
        import shutil

        shutil.rmtree(folder)
    return size
