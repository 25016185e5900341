"""Figures as they are typed to compare with: 10亿元, 5%, 1,200; read as the annotations of a page are."""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.numbers import find_numbers
from reader.annotate.numerals import NUMERAL, numeral_value, tidy
from reader.annotate.units import unit_words
from reader.model import DATES, Number, NumberType
from reader.search.occurrences import folded

# Beyond these a float no longer tells two figures apart.
_TOO_LARGE = 10**15
# Nobody types more for one figure.
_LONGEST = 60
_COMPARED = frozenset(
    {NumberType.AMOUNT, NumberType.PERCENT, NumberType.COUNT, NumberType.MEASURE, NumberType.DURATION, NumberType.PLAIN}
)


class Figure(NamedTuple):
    """A value in `unit`, both as in `reader.model.Number`. 倍 and fractions have no unit of their own."""

    value: int | float
    unit: str | None


class DateFigureError(ValueError):
    """The figure says when, and is not more or less than another."""


def read_figure(text: str) -> Figure | None:
    """The figure that is the whole of `text`; None when it is none or its unit is unknown.

    Capitals count in units (MW, mW), but one typed in the wrong ones is read when its small letters are a unit.
    Raises `DateFigureError` for a day, a month, or a year with 年.
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    return _read(text) or _read(folded(text))


def _read(text: str) -> Figure | None:
    if NUMERAL.fullmatch(text):
        return _figure(numeral_value(text), None)
    number = _only(text)
    if number is not None and number.type in DATES:
        raise DateFigureError(text)
    if number is None or number.type not in _COMPARED:
        number = _only(_with_decimals(text))
    if number is None or number.type not in _COMPARED or isinstance(number.value, str | tuple):
        return None
    return _figure(number.value, number.unit)


def _figure(value: float | None, unit: str | None) -> Figure | None:
    return None if value is None or value >= _TOO_LARGE else Figure(value, unit)


def _with_decimals(text: str) -> str:
    """In a text 13812345678 before 元 may be a telephone number, 5 before 级 a rank; neither name has decimals."""
    numeral = NUMERAL.match(text)
    value = numeral_value(numeral[0]) if numeral else None
    return f"{value:,}.0{text[numeral.end() :]}" if numeral and isinstance(value, int) else text


def _only(text: str) -> Number | None:
    numbers = find_numbers(text)
    return numbers[0] if len(numbers) == 1 and len(numbers[0].text) == len(text) else None


def written(value: float, unit: str | None) -> str:
    """What to type for a figure: the first way of writing it that reads back, such as 10亿元, 5%, 3公里."""
    if unit is None:
        return _digits(value)
    words = [(tidy(value / way.factor), way.word) for way in unit_words(unit)]
    ways = [shown(figure) + word for shown in (_scaled, _digits, "{:,}.0".format) for figure, word in words]
    return next((way for way in ways if _reads_as(way, Figure(value, unit))), ways[0])


def _reads_as(text: str, figure: Figure) -> bool:
    try:
        return read_figure(text) == figure
    except DateFigureError:
        return False


def _scaled(value: float) -> str:
    for sign, scale, step in (("亿", 10**8, 10**6), ("万", 10**4, 10**3)):
        if value >= scale and value % step == 0:
            return _digits(tidy(value / scale)) + sign
    return _digits(value)


def _digits(value: float) -> str:
    """In thousands, so that no figure looks like a year."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.9f}".rstrip("0").rstrip(".")
