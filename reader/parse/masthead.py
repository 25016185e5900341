"""What the page's head and foot, and the path of its file, say of the paper, the day and the page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.parse.days import date_of, numeral
from reader.parse.words import word_list

_PAPER = re.compile(rf"[\u4e00-\u9fff]{{1,8}}?(?:{'|'.join(word_list('furniture', 'papers'))})")
_DAY = re.compile(r"((?:19|20)\d\d)[ ]?[年.\-/][ ]?(\d{1,2})[ ]?[月.\-/][ ]?(\d{1,2})[ ]?日?")
_HAN_DAY = re.compile(
    r"([二一][〇○零O0九一二三四五六七八]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]|农历[\u4e00-\u9fff]+")
_FOLIO = re.compile(
    r"(?:^|第|[ :·|])(?:[A-Z])?(\d{1,2})[ ]?(?:版(?!面)|$|(?=[ ]*[:·|][ ]*[\u4e00-\u9fff]))"
    r"|(?:^|[ ])[A-Z](\d{1,2})(?=$|[ :·|])|第([一二三四五六七八九十]{1,3})版"
)
_PATH_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))[-_.月]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))日?(?!\d)"
)
_PATH_PAGE = re.compile(r"^[-_. ]*(?:第|p|page|[A-D])?0?(\d{1,2})(?:版)?(?=$|[-_. ])", re.IGNORECASE)


class Masthead(NamedTuple):
    newspaper: str | None = None
    number: int | None = None
    printed: tuple[dt.date, str] | None = None
    """The day printed in the page's head or foot, and the quote."""
    in_path: tuple[dt.date, str] | None = None


def read_masthead(furniture: Sequence[str], source: str) -> Masthead:
    """`furniture`: folded texts of the lines that belong to no article, in page order; `source`: the page's path."""
    newspaper: str | None = None
    number: int | None = None
    printed: tuple[dt.date, str] | None = None
    for line in furniture:
        if len(line) > 120:
            continue
        undated = _WEEKDAY.sub(" | ", _HAN_DAY.sub(" | ", _DAY.sub(" | ", line)))
        if newspaper is None:
            # By its words first: a name next to it is no part of it. 上 饶 日 报 is set wide.
            words = [word for word in undated.split() if _PAPER.fullmatch(word)]
            paper = _PAPER.search(undated.replace(" ", ""))
            newspaper = words[0] if words else paper[0] if paper else None
        if printed is None and (day := printed_day(line)):
            printed = day
        if number is None and "日版" not in line:
            number = _folio(_DAY.sub(" ", line))
    in_path, page_in_path, paper_in_path = read_path(source)
    return Masthead(newspaper or paper_in_path, number if number is not None else page_in_path, printed, in_path)


def read_path(source: str) -> tuple[tuple[dt.date, str] | None, int | None, str | None]:
    """Day, page number and newspaper that a path names: 杭州日报/2019-03-27_02.txt."""
    parts = re.split(r"[/\\]", source)
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    day: tuple[dt.date, str] | None = None
    number: int | None = None
    for part in (stem, *reversed(parts[:-1])):
        found, value = _PATH_DAY.search(part), day_in(part)
        if found and value:
            day = (value, part)
            page = _PATH_PAGE.match(part[found.end() :]) if part is stem else None
            number = int(page[1]) if page else None
            break
    papers = [paper[0] for part in (stem, *reversed(parts[:-1])) if (paper := _PAPER.search(part))]
    return day, number, papers[0] if papers else None


def day_in(part: str) -> dt.date | None:
    """The day that one part of a path names."""
    found = _PATH_DAY.search(part)
    return date_of(int(found[1]), int(found[2]), int(found[3])) if found else None


def printed_day(line: str) -> tuple[dt.date, str] | None:
    """The first full day in a folded line, and the quote."""
    if found := _DAY.search(line):
        value = date_of(int(found[1]), int(found[2]), int(found[3]))
        return (value, found[0]) if value else None
    if found := _HAN_DAY.search(line):
        value = date_of(numeral(found[1]), numeral(found[2]), numeral(found[3]))
        return (value, found[0]) if value else None
    return None


def _folio(line: str) -> int | None:
    found = _FOLIO.search(line)
    if not found:
        return None
    digits = found[1] or found[2]
    value = int(digits) if digits else numeral(found[3])
    return value if 0 < value < 100 else None
