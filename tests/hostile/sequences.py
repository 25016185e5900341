"""What a program writes to a terminal, token by token: a strict reader of ECMA-48, and what Textual's driver writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tests.hostile.stray import is_stray

_TOKEN = re.compile(
    r"""(?P<csi>\x1b\[[0-?]*[ -/]*[@-~])
    |(?P<osc>\x1b\][^\x00-\x06\x08-\x1f\x7f-\x9f]*?(?:\x07|\x1b\\))
    |(?P<string>\x1b[PX^_][^\x00-\x1f\x7f-\x9f]*\x1b\\)
    |(?P<esc>\x1b[ -/]*[0-OQ-WYZ\\`-~])
    |(?P<text>[^\x00-\x1f\x7f-\x9f]+)
    |(?P<control>.)""",
    re.VERBOSE | re.DOTALL,
)
_STYLE = r"(?:[0-47-9]|[34]8;2;\d{1,3};\d{1,3};\d{1,3})"
_PAINTING = re.compile(rf"\x1b\[(?:{_STYLE}(?:;{_STYLE})*m|\d+;\d+H)|\r|\n")
"""Text styles, colours of a theme that names them `#rrggbb`, and where to write."""
ONCE = (
    *("\x1b]11;?\x07", "\x1b[c"),
    *("\x1b7", "\x1b8", "\x1b[K"),
    *(f"\x1b[?{mode}{switch}" for mode in (7, 25, 1004, 1049, 2004) for switch in "hl"),
    *("\x1b[?2026$p", "\x1b[?2048$p", "\x1b[>25u", "\x1b[<u"),
)
"""The background is asked for and how wide a sign is, before the first screen; modes are switched on, and off again."""
TWICE = ("\x1b[6n", *(f"\x1b[?{mode}{switch}" for mode in (1000, 1003, 1006, 1015) for switch in "hl"))
_POINTER = re.compile(r"\x1b\]22;(?:default|pointer|text|grab|grabbing)\x07")


class Token(NamedTuple):
    kind: str
    text: str


def tokens(written: bytes) -> Iterator[Token]:
    """Raises `UnicodeDecodeError`."""
    for match in _TOKEN.finditer(written.decode("utf-8")):
        assert match.lastgroup is not None
        yield Token(match.lastgroup, match[0])


def foreign(written: bytes) -> list[str]:
    """What Textual's driver, and what asks the terminal at the start, do not write, or not so often; and text that
    hides. Nothing that a page could have brought is on their lists: it would be there once too often."""
    found = set()
    counts: Counter[str] = Counter()
    for kind, text in tokens(written):
        if kind == "text":
            found |= {repr(ch) for ch in text if is_stray(ch)}
        elif not _PAINTING.fullmatch(text) and not _POINTER.fullmatch(text):
            counts[text] += 1
    allowed = {**dict.fromkeys(ONCE, 1), **dict.fromkeys(TWICE, 2)}
    return sorted(found | {f"{text!r} × {count}" for text, count in counts.items() if count > allowed.get(text, 0)})
