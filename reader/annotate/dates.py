"""Dates, times of day and spans of time: 2023年9月1日至9月30日, 3月25日至27日, 2022—2035年, 周六, 9时30分, 公元前497年.

Values are ISO 8601 where it has a form: 2023-09-01, 2023-09-01T00:00:00, 08:30; `--09-01` and `---15` are its 1988
forms for a day without year or month, 198X is EDTF for a decade, 2024-Q1 a quarter, and `weekday:6` is Saturday. What
qualifies a date without being part of it (上午, 底, 中旬, 份) is outside the mention.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.annotate.found import Found
from reader.annotate.numerals import YEAR_IN_HAN, numeral_value
from reader.model import Interval, NumberType

_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = r"3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_HOUR = r"2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二三四五六七八九]"
_MINUTE = r"[1-5]\d|0?\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九]|零"
_HALF_DAY = r"(?:凌晨|清晨|早上|早晨|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|晚|夜间|深夜)"
_JOIN = r" ?(?:-|—|–|~|～|至|到) ?"

_CLOCK = re.compile(
    rf"(?P<hour>{_HOUR})(?:(?:时(?![代期间空效长段])|点(?![多亮评燃击名位钟儿]|要求|建议|意见))"
    rf"(?:(?P<half>半)|(?P<minute>{_MINUTE})(?:分(?!钟)(?:(?P<second>{_MINUTE})秒)?|(?=[^\d零一二三四五六七八九十个月日年小分元万亿多余.%])))?(?:整)?"
    rf"|:(?P<minute2>[0-5]\d)(?::(?P<second2>[0-5]\d))?(?![\d:]))"
)
_POINT = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|{YEAR_IN_HAN}) ?年(?:度(?![假过]))?(?: (?=\d{{1,2}} ?月))?)?"
    rf"(?:(?P<month>{_MONTH}) ?月(?![龄嫂租薪供均子饼])份?"
    rf"(?:(?: |)(?P<day>{_DAY}) ?[日号](?![线楼院均]))?)?"
)
_DOTTED = re.compile(r"(?P<year>(?:19|20)\d\d)([-./])(?P<month>1[0-2]|0?[1-9])\2(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])")
_ERA = re.compile(r"公元(?P<before>前)? ?(?P<year>\d{1,4}) ?年")
_HALF_DAY_THEN = re.compile(rf" ?{_HALF_DAY}? ?(?:约|近)?")
_JOINED = re.compile(_JOIN)
_DAY_ALONE = re.compile(rf"(?P<day>{_DAY}) ?[日号](?![线楼院均内后游])")
_YEARS = re.compile(rf"(?P<a>(?:19|20)\d\d){_JOIN}(?P<b>(?:19|20)\d\d|\d\d(?= ?年)) ?(?:年度?|学年|赛季)")
_SEASON = re.compile(r"(?P<a>(?:19|20)\d\d)/(?P<b>(?:19|20)?\d\d)(?=赛季|学年|年度)")
_MONTHS = re.compile(rf"(?P<a>{_MONTH}){_JOIN}(?P<b>{_MONTH}) ?月(?![龄嫂租薪供均子])")
_DAYS = re.compile(rf"(?P<a>{_DAY}){_JOIN}(?P<b>{_DAY}) ?日(?![内后均游])")
_MONTH_DAYS = re.compile(rf"(?P<month>{_MONTH})月(?P<a>{_DAY}){_JOIN}(?P<b>{_DAY}) ?[日号]")
_FIRST_MONTHS = re.compile(r"前(?P<n>1[01]|[2-9]|十一?|[二两三四五六七八九]) ?个?(?P<what>月|季度)")
_DECADE = re.compile(r"(?:(?P<century>1\d|2[01]|十九|二十) ?世纪)?(?P<decade>[0-9]0|[二三四五六七八九]十) ?年代")
_CENTURY = re.compile(
    r"(?P<century>1\d|2[01]|[1-9]|二十一|二十|十[一二三四五六七八九]) ?世纪(?!末?[0-9二三四五六七八九][0十])"
)
_COHORT = re.compile(r"(?P<decade>[0-9][05])后(?=[^\d])")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])(?![次场期个节年班届小刊轮游报])")
_SLASHED_DAY = re.compile(r"(?P<month>1[0-2]|[1-9])[·.](?P<day>3[01]|[12]\d|[1-9])(?=[”\"])")
_QUARTER = re.compile(r"(?:(?P<year>(?:19|20)\d\d) ?年 ?)?第?(?P<n>[一二三四1-4]) ?季度")
_HOLIDAY = re.compile(
    r"(?P<day>五一|六一|七一|八一|十一)(?=[”\"’]|假期|期间|小长假|黄金周|国际|儿童节|前夕|长假|建军节)"
)
_HOLIDAYS = {"五一": "--05-01", "六一": "--06-01", "七一": "--07-01", "八一": "--08-01", "十一": "--10-01"}
_WEEK = "一二三四五六日"


class _Point(NamedTuple):
    """A date or time, parts not printed are None."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None

    @property
    def iso(self) -> str:
        clock = self.clock or ""
        if self.year is None and self.month is None and self.day is None:
            return clock
        if self.year is not None:
            date = f"{self.year:04d}"
            if self.month is not None:
                date += f"-{self.month:02d}"
            if self.day is not None:
                date += f"-{self.day:02d}"
        elif self.month is not None:
            date = f"--{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")
        else:
            date = f"---{self.day:02d}"
        return f"{date}T{clock}" if clock else date

    def completed(self, earlier: _Point) -> _Point:
        """The point with the parts the earlier end of a range already said."""
        if self.year is None and self.month is None and self.day is None:
            return self._replace(year=earlier.year, month=earlier.month, day=earlier.day)
        if self.month is None and self.year is None:
            return self._replace(year=earlier.year, month=earlier.month)
        return self._replace(year=self.year if self.year is not None else earlier.year)


