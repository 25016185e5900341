"""The day an issue appeared: printed, or inferred from what its articles say.

A daily reports today what happened yesterday: the newest day that ledes and captions open with is the day before. A
notice
is signed with the day it is printed. The year is the earliest that agrees with every year the page speaks of as past or
present; deadlines, plans and periods to come do not count.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Article, ArticleKind, Block, BlockKind, Certainty, IssueDate, Role
from reader.parse.days import date_of
from reader.parse.masthead import Masthead

_LEDE = 60
"""Characters of a lede within which the day of the event stands."""
_QUOTE = 28
_CLUSTER = dt.timedelta(days=10)
_DAY = re.compile(
    r"(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})日(?!(?:至|到|-|—|起至|前|之前|以前|止|截止|起施行|起实施|起,?将|将))"
)
_YESTERDAY = re.compile(r"昨[日天]?\((\d{1,2})月(\d{1,2})日\)")
_COMING = re.compile(r"^[^,。]{0,10}?(?:将|拟|前|截止|起(?!来)|施行|实施)")
_AFTER_RANGE = re.compile(r"(?:至|到|-|—|起|农历|自|从|截至|截止|于|在)$")
_FULL = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_YEAR = re.compile(r"(?<![\d\-—–~])((?:19|20)\d\d)(?:年(?!代)(度|底|末|全年)?|(?=年度))")
_PLAN = re.compile(r"(?:到|至|在|于|截至|截止|力争|预计|计划|[\-—–~])$")
_PLANNED = re.compile(
    r"^(?:底前|年?底?前|之前|以前|前|底,?(?:力争|将|实现|建成|基本)"
    r"|年?底?[^,。;]{0,6}?(?:将|完工|亮相|建成|投用|竣工|通车|开放|启用|投产))"
)
_DONE = re.compile(r"^[^,。;]{0,16}?(?:达到?|实现|完成|增长|下降|同比|比上年|较|获|入选|荣获|被评|建成|累计)")


class _Event(NamedTuple):
    year: int | None
    month: int
    day: int
    quote: str


def issue_date(articles: Sequence[Article], folded: str, masthead: Masthead) -> IssueDate:
    """The date of the page's issue. `evidence` holds quotes, the deciding one first."""
    if masthead.printed:
        value, quote = masthead.printed
        return IssueDate(value, Certainty.PRINTED, (quote,))
    if masthead.in_path:
        value, name = masthead.in_path
        return IssueDate(value, Certainty.INFERRED, (name,))
    events = list(_events(articles, folded))
    signed = _signatures(articles, folded)
    newest = _yesterday(folded) or _newest(_not_after(signed, events))
    if newest is None and not signed:
        return IssueDate()
    bounds = list(_year_bounds(folded))
    if newest is not None:
        day = _signed_year(newest, signed) or _resolve(newest, [*bounds, *signed])
        if day is not None:
            issue = day + dt.timedelta(days=1)
            late = [value for value, _ in signed if issue < value <= day + dt.timedelta(days=4)]
            issue = max([issue, *late])
            support = [event.quote for event in events if (event.month, event.day) == (newest.month, newest.day)]
            years = [
                quote for value, quote in [*signed, *bounds] if value.year == issue.year or value.year == issue.year - 1
            ]
            return IssueDate(issue, Certainty.INFERRED, tuple(dict.fromkeys([*support[:3], *years[-2:]])))
        return IssueDate(None, None, (newest.quote,))
    value, quote = max(signed)
    return IssueDate(value, Certainty.INFERRED, (quote,))


def _events(articles: Sequence[Article], folded: str) -> Iterator[_Event]:
    """Days on which a lede or a caption says that something happened."""
    for article in articles:
        if article.kind in (ArticleKind.NOTICE, ArticleKind.CONTINUATION, ArticleKind.COMMENTARY):
            continue
        dated = [part for part in article.parts if part.role is Role.DATELINE]
        for part in dated:
            found = _DAY.search(folded, part.spans[0].start, part.spans[0].end)
            if found:
                yield _event(found, folded)
        block = next((one for one in article.blocks if one.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION)), None)
        if block is None:
            continue
        start, end = block.spans[0]
        stop = min(end, start + (_LEDE if dated or article.kind is ArticleKind.PHOTO else 400))
        for found in _DAY.finditer(folded, start, stop):
            if _COMING.match(folded[found.end() : found.end() + 12]) or re.search(
                r"(?:至|到|-|—|农历)$", folded[max(start, found.start() - 2) : found.start()]
            ):
                continue
            yield _event(found, folded)
            break


def _yesterday(folded: str) -> _Event | None:
    """昨日(6月9日): the day before the issue, said so."""
    found = _YESTERDAY.search(folded)
    return _Event(None, int(found[1]), int(found[2]), found[0]) if found else None


