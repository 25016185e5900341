"""Conditions on numbers as they are typed: >10亿元, <=5%, 10亿元..20亿元."""

from __future__ import annotations

import re

from reader.annotate.numerals import ARABIC, NUMERAL
from reader.i18n import _
from reader.search.days import RANGE
from reader.search.figures import DateFigureError, Figure, read_figure
from reader.search.query import Numbers, QueryError

SIGNS = re.compile(r"[<>=≤≥≦≧≠]+|!=+")
"""What looks like a comparison at the beginning of an item; `compare` knows which are."""
_SIGNS = {"≤": "<=", "≦": "<=", "≥": ">=", "≧": ">=", "==": "="}
_KNOWN = (">", ">=", "<", "<=", "=")
_ARABIC = re.compile(ARABIC)
_SCALED = re.compile("[百千万亿]$")


def compare(sign: str, sign_start: int, text: str, start: int) -> Numbers:
    """The condition of a folded `sign`, typed at `sign_start`, and the figure `text`, typed at `start`.

    Raises `QueryError`.
    """
    known = _SIGNS.get(sign, sign)
    if known not in _KNOWN:
        message = _("{sign} compares nothing; write >, >=, <, <= or =").format(sign=sign)
        raise QueryError(message, sign_start, sign_start + len(sign))
    if not text:
        message = _("A number is wanted after {sign}, such as {sign}10亿元").format(sign=sign)
        raise QueryError(message, sign_start, sign_start + len(sign))
    figure = _read(text, start)
    if known == "=":
        return Numbers(figure.value, figure.value, unit=figure.unit)
    included = known.endswith("=")
    if known.startswith(">"):
        return Numbers(figure.value, None, low_included=included, unit=figure.unit)
    return Numbers(None, figure.value, high_included=included, unit=figure.unit)


def read_number_range(text: str, start: int) -> Numbers:
    """The numbers from one end to the other of `text`, typed at `start`, both included; one end may be missing.

    What is said once is said of both ends: 10..20亿元, 3..5%. Raises `QueryError`.
    """
    low_text, _dots, high_text = text.partition(RANGE)
    low = _read(low_text, start) if low_text else None
    high = _read(high_text, start + len(low_text) + len(RANGE)) if high_text else None
    if low is None or high is None:
        end = low or high
        return Numbers(low and low.value, high and high.value, unit=end and end.unit)
    if low.unit is None:
        low = _completed(low_text, low, high_text) or low
    if low.unit != high.unit:
        message = _("{low} and {high} are not in the same unit").format(low=low_text, high=high_text)
        raise QueryError(message, start, start + len(text))
    if low.value > high.value:
        message = _("{high} is less than {low}: the smaller one comes first").format(low=low_text, high=high_text)
        raise QueryError(message, start, start + len(text))
    return Numbers(low.value, high.value, unit=low.unit)


def _completed(low_text: str, low: Figure, high_text: str) -> Figure | None:
    """The low end with what only the high one says. The annotations read 3-5万元 by the same rule."""
    figure, numeral = _ARABIC.match(high_text), NUMERAL.match(high_text)
    if figure and not _SCALED.search(low_text) and low.value <= float(figure[0].replace(",", "")):
        return read_figure(low_text + high_text[figure.end() :])
    return read_figure(low_text + high_text[numeral.end() :]) if numeral else None


def _read(text: str, start: int) -> Figure:
    try:
        figure = read_figure(text)
    except DateFigureError:
        message = _("{text} says when; dates are written 2023-09 or 2023-09..2023-10").format(text=text)
        raise QueryError(message, start, start + len(text)) from None
    if figure is None:
        message = _("{text} is no number to compare with; numbers are such as 5%, 10亿元 or 3公里").format(text=text)
        raise QueryError(message, start, start + len(text))
    return figure