def _small(text: str) -> int:
    return int(numeral_value(text) or 0)


def _part(text: str | None) -> int | None:
    return _small(text) if text else None


def _clock_at(text: str, at: int, before: str = "") -> _Point | None:
    found = _CLOCK.match(text, at)
    if found is None:
        return None
    hour = _small(found["hour"])
    # A bare Chinese numeral with 点 is a time only beside a part of the day: 三点要求.
    if not found["hour"].isdigit() and text[found.end("hour")] == "点" and not before:
        return None
    if found["minute2"] is None and text[found.end("hour")] == "点" and hour > 24:
        return None
    if any(word in before for word in ("下午", "午后", "傍晚", "晚", "夜间", "深夜")) and hour < 12:
        hour += 12
    minute = 30 if found["half"] else _small(found["minute"] or found["minute2"] or "0")
    second = found["second"] or found["second2"]
    clock = f"{hour:02d}:{minute:02d}"
    return _Point(found.end(), clock=clock + (f":{_small(second):02d}" if second else ""))


def _point_at(text: str, at: int) -> _Point | None:
    """A date with a year or a month, and the time of day behind it."""
    found = _POINT.match(text, at) or _DOTTED.match(text, at)
    if found is not None and found.end() == at:
        found = _DOTTED.match(text, at)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    end = found.end()
    if month and not day and text[end - 1] == "份":
        end -= 1
    if month and len(month) > 1 and not month.isdigit() and not month.startswith("十"):
        return None
    point = _Point(end, _part(year), _part(month), _part(day))
    if day or month:
        half = _HALF_DAY_THEN.match(text, end)
        at_clock = half.end() if half else end
        clock = _clock_at(text, at_clock, half[0] if half else "") if day else None
        if clock:
            return point._replace(end=clock.end, clock=clock.clock)
    return point


def find_date(text: str, at: int) -> Found | None:
    """The date, time or range of them that begins at `at`."""
    sign = text[at]
    if found := _QUARTER.match(text, at):
        # ISO 8601 has no quarters; Q1 is how they are commonly written beside it.
        return Found(found.end(), NumberType.DATE, f"{found['year'] or '-'}-Q{_small(found['n'])}")
    if sign in "公前周星礼第":
        return _led(text, at, sign)
    for pattern, form in (
        (_YEARS, "years"),
        (_SEASON, "years"),
        (_MONTH_DAYS, "days"),
        (_MONTHS, "months"),
        (_DAYS, "only days"),
    ):
        found = pattern.match(text, at)
        if found:
            return _short_range(found, form)
    point = _point_at(text, at)
    if point is None:
        point = _clock_at(
            text, at, text[max(0, at - 2) : at] if re.search(_HALF_DAY + "$", text[max(0, at - 2) : at]) else ""
        )
    if point is None:
        return _period(text, at) or _lone_day(text, at)
    joined = _JOINED.match(text, point.end + (text[point.end : point.end + 1] == "份"))
    if joined:
        half = _HALF_DAY_THEN.match(text, joined.end())
        later = _point_at(text, joined.end()) or _clock_at(
            text, half.end() if half else joined.end(), half[0] if half else "次"
        )
        if later is None and point.day is not None:
            day = _DAY_ALONE.match(text, joined.end())
            later = _Point(day.end(), day=_small(day["day"])) if day else None
        if later is not None:
            return Found(later.end, NumberType.RANGE, Interval(point.iso, later.completed(point).iso))
    if point.clock:
        return Found(point.end, NumberType.TIME, point.iso)
    return Found(point.end, NumberType.DATE, point.iso)