def _event(found: re.Match[str], folded: str) -> _Event:
    return _Event(
        int(found[1]) if found[1] else None,
        int(found[2]),
        int(found[3]),
        folded[found.start() : found.start() + _QUOTE].split("\n")[0],
    )


def _signatures(articles: Sequence[Article], folded: str) -> list[tuple[dt.date, str]]:
    """Days notices are signed with."""
    found: list[tuple[dt.date, str]] = []
    for article in articles:
        if article.kind is ArticleKind.NOTICE:
            found += [signed for block in article.blocks if (signed := _signed_day(block, folded))]
    return found


def _signed_day(block: Block, folded: str) -> tuple[dt.date, str] | None:
    if block.kind is not BlockKind.NOTE or len(block.text) > 16:
        return None
    match = _FULL.match(folded, block.spans[0].start, block.spans[0].end)
    value = date_of(int(match[1]), int(match[2]), int(match[3])) if match and match[3] else None
    return (value, block.text) if value else None


def _not_after(signed: Sequence[tuple[dt.date, str]], events: list[_Event]) -> list[_Event]:
    """Without what lies days after the last signature, where an event of those days is told too: it is yet to come."""
    if not signed:
        return events
    last = max(value for value, _quote in signed)
    near: list[_Event] = []
    for event in events:
        day = date_of(event.year or last.year, event.month, event.day)
        if day and day <= last + dt.timedelta(days=3):
            near.append(event)
    recent = any((last - dt.timedelta(days=3)).day <= event.day for event in near if event.month == last.month)
    return near if recent else events


def _newest(events: Sequence[_Event]) -> _Event | None:
    """The newest day of the densest ten days, so that one old or future day does not decide."""
    if not events:
        return None
    # 2000 is a leap year: 29 February is a day like any other here.
    days = {event: day for event in events if (day := date_of(2000, event.month, event.day))}
    counts = Counter(
        {
            event: sum(dt.timedelta(0) <= _back(day, other) <= _CLUSTER for other in days.values())
            for event, day in days.items()
        }
    )
    if not counts:
        return None
    best = max(counts.values())
    densest = [event for event, count in counts.items() if count == best]
    # 2 January is newer than 30 December.
    return max(
        densest,
        key=lambda event: sum(_back(days[event], days[other]) < dt.timedelta(days=183) for other in densest),
    )


def _back(day: dt.date, other: dt.date) -> dt.timedelta:
    """How long before `day`, in the round of the year, `other` lies."""
    return dt.timedelta(days=(day - other).days % 366)


def _year_bounds(folded: str) -> Iterator[tuple[dt.date, str]]:
    """Days that have surely come when the page appears, each with its quote."""
    for found in _FULL.finditer(folded):
        before, behind = (
            folded[max(0, found.start() - 3) : found.start()],
            folded[found.end() : found.end() + 8],
        )
        if _PLANNED.match(behind) or _COMING.match(behind) or re.search(r"(?:至|到|截止)$", before):
            continue
        value = date_of(int(found[1]), int(found[2]), int(found[3] or 1))
        if value:
            yield value, folded[found.start() : found.end()]
    for found in _YEAR.finditer(folded):
        before, behind = (
            folded[max(0, found.start() - 3) : found.start()],
            folded[found.end() : found.end() + 20],
        )
        if _PLAN.search(before) or _PLANNED.match(behind) or re.match(r"(?:[\-—–~至到]|\d{1,2}月)", behind):
            continue
        year = int(found[1])
        over = found[2] is not None or _DONE.match(behind) is not None
        yield dt.date(year + 1 if over else year, 1, 1), folded[found.start() : found.start() + 12]


def _signed_year(event: _Event, signed: Sequence[tuple[dt.date, str]]) -> dt.date | None:
    """The event's day in the year of a notice signed within a fortnight of it: better evidence than any other year."""
    for value, _quote in sorted(signed, reverse=True):
        for year in (value.year, value.year - 1):
            day = date_of(year, event.month, event.day)
            if day and abs((value - day).days) <= 14:
                return day
    return None


def _resolve(event: _Event, bounds: Sequence[tuple[dt.date, str]]) -> dt.date | None:
    """The event's day in the earliest year in which the page can have appeared the day after."""
    if event.year:
        return date_of(event.year, event.month, event.day)
    if not bounds:
        return None
    newest = max(value for value, _ in bounds)
    for year in (newest.year, newest.year + 1):
        value = date_of(year, event.month, event.day)
        if value and value + dt.timedelta(days=1) >= newest:
            return value
    return date_of(newest.year, event.month, event.day)
