"""Dates the calendar has not, and dates printed with the wrong day of the week."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from reader.audit.model import Finding, Kind, Severity
from reader.audit.sentences import on_page
from reader.i18n import _
from reader.model import Certainty, Page, Passage
from reader.parse.fold import fold

_DATE = re.compile(
    r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)\s?年\s?)?(?<![\d.])(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
    r"(?:[\s,(]{0,3}(?P<word>星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)
_DAYS = "一二三四五六日"
_NEAR = 190
"""Days from the page's own date within which a date without a year lies."""


def weekdays(page: Page, passage: Passage, article: str | None) -> Iterator[Finding]:
    """The dates of one passage. One without a year is of the page's year, and then never more than doubtful."""
    for found in _DATE.finditer(fold(passage.text)):
        year = int(found["year"]) if found["year"] else None
        month, day = int(found["month"]), int(found["day"])
        last = calendar.monthrange(year or 2024, month)[1] if 1 <= month <= 12 else 0
        if not 1 <= day <= last:
            note = (
                _("{date}: that month has {count} days").format(date=found[0], count=last)
                if last
                else _("{date}: there is no month {number}").format(date=found[0], number=month)
            )
            end = found.end("day") + 1
            yield _finding(page, passage, article, found.start(), end, "", note, Kind.DATE, is_certain=True)
            continue
        if found["weekday"] is None:
            continue
        date = dt.date(year, month, day) if year else _of_this_year(page, month, day)
        if date is None:
            continue
        printed = found["weekday"].replace("天", "日")
        if _DAYS[date.weekday()] != printed:
            computed = found["word"] + _DAYS[date.weekday()]
            note = _("{date} was {weekday}").format(date=date.isoformat(), weekday=computed)
            start, end = found.start("word"), found.end("weekday")
            is_certain = year is not None
            yield _finding(page, passage, article, start, end, computed, note, Kind.WEEKDAY, is_certain=is_certain)


def _of_this_year(page: Page, month: int, day: int) -> dt.date | None:
    """The day nearest to that of the page, when the page prints its date."""
    if page.date.value is None or page.date.certainty is not Certainty.PRINTED:
        return None
    for year in (page.date.value.year, page.date.value.year + 1, page.date.value.year - 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if abs((date - page.date.value).days) <= _NEAR:
            return date
    return None


def _finding(
    page: Page,
    passage: Passage,
    article: str | None,
    start: int,
    end: int,
    computed: str,
    note: str,
    kind: Kind,
    *,
    is_certain: bool,
) -> Finding:
    span = on_page(page, passage, start, end)
    severity = Severity.CERTAIN if is_certain else Severity.DOUBTFUL
    return Finding(article, severity, kind, page.text[span.start : span.end], computed, note, span, (kind,))
