"""Files, folders, globs and `-`: what is to be opened, in the order it was named."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.i18n import _
from reader.source.problems import Problem, os_problem

STDIN = "-"
SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
"""What is taken from a folder. A file that is named, by itself or by a glob, is taken whatever it is called."""
_DIGITS = re.compile(r"(\d+)")


class Found(NamedTuple):
    files: tuple[str, ...]
    """Paths, `-` among them; no file twice."""
    problems: tuple[Problem, ...]


def find(paths: Sequence[str]) -> Found:
    """The files that `paths` name.

    A name is looked for as it stands first, then as a glob, in which `**` reaches any depth. Folders are searched to
    the bottom, hidden entries left out, page 9 before page 10; none is searched twice, so links that lead in circles
    end. Nothing is opened but folders.
    """
    search = _Search()
    for path in paths:
        search.add(path)
    return Found(tuple(search.files.values()), tuple(search.problems))


class _Search:
    """One call of `find`: what was found so far."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._searched: set[tuple[int, int] | None] = set()

    def add(self, path: str) -> None:
        if path == STDIN:
            self.files.setdefault(STDIN, STDIN)
            return
        if "\0" in path:
            self.problems.append(Problem(path, _("this is no file name")))
            return
        expanded = path if os.path.lexists(path) else os.path.expanduser(path)  # noqa: PTH111 - Path raises for ~nobody
        if os.path.lexists(expanded):
            if not self._add_entry(expanded):
                reason = _("there are no page texts in this folder (.txt, .text, .md)")
                self.problems.append(Problem(path, reason))
        elif glob.has_magic(expanded):
            matches = sorted(_matches(expanded), key=_natural)
            if not matches:
                self.problems.append(Problem(path, _("no file matches")))
            for match in matches:
                self._add_entry(match)
        else:
            self.problems.append(Problem(path, _("there is no such file or folder")))

    def _add_entry(self, path: str) -> bool:
        """Whether there was anything to take, or to complain of."""
        if _folder(path) in self._searched:
            return True
        before = len(self.files) + len(self.problems)
        # A stack, since folders can be nested deeper than Python calls functions.
        waiting = [_Entry(path)]
        while waiting:
            one = waiting.pop()
            folder = None if one.is_file else _folder(one.path)
            if folder is None:
                self.files.setdefault(one.real or os.path.realpath(one.path), one.path)
            elif folder not in self._searched:
                self._searched.add(folder)
                waiting.extend(reversed(self._entries(one)))
        return len(self.files) + len(self.problems) > before

    def _entries(self, folder: _Entry) -> list[_Entry]:
        """Folders and page texts in `folder`, by name."""
        try:
            with os.scandir(folder.path) as found:
                entries = sorted(
                    (one for one in found if not one.name.startswith(".")), key=lambda one: _natural(one.name)
                )
        except OSError as error:
            self.problems.append(os_problem(folder.path, error))
            return []
        real = folder.real or os.path.realpath(folder.path)
        return [one for entry in entries if (one := _taken(entry, real))]


class _Entry(NamedTuple):
    """`real` is where it lies when no link leads to it; of anything else that has to be found out."""

    path: str
    real: str | None = None
    is_file: bool = False


def _taken(entry: os.DirEntry[str], real_folder: str) -> _Entry | None:
    """What is taken from a folder: page texts and folders. Most are told without asking the disk once more."""
    if entry.is_symlink():
        return _Entry(entry.path) if _suffix(entry.name) in SUFFIXES or _folder(entry.path) else None
    real = os.path.join(real_folder, entry.name)  # noqa: PTH118
    if entry.is_dir():
        return _Entry(entry.path, real)
    return _Entry(entry.path, real, is_file=True) if _suffix(entry.name) in SUFFIXES else None


def _folder(path: str) -> tuple[int, int] | None:
    """What tells a folder from every other, whatever path led to it; None when it is no folder."""
    try:
        state = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return (state.st_dev, state.st_ino) if stat.S_ISDIR(state.st_mode) else None


def _matches(pattern: str) -> Iterator[str]:
    """What a glob matches. `Path.glob` follows no links below `**`, which `glob.glob` does in circles."""
    if "**" not in pattern:
        yield from glob.glob(pattern)  # noqa: PTH207 - keeps the path as written
        return
    parts = Path(pattern).parts
    magic = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    base = Path(*parts[:magic])
    for match in base.glob("/".join(part if "**" not in part else "**" for part in parts[magic:])):
        if not any(part.startswith(".") for part in match.relative_to(base).parts):
            yield str(match)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _DIGITS.split(name)]
