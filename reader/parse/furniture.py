"""Furniture: what belongs to the page and to no article – the masthead, the folio, those who made it."""

from __future__ import annotations

import re
from functools import cache

from reader.parse.words import word_list

_DAY_OF_WEEK = r"(?:星期|周)[一二三四五六日天]"
_FULL_DAY = r"(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日"
_STEMS = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_MASTHEAD_DAY = re.compile(rf"{_FULL_DAY}[ ]*(?:\(?{_DAY_OF_WEEK}|农历)|{_DAY_OF_WEEK}[ ]*(?:农历|{_STEMS}|第?[ ]?\d)")
_MAIL = re.compile(r"[\w.\-]+@[\w\-]+\.\w")
# Those who made the page: 责编 林静 美编 赵波.
_STAFF = re.compile(
    r"(?:^|[ :|/])(?:责编|责任编辑|编辑|美编|美术编辑|版式|校对|审读|组版|排版|制图|值班主任|主编|视觉|检校)"
    r"[ ]*[:/ ][ ]*[\u4e00-\u9fff]"
)
# 本报热线:2198110 广告热线:2198220
_LINES = re.compile(r"(?:[\u4e00-\u9fff]{0,6}(?:热线|电话|传真|邮编):[\d\-()]{5,})+")
_LUNAR = re.compile(r"农历[甲乙丙丁戊己庚辛壬癸一二三四五六七八九十正冬腊闰]")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, word_list("furniture", "anywhere"))))


def is_furniture(folded: str) -> bool:
    """Whether a line belongs to the page and to no article: masthead, folio, those who made it."""
    if len(folded) > 120 or "。" in folded:
        return False
    packed = folded.replace(" ", "")
    if _anywhere().search(packed):
        return True
    if packed.startswith(word_list("furniture", "beginnings")) and _furniture_holds(packed):
        return True
    if len(folded) <= 60 and _MAIL.search(folded):
        return True
    if len(_STAFF.findall(folded)) > 1 or _LINES.fullmatch(packed):
        return True
    return _MASTHEAD_DAY.search(folded) is not None or (len(folded) <= 24 and _LUNAR.search(folded) is not None)


def _furniture_holds(packed: str) -> bool:
    """今日8版 is furniture, 今日,全市… is not: a beginning that is also a common word needs a figure or a colon
    near."""
    return (
        "。" not in packed
        and re.search(r"[\d:/]|编|校|版式|印刷|主办", packed) is not None
        and not re.match(r"(?:今日|本期|主管|主办|出版|印刷|每份|代号|扫码|客户端|社长|总编辑)[^\d:]", packed)
    )
