"""What is spelled in another way for a reader: subscripts in TeX, squeezed signs, an English "and" in Chinese text.

OCR models write PM_{2.5} for a subscript and now and then translate 和; a terminal squeezes ℃ and Ⅱ into one cell.
Other than in `display`, a piece may become longer or shorter, so each is given with its place in the printed text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.typeset.display import is_han

_PATTERN = re.compile(
    r"(?P<and> ?\band\b ?)"
    r"|(?<=[A-Za-z)])_(?:\{(?P<braced>\d[\d.]{0,4})\}|(?P<sub>\d))"
    r"|(?<=[A-Za-z])(?P<power>\^\{[23]\}|\^[23](?!\d))"
    r"|(?<=[A-Za-z.₀-₉])(?P<small>[₀-₉])"
    # Letter-like signs and Roman numerals that are one narrow cell wide and drawn for two.
    r"|(?P<sign>[℃℉№Ⅰ-Ⅻⅰ-ⅻ])"
)
_SIGNS = {"℃": "°C", "℉": "°F", "№": "No."}
_POWERS = {"2": "²", "3": "³"}


class Rewriting(NamedTuple):
    """Characters `[start, end)` of a text, and what is shown for them."""

    start: int
    end: int
    text: str
    editorial: bool
    """A word was put in the place of another; otherwise only the spelling differs."""


def rewritings(text: str) -> Iterator[Rewriting]:
    """What is written in another way in `text`, in order and without overlap. Linear."""
    for found in _PATTERN.finditer(text):
        shown = found["braced"] or found["sub"]
        if found["and"]:
            if not _stands_between_han(text, found.start(), found.end()):
                continue
            shown = "和"
        elif found["power"]:
            shown = _POWERS[found["power"].strip("^{}")]
        elif found["small"] or found["sign"]:
            shown = _SIGNS.get(found[0]) or unicodedata.normalize("NFKC", found[0])
        yield Rewriting(found.start(), found.end(), shown, found["and"] is not None)


def _stands_between_han(text: str, start: int, end: int) -> bool:
    if start == 0 or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    return (is_han(before) or before in "”》）") and (is_han(after) or after in "“《（")


def rewrite(text: str, changes: Iterable[Rewriting]) -> str:
    """`text` with the changes made, which are in order and do not overlap."""
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.text]
        at = change.end
    return "".join([*pieces, text[at:]]) if pieces else text
