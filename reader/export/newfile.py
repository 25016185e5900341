"""A new file, written whole or not at all, and never in the place of another."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import count
from pathlib import Path

from reader.gate import visible
from reader.privatefiles import write_draft

_NO_NAME = re.compile(r'[\s/\\:*?"<>|\u2400-\u2426\ufffd]+')
_LONGEST = 120
"""Bytes of a name without its ending: file systems take 255, and a number may have to follow."""


def write_new(folder: Path, stem: str, suffix: str, text: str) -> Path:
    """Write `text` as UTF-8 to a file of a folder that is called after `stem`, with a number behind it when there is
    one of that name, and return its path. Nobody else may read it. Raises `OSError`, and then leaves nothing behind."""
    draft = write_draft(folder, text.encode("utf-8", "replace"))
    try:
        for number in count(1):
            path = folder / f"{file_stem(stem)}{'' if number == 1 else f'-{number}'}{suffix}"
            with suppress(FileExistsError):
                _name(draft, path)
                return path
    finally:
        draft.unlink(missing_ok=True)
    raise AssertionError("counting has no end")


def file_stem(text: str) -> str:
    """`text` as a name that every file system takes: no separators, blanks or controls, at most 120 bytes."""
    name = _NO_NAME.sub("_", visible(text, keep="")).strip("._") or "table"
    return name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip("._") or "table"


def _name(draft: Path, path: Path) -> None:
    """Give a file its name unless it is taken. Raises `FileExistsError`, `OSError`."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # No links here (FAT, some network shares): the name is taken first, and the file put in its place.
        path.touch(exist_ok=False)
        draft.replace(path)
