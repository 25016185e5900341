"""How many cells of a terminal a text takes.

The figures are those `rich.cells` paints with (Unicode 17 in rich 15), so that rows counted here are as wide
as the rows painted there; `unicodedata` of Python 3.11 knows Unicode 14 only, hence the corrections below.
East Asian ambiguous characters (“ ” … — · ℃ ①) take one cell, as in every terminal not told otherwise; on those
that are, `reader.typeset.ambiguous` has others painted in their place.

Two differences from `rich.cells.cell_len` remain. In emoji sequences rich adds a cell for U+FE0F behind a
narrow emoji and drops what follows U+200D; here each character counts for itself. Characters newer than
Unicode 14 may differ outside the ideographic planes. `reader.gate.visible` replaces both kinds before a text
is painted, so no painted row is affected.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate

_WIDE_SINCE_UNICODE_16 = (
    range(0x2630, 0x2638),
    range(0x268A, 0x2690),
    range(0x4DC0, 0x4E00),
    range(0x1D300, 0x1D357),
    range(0x1D360, 0x1D377),
)
# Hangul vowels and finals join the syllable before them; fillers, separators and skin tones paint nothing.
_NO_CELL = (
    range(0x1160, 0x1200),
    range(0x2028, 0x202A),
    range(0x3164, 0x3165),
    range(0xD7B0, 0xD800),
    range(0xFFA0, 0xFFA1),
    range(0x1F3FB, 0x1F400),
)
# Format characters with a glyph: the soft hyphen and the Arabic, Syriac and Kaithi number signs.
_SHOWN_FORMAT = frozenset(
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def _measure(ch: str) -> int:
    category = unicodedata.category(ch)
    code = ord(ch)
    if category[0] == "M" or category == "Cc" or any(code in none for none in _NO_CELL):
        return 0
    if category == "Cf":
        return int(ch in _SHOWN_FORMAT)
    if category == "Cn":
        # Python 3.11 calls every unassigned character full width; only ideographic planes are so by default.
        return 2 if 0x20000 <= code < 0x3FFFE else 1
    if any(code in wide for wide in _WIDE_SINCE_UNICODE_16):
        return 2
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1


class _Widths(dict[str, int]):
    """Cells by character, filled as characters are met: at most one entry for each code point."""

    def __missing__(self, ch: str) -> int:
        width = self[ch] = _measure(ch)
        return width


_widths = _Widths()


def char_width(ch: str) -> int:
    """Cells of one character: 0, 1 or 2. Control characters and combining marks take 0."""
    return _widths[ch]


def cell_width(text: str) -> int:
    """Cells of `text` on one row: the sum over its characters."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_widths.__getitem__, text))


def cell_offsets(text: str) -> list[int]:
    """The cell each character begins in, and last the width of `text`: `len(text) + 1` ascending figures."""
    if text.isascii() and text.isprintable():
        return list(range(len(text) + 1))
    return list(accumulate(map(_widths.__getitem__, text), initial=0))
