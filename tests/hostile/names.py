"""File names that a terminal, a markup reader, a shell or an option parser would obey."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.case import Case, Expected, Size, carrying

NAMES: dict[str, str | bytes] = {
    "name_line_end": "a\nreader: error.txt",
    "name_return": "a\rb.txt",
    "name_tab": "a\tb.txt",
    "name_escape": "\x1b]0;title\x07\x1b[2J.txt",
    "name_link": "\x1b]8;;http:,,example.org\x1b\\x.txt",
    "name_c1": "\x9b31m.txt",
    "name_bidi": "\u202etxt.exe\u2066.txt",
    "name_zero_width": "太\u200b原\ufeff.txt",
    "name_separators": "a\u2028b\u2029c\x85.txt",
    "name_private": "\ue000\U000f0000\U000e0041.txt",
    "name_rich": "[red]x[bold].txt",
    "name_rich_end": "[%5D[]\x07.txt",
    "name_rich_click": "[@click=app.quit]q.txt",
    "name_of_no_encoding": b"\xff\xfe\x9b31m\xc3.txt",
    "name_cut": "太原".encode()[:-1] + b".txt",
    "name_longest": "太" * 83 + ".txt",
    "name_dash": "-rf.txt",
    "name_option": "--lang=zh_CN.txt",
    "name_dots": "a..txt",
    "name_blank": " .txt",
    "name_format": "%s{0}{x.y}.txt",
    "name_shell": "$(reboot);`id`&|.txt",
    "name_quotes": "'\"\\.txt",
    "name_glob": "[a-z]*?.txt",
    "name_of_no_day": "2023-99-99_00.txt",
    "name_of_digits": "9" * 200 + ".txt",
    "name_of_other_digits": "²³½٣①.txt",
    "name_home": "~root.txt",
    "name_zalgo": "a" + "\u0301" * 60 + ".txt",
    "name_formula": "=cmd|' !A0.txt",
}


def _named(name: str, file: str | bytes) -> Case:
    def put(folder: Path, _size: Size) -> Path:
        return _written(folder, file, carrying("").encode())

    return Case(name, put, Expected(tables=1))


def _named_and_empty(name: str, file: str | bytes) -> Case:
    """What cannot be opened is called by its name in a message."""

    def put(folder: Path, _size: Size) -> Path:
        unread = folder / "unread"
        unread.mkdir(exist_ok=True)
        return _written(unread, file, b"")

    return Case(f"{name}_of_nothing", put, Expected(opened=False, reason="nothing in it"))


def _written(folder: Path, name: str | bytes, content: bytes) -> Path:
    path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118 - bytes
    with open(path, "wb") as out:  # noqa: PTH123
        out.write(content)
    return Path(os.fsdecode(path))


CASES: tuple[Case, ...] = (
    *(_named(name, file) for name, file in NAMES.items()),
    *(_named_and_empty(name, file) for name, file in NAMES.items()),
)
