"""What a cell is exported as when figures are asked for as numbers."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

from reader.parse.tables.shapes import folded_cell
from reader.ranking.values import comparable, is_blank

CellValue = int | float | str | None
"""None is a blank cell or a dash."""

_EXACT = 2**53
"""From here on a float skips whole numbers."""


def cell_value(text: str, *, numeric: bool) -> CellValue:
    """The number `text` prints in a numeric column: 93.29% → 93.29, 5.6万 → 56000, 第十二名 → 12; — → None.

    Words stay words, and a column of words holds no numbers at all: 三一 is a company there, not 31.
    """
    if is_blank(text) or not text.strip():
        return None
    number = comparable(text) if numeric else None
    if number is None or not isfinite(number):
        return text
    if not number.is_integer():
        return number
    plain = folded_cell(text).replace(",", "")
    exact = abs(number) >= _EXACT and plain.lstrip("+-").isdecimal()
    return int(plain) if exact else int(number)


def value_text(value: CellValue) -> str:
    """`value` in digits, never with an exponent; a blank is the empty string."""
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return "" if value is None else str(value)
