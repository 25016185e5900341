"""Days as they are printed: 9月5日, 2023年9月5日, 二〇二三年九月五日. On folded text."""

from __future__ import annotations

import datetime as dt

_HAN_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HAN_YEAR = "[二一][〇○零O0一二三四五六七八九]{3}"

MONTH_AND_DAY = rf"(?:\d{{1,2}}|{_HAN_NUMERAL})月(?:\d{{1,2}}|{_HAN_NUMERAL})日"
DAY = rf"(?:(?:19|20)\d\d年|{_HAN_YEAR}年)?{MONTH_AND_DAY}"
"""A pattern without groups, for use inside others."""

_VALUES = {
    mark: value
    for value, marks in enumerate(("〇○零O0", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for mark in marks
}


def numeral(text: str) -> int:
    """Value of a Chinese numeral below 100; of digits as they are printed one by one (二〇二三), of all of them."""
    if len(text) > 1 and "十" not in text:
        return int("".join(str(_VALUES.get(mark, 0)) for mark in text))
    tens, ten, ones = text.rpartition("十")
    value = _VALUES.get(ones, 0) if ones else 0
    return value + 10 * (_VALUES.get(tens, 1) if tens else 1) if ten else value


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
