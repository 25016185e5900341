"""Files, folders, globs and `-`: what is to be opened, in the order it was named."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.i18n import _
from reader.source.problems import Problem

STDIN = "-"
SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
"""What is taken from a folder. A file that is named, by itself or by a glob, is taken whatever it is called."""
_DIGITS = re.compile(r"(\d+)")


class Found(NamedTuple):
    files: tuple[str, ...]
    """Paths, `-` among them; no file twice."""
    problems: tuple[Problem, ...]


def find(paths: Sequence[str]) -> Found:
    """The files that `paths` name. Folders are searched to the bottom, hidden entries left out, 9 before 10; a link
    that leads back to a folder already being searched is not followed."""
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        for one in _named(path, problems):
            files.setdefault(STDIN if one == STDIN else os.path.realpath(one), one)
    return Found(tuple(files.values()), tuple(problems))


def _named(path: str, problems: list[Problem]) -> Iterator[str]:
    if path == STDIN:
        yield STDIN
        return
    expanded = str(Path(path).expanduser()) if path.startswith("~") else path
    if os.path.lexists(expanded):
        yield from _entry(expanded, problems)
    elif glob.has_magic(expanded):
        matches = sorted(glob.glob(expanded, recursive=True), key=_natural)  # noqa: PTH207 - keeps the path as written
        if not matches:
            problems.append(Problem(path, _("no file matches")))
        for match in matches:
            yield from _entry(match, problems)
    else:
        problems.append(Problem(path, _("there is no such file or folder")))


def _entry(path: str, problems: list[Problem]) -> Iterator[str]:
    if not Path(path).is_dir():
        yield path
        return
    before = len(problems)
    count = 0
    for one in _in_folder(path, frozenset(), problems):
        count += 1
        yield one
    if not count and len(problems) == before:
        problems.append(Problem(path, _("there are no page texts in this folder (.txt, .text, .md)")))


def _in_folder(folder: str, above: frozenset[str], problems: list[Problem]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        names = sorted(os.listdir(folder), key=_natural)  # noqa: PTH208 - 10,000 names; Path objects would cost thrice
    except OSError as error:
        problems.append(Problem(folder, error.strerror or str(error)))
        return
    for name in names:
        if name.startswith("."):
            continue
        path = os.path.join(folder, name)  # noqa: PTH118
        if Path(path).is_dir():
            yield from _in_folder(path, above | {real}, problems)
        elif os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122
            yield path


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _DIGITS.split(name)]
