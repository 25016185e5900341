"""Datelines 电头: 本报讯, 本报北京3月5日电, 新华社北京1月5日电, and what stands in parentheses behind them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.parse.words import word_list

# A place and a day may stand between the name of the paper or agency and 电 or 讯: 新华社北京1月5日电, 本报3月5日讯.
_DATELINE = re.compile(
    r"(?:据)?(?:"
    r"(?:本报|本刊|本台|本网)(?:综合|独家)?(?:[\u4e00-\u9fff、·]{0,12}?)(?:\d{1,4}年)?(?:(?:\d{1,2}月)?\d{1,2}日)?(?:讯|电|消息|专电|专讯|综合消息)"
    r"|(?:新华社|中新社|中新网|新华网|人民网|央视网|央广网|光明网|法新社|路透社|美联社|塔斯社)(?:记者)?(?:[\u4e00-\u9fff、·]{0,12}?)(?:(?:\d{1,2}月)?\d{1,2}日)?(?:专?电|讯|消息)"
    rf"|[\u4e00-\u9fff]{{0,6}}(?:{'|'.join(word_list('furniture', 'papers'))})(?:[\u4e00-\u9fff]{{0,4}}?)"
    r"(?:(?:\d{1,2}月)?\d{1,2}日)?(?:讯|电|消息)"
    r")(?=[ \t(:,\[【\"“《]|\d|$)"
)
_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")


class Dateline(NamedTuple):
    """A dateline at the beginning of a text. `end` is the offset behind it, blanks not included."""

    text: str
    end: int
    day: tuple[int | None, int, int] | None
    """Year, month and day of a dated one."""


def match_dateline(folded: str, start: int = 0) -> Dateline | None:
    """The dateline at `start` of a folded text, or None."""
    found = _DATELINE.match(folded, start, min(len(folded), start + 48))
    if not found:
        return None
    day = _DAY.search(found[0])
    numbers = (int(day[1]) if day[1] else None, int(day[2]), int(day[3])) if day else None
    return Dateline(found[0], found.end(), numbers)
