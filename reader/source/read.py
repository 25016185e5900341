"""Files and standard input to page texts. What cannot be read is listed with its reason, and the rest opens."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.i18n import _, ngettext
from reader.limits import limits
from reader.source.decode import Decoded, NotTextError, decode
from reader.source.find import STDIN, find
from reader.source.problems import Problem, os_problem

_MB = 1_000_000


class FileState(NamedTuple):
    """What tells a file from itself at another time: bytes, nanoseconds of its last change and of the reading, and the
    BLAKE2b of its bytes."""

    size: int
    changed: int
    read: int
    digest: bytes


class SourceText(NamedTuple):
    """A page's text, its path (`-` for standard input) and the codec it was decoded with."""

    path: str
    text: str
    encoding: str
    state: FileState


class Loaded(NamedTuple):
    texts: tuple[SourceText, ...]
    problems: tuple[Problem, ...]


def load(paths: Sequence[str]) -> Loaded:
    """All page texts that `paths` name, in order, and what is wrong with the others."""
    texts: list[SourceText] = []
    problems: list[Problem] = []
    for one in iter_load(paths):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            texts.append(one)
    return Loaded(tuple(texts), tuple(problems))


def iter_load(paths: Sequence[str]) -> Iterator[SourceText | Problem]:
    """The same one by one, each read when it is asked for. A page with nothing on it is a problem, not a text."""
    found = find(paths)
    yield from found.problems
    for path in found.files:
        yield from load_file(path)


def load_file(path: str) -> Iterator[SourceText | Problem]:
    """The text of one file, what is wrong with it, or both: it may be opened all the same."""
    began = time.time_ns()
    data = _read(path)
    if isinstance(data, Problem):
        yield data
        return
    try:
        decoded = decode(data.bytes)
    except NotTextError as error:
        yield Problem(path, str(error))
        return
    if not decoded.text.strip():
        yield Problem(path, _("there is nothing in it"))
        return
    if decoded.broken:
        yield _broken(path, decoded)
    state = FileState(len(data.bytes), data.changed, began, digest_of(data.bytes))
    yield SourceText(path, decoded.text, decoded.encoding, state)


def digest_of(data: bytes) -> bytes:
    # Imported here because what loads it takes longer than to find ten thousand files.
    from hashlib import blake2b

    return blake2b(data, digest_size=16).digest()


class _Read(NamedTuple):
    bytes: bytes
    changed: int


def _read(path: str) -> _Read | Problem:
    """The bytes of a file. A pipe, a socket or a device is not opened: it might never end."""
    changed, most = 0, limits().largest_file * _MB
    try:
        if path == STDIN:
            # None when the program was started with its standard input closed.
            data = sys.stdin.buffer.read(most + 1) if sys.stdin else b""
        else:
            state = Path(path).stat()
            if not stat.S_ISREG(state.st_mode):
                return Problem(path, _("this is not a regular file"))
            if state.st_size > most:
                return _too_large(path)
            changed = state.st_mtime_ns
            with Path(path).open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        return os_problem(path, error)
    return _Read(data, changed) if len(data) <= most else _too_large(path)


def _broken(path: str, decoded: Decoded) -> Problem:
    reason = ngettext(
        "opened, with {count} place that is no {encoding}",
        "opened, with {count} places that are no {encoding}",
        decoded.broken,
    )
    return Problem(path, reason.format(count=decoded.broken, encoding=decoded.encoding), opened=True)


def _too_large(path: str) -> Problem:
    reason = _("it is larger than {limit} MB (largest_file in config.toml)")
    return Problem(path, reason.format(limit=limits().largest_file))