def _short_range(found: re.Match[str], form: str) -> Found:
    low, high = _small(found["a"]), _small(found["b"])
    if form == "years":
        high = high if high >= 100 else low // 100 * 100 + high
        return Found(found.end(), NumberType.RANGE, Interval(str(low), str(high)))
    if form == "months":
        return Found(found.end(), NumberType.RANGE, Interval(f"--{low:02d}", f"--{high:02d}"))
    prefix = f"--{_small(found['month']):02d}-" if form == "days" else "---"
    return Found(found.end(), NumberType.RANGE, Interval(f"{prefix}{low:02d}", f"{prefix}{high:02d}"))


def _led(text: str, at: int, sign: str) -> Found | None:
    """Dates that do not begin with a numeral."""
    if sign == "公":
        found = _ERA.match(text, at)
        if found is None:
            return None
        year = int(found["year"])
        # ISO 8601 counts a year 0: 1 BC is 0000.
        return Found(found.end(), NumberType.DATE, f"-{year - 1:04d}" if found["before"] else f"{year:04d}")
    if sign == "前":
        found = _FIRST_MONTHS.match(text, at)
        if found is None or text[at - 1 : at] in ("以", "之", "目"):
            return None
        last = _small(found["n"]) * (3 if found["what"] == "季度" else 1)
        return Found(found.end(), NumberType.RANGE, Interval("--01", f"--{last:02d}")) if last <= 12 else None
    found = _WEEKDAY.match(text, at)
    if found is None or found["day"] == "末":
        return None
    day = _weekday(found["day"])
    joined = _JOINED.match(text, found.end())
    later = _WEEKDAY.match(text, joined.end()) if joined else None
    if later and later["day"] != "末":
        return Found(later.end(), NumberType.RANGE, Interval(day, _weekday(later["day"])))
    return Found(found.end(), NumberType.DATE, day)


def _weekday(sign: str) -> str:
    return f"weekday:{_WEEK.index(sign.replace('天', '日')) + 1}"


def _period(text: str, at: int) -> Found | None:
    """Decades, centuries, cohorts (90后), and days that name an event (3·15)."""
    if found := _DECADE.match(text, at):
        digit = found["decade"][0] if found["decade"].isdigit() else str(_small(found["decade"]) // 10)
        century = _small(found["century"]) - 1 if found["century"] else (20 if digit in "01" else 19)
        return Found(found.end(), NumberType.DATE, f"{century}{digit}X")
    if found := _CENTURY.match(text, at):
        return Found(found.end(), NumberType.DATE, f"{_small(found['century']) - 1:02d}XX")
    if found := _COHORT.match(text, at):
        return Found(found.end(), NumberType.DATE, f"{20 if found['decade'] < '50' else 19}{found['decade'][0]}X")
    if found := _HOLIDAY.match(text, at):
        return Found(found.end(), NumberType.DATE, _HOLIDAYS[found["day"]])
    if (found := _SLASHED_DAY.match(text, at)) and text[at - 1 : at] in ("“", '"'):
        return Found(found.end(), NumberType.DATE, f"--{int(found['month']):02d}-{int(found['day']):02d}")
    return None


_DAY_CUE_BEFORE = re.compile(r"(?:[于在截至日月年讯、,;。:(]|记者|本报|消息|^)$")
_DAY_CUE_BEHIND = re.compile(
    r"[ ,、。;)]|上午|下午|中午|凌晨|清晨|早|晚|傍晚|夜|当天|从|在|至|起|电|讯|召|举|发布|获|宣|报|透|开|公|正式|"
    r"表示|说|称|介绍|印发|闭幕|抵|赴|前|止|$"
)

_DAY_CLEAR = re.compile(
    r"上午|下午|中午|凌晨|清晨|晚|电|讯|从|在|召开|举行|举办|发布|公布|宣布|印发|启动|开幕|闭幕|获悉|表示|透露|通报"
)


def _lone_day(text: str, at: int) -> Found | None:
    """A day of the month without the month: 记者15日从…获悉. 5日内, 7日游 are spans of time, not days."""
    found = _DAY_ALONE.match(text, at)
    if found is None or text[found.end() - 1] != "日":
        return None
    point = _Point(found.end(), day=_small(found["day"]))
    half = _HALF_DAY_THEN.match(text, found.end())
    clock = _clock_at(text, half.end() if half else found.end(), half[0] if half else "")
    if clock:
        return Found(clock.end, NumberType.TIME, point._replace(clock=clock.clock).iso)
    clear = found["day"].isdigit() and _DAY_CLEAR.match(text, found.end())
    if clear or (_DAY_CUE_BEFORE.search(text[max(0, at - 2) : at]) and _DAY_CUE_BEHIND.match(text, found.end())):
        return Found(found.end(), NumberType.DATE, point.iso)
    return None
