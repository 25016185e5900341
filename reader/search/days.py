"""Days, months and years as they are typed: 2023-09-01, 2023-09, 2023, 2023年9月, and from one to another with `..`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import NamedTuple

from reader.i18n import _
from reader.search.query import DateRange, QueryError

# Newspapers are younger than 1600; other figures of four digits are no years.
_YEAR = r"(?P<year>1[6-9][0-9]{2}|2[0-9]{3})"
_MONTH, _DAY = r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_DASHED = re.compile(rf"{_YEAR}-{_MONTH}(?:-{_DAY})?")
_CHINESE = re.compile(rf"{_YEAR}年(?:{_MONTH}月(?:{_DAY}[日号])?)?")
_YEAR_ALONE = re.compile(_YEAR)
_FORMS = (
    _DASHED,
    _CHINESE,
    _YEAR_ALONE,
    re.compile(rf"{_YEAR}(?P<sign>[./]){_MONTH}(?:(?P=sign){_DAY})?"),
    re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
)
RANGE = ".."


class _Days(NamedTuple):
    """The first and the last day of a day, month or year."""

    first: dt.date
    last: dt.date


def is_date(word: str) -> bool:
    """Whether a folded word by itself is a date rather than a text: 2023-09 and 2023-09-01 are, 2023 is not."""
    return bool(_DASHED.fullmatch(word))


def is_date_range(low: str, high: str) -> bool:
    """Whether these folded ends of a range are dates rather than numbers; one may be missing."""
    ends = [end for end in (low, high) if end]
    if any(_DASHED.fullmatch(end) or _CHINESE.fullmatch(end) for end in ends):
        return True
    return bool(ends) and all(_YEAR_ALONE.fullmatch(end) for end in ends)


def read_days(text: str, start: int) -> DateRange:
    """The days that folded `text`, typed at `start`, names, with or without `..`.

    Raises `QueryError` for what is no date, a date the calendar has not, and an end before its beginning.
    """
    low, dots, high = text.partition(RANGE)
    if not dots:
        days = _read(text, start)
        return DateRange(days.first, days.last)
    if not low and not high:
        raise QueryError(_("A day or a number is wanted before or after .."), start, start + len(text))
    first = _read(low, start).first if low else None
    last = _read(high, start + len(low) + len(RANGE)).last if high else None
    if first and last and last < first:
        message = _("{last} is before {first}: the earlier one comes first").format(first=low, last=high)
        raise QueryError(message, start, start + len(text))
    return DateRange(first, last)


def _read(text: str, start: int) -> _Days:
    found = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if found is None:
        message = _("{text} is no date; dates are written 2023-09-01, 2023-09 or 2023").format(text=text)
        raise QueryError(message, start, start + len(text))
    parts = found.groupdict()
    year, month, day = int(parts["year"]), parts.get("month"), parts.get("day")
    try:
        first = dt.date(year, int(month or 1), int(day or 1))
    except ValueError:
        message = _("The calendar has no {date}").format(date=text)
        raise QueryError(message, start, start + len(text)) from None
    if day:
        return _Days(first, first)
    last_month = int(month or 12)
    return _Days(first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1]))
