"""From a cell's text to a number that can be compared: 93.29%, 1,234, 5.6万, 12.3亿元, 第十二名, 十二."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reader.parse.tables.shapes import EMPTY, folded_cell, match_figure, rank_value, shape_of
from reader.parse.tables.vocabulary import scales, word_set

_PLAIN = re.compile(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(?:\.[0-9]{1,20})?)([^0-9., ]{0,6})")
_PLAIN_DIGITS = 20
_LONGEST_DASH = 4
_LONGEST_WORD = 8


class Value(NamedTuple):
    """A figure. `number` has 万 and 亿 multiplied out; percent stays as printed (93.29% is 93.29 with unit `%`)."""

    number: float
    unit: str | None = None


def parse_value(text: str) -> Value | None:
    """The figure `text` prints, in all of its characters; None for blank, dash and words.

    下降3.2% and ↓3.2% are -3.2, and 持平 is 0.
    """
    # Most cells are a number with one of few tails; the general way, which folds widths, is several times slower.
    match = _PLAIN.fullmatch(text)
    if match is not None:
        number, rest = match.groups()
        tail = _tail(rest)
        if tail is not None:
            scale, unit = tail
            return Value(_scaled(number, scale), unit)
    return None if is_blank(text) else _parse(text)


def is_unchanged(text: str) -> bool:
    """Whether a cell says that a figure is what it was: 持平, =."""
    return len(text) <= _LONGEST_WORD and folded_cell(text) in word_set("values", "unchanged")


def _parse(text: str) -> Value | None:
    if is_unchanged(text):
        return Value(0.0)
    figure = match_figure(folded_cell(text))
    if figure is None:
        place = rank_value(text)
        return None if place is None else Value(float(place))
    number = _scaled(figure.number, scales()[figure.scale] if figure.scale else 1)
    if figure.direction and figure.direction in word_set("values", "falling"):
        number = -abs(number)
    return Value(number, figure.unit.replace("\\", "") or None)


def _scaled(number: str, scale: int) -> float:
    value = float(number.replace(",", ""))
    # Rounded, for 1.1万 is 11000 and not 11000.000000000002.
    return value if scale == 1 else round(value * scale, 6)


@lru_cache(maxsize=256)
def _tail(rest: str) -> tuple[int, str | None] | None:
    """Scale and unit of what stands behind a number, None when it is neither."""
    figure = match_figure(f"1{rest}")
    if figure is None or figure.number != "1":
        return None
    return scales()[figure.scale] if figure.scale else 1, figure.unit.replace("\\", "") or None


def comparable(text: str) -> float | None:
    """The number of `text` alone; see `parse_value`."""
    # Sorting waits for this: most cells are digits with at most a point and a percent sign.
    digits = text.removesuffix("%")
    plain = digits.isascii() and len(digits) <= _PLAIN_DIGITS and digits.replace(".", "", 1).isdigit()
    if plain and "." not in (digits[0], digits[-1]):
        return float(digits)
    value = parse_value(text)
    return None if value is None else value.number


def is_blank(text: str) -> bool:
    """Whether a cell holds no value: nothing printed, or a dash."""
    return not text or (len(text) <= _LONGEST_DASH and shape_of(text) in EMPTY)
