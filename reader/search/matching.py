"""Whether a number of a page is one a query asks for."""

from __future__ import annotations

from collections.abc import Sequence

from reader.annotate.units import unit_at
from reader.model import Interval, Number, NumberType
from reader.search.query import Numbers

WITHOUT_UNIT = frozenset({NumberType.PLAIN, NumberType.COUNT})


def matches_number(numbers: Sequence[Number], item: Numbers) -> bool:
    """Whether one of `numbers` is within the bounds of `item` and in its unit.

    A range is when a part of it is: 3-5年 is more than 4年. An end that the page leaves open (数百) counts for nothing.
    Units are not converted: 3000米 is not more than 2公里. Without a unit, `item` means plain numbers and counts,
    whatever is counted, and no amounts, shares, measures, durations, dates or codes.
    """
    return any(_of_unit(number, item.unit) and _within(number.value, item) for number in numbers)


def _of_unit(number: Number, unit: str | None) -> bool:
    if unit is not None:
        return number.unit == unit
    if number.type is NumberType.RANGE:
        return number.unit is not None and is_counted(number.unit)
    return number.type in WITHOUT_UNIT


def is_counted(symbol: str) -> bool:
    """Whether the unit is a word that is counted, 人 or 件, which is its own symbol."""
    unit = unit_at(symbol, 0)
    return unit is not None and unit.type is NumberType.COUNT


def _within(value: float | str | Interval | None, item: Numbers) -> bool:
    ends = value if isinstance(value, Interval) else (value,)
    figures = [end for end in ends if isinstance(end, int | float)]
    if not figures:
        return False
    least, most = min(figures), max(figures)
    above = item.low is None or most > item.low or (item.low_included and most == item.low)
    below = item.high is None or least < item.high or (item.high_included and least == item.high)
    return above and below
