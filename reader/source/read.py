"""Files and standard input to page texts. What cannot be read is listed with its reason, and the rest opens."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.i18n import _, ngettext
from reader.source.decode import Decoded, NotTextError, decode
from reader.source.find import STDIN, find
from reader.source.problems import Problem, os_problem

MOST_BYTES = 64 * 1024 * 1024
"""Size of the largest file that is opened: thousands of times the usual page."""


class SourceText(NamedTuple):
    """A page's text, its path (`-` for standard input) and the codec it was decoded with."""

    path: str
    text: str
    encoding: str


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
        data = _read(path)
        if isinstance(data, Problem):
            yield data
            continue
        try:
            decoded = decode(data)
        except NotTextError as error:
            yield Problem(path, str(error))
            continue
        if not decoded.text.strip():
            yield Problem(path, _("there is nothing in it"))
            continue
        if decoded.broken:
            yield _broken(path, decoded)
        yield SourceText(path, decoded.text, decoded.encoding)


def _read(path: str) -> bytes | Problem:
    """The bytes of a file. A pipe, a socket or a device is not opened: it might never end."""
    try:
        if path == STDIN:
            # None when the program was started with its standard input closed.
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""
        else:
            state = Path(path).stat()
            if not stat.S_ISREG(state.st_mode):
                return Problem(path, _("this is not a regular file"))
            if state.st_size > MOST_BYTES:
                return _too_large(path)
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return os_problem(path, error)
    return data if len(data) <= MOST_BYTES else _too_large(path)


def _broken(path: str, decoded: Decoded) -> Problem:
    reason = ngettext(
        "opened, with {count} place that is no {encoding}",
        "opened, with {count} places that are no {encoding}",
        decoded.broken,
    )
    return Problem(path, reason.format(count=decoded.broken, encoding=decoded.encoding), opened=True)


def _too_large(path: str) -> Problem:
    return Problem(path, _("it is larger than {limit} MB").format(limit=MOST_BYTES // (1024 * 1024)))
