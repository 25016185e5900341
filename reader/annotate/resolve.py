"""Days of which a paper leaves out the year or the month, because its readers know them from its own date."""

from __future__ import annotations

import datetime as dt
import re

_DAY = re.compile(r"-(?:-(\d\d)|--)-?(\d\d)?(T.*)?")
_HALF_A_YEAR = 183


def resolved(value: str, issue: dt.date | None) -> str:
    """An ISO day whose year (`--09-04`) or month (`---15`) is that of the issue, or the one before where it would
    lie in the future by more than half a year, or half a month. Anything else is returned as it is.
    """
    found = _DAY.fullmatch(value)
    if found is None or issue is None:
        return value
    month, day, time = found[1], found[2], found[3] or ""
    if month is None:
        if day is None:
            return value
        year, number = issue.year, issue.month
        if int(day) > issue.day + 15:
            year, number = (year, number - 1) if number > 1 else (year - 1, 12)
        return f"{year}-{number:02}-{day}{time}"
    ahead = (int(month) - issue.month) * 30 + int(day or 1) - issue.day
    year = issue.year - (ahead > _HALF_A_YEAR) + (ahead < -_HALF_A_YEAR)
    return f"{year}-{month}" + (f"-{day}{time}" if day else "")
