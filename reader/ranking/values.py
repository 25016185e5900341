"""From a cell's text to a number that can be compared: 93.29%, 1,234, 5.6万, 12.3亿元, 第十二名, 十二."""

from __future__ import annotations

from typing import NamedTuple

from reader.parse.tables.shapes import EMPTY, folded_cell, match_figure, rank_value, shape_of
from reader.parse.tables.vocabulary import scales, word_set

_LONGEST = 28


class Value(NamedTuple):
    """A figure. `number` has 万 and 亿 multiplied out; percent stays as printed (93.29% is 93.29 with unit `%`)."""

    number: float
    unit: str | None = None


def parse_value(text: str) -> Value | None:
    """The figure `text` prints, in all of its characters; None for blank, dash and words.

    下降3.2% and ↓3.2% are -3.2.
    """
    if text.isascii() and text.replace(".", "", 1).isdecimal() and len(text) < _LONGEST:
        return Value(float(text))
    if shape_of(text) in EMPTY:
        return None
    plain = folded_cell(text)
    match = match_figure(plain)
    if match is None:
        place = rank_value(text)
        return None if place is None else Value(float(place))
    direction, figure, scale, unit = match.groups()
    number = float(figure.replace(",", "")) * (scales()[scale] if scale else 1)
    if direction and direction in word_set("values", "falling"):
        number = -abs(number)
    return Value(number, unit.replace("\\", "") if unit else None)


def comparable(text: str) -> float | None:
    """The number of `text` alone; see `parse_value`."""
    value = parse_value(text)
    return None if value is None else value.number


def is_blank(text: str) -> bool:
    """Whether a cell holds no value: nothing printed, or a dash."""
    return shape_of(text) in EMPTY
