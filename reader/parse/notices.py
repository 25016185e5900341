"""Notices run on in one line: where one begins, and the formulas and signatures it ends with. On folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from reader.parse.bylines import parse_names
from reader.parse.words import word_list

_DAY = (
    r"(?:(?:19|20)\d\d年|[二〇○零一三四五六七八九]{4}年)?"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_SIGNED = rf"(?<=[。;!)])[ \t]*(?P<who>(?:(?!(?:19|20)\d\d年)[^。,;:!?\s]){{4,30}})[ \t]*(?P<day>{_DAY})(?=[ \t]|$)"
_FORMULA = r"(?<=[。,;)\s\d])特此(?:通知|公告|公示|声明|启事|通告|说明|更正|函告|告知|致歉|敬告)[。.!]?(?=[ \t]|$)"
_ENDING = re.compile(rf"{_SIGNED}|(?P<formula>{_FORMULA})")


class Ending(NamedTuple):
    """What closes a notice, at `[start, end)`; `parts` are its pieces."""

    start: int
    end: int
    parts: tuple[tuple[Literal["formula", "signature", "day"], tuple[int, int]], ...]


def match_notice_lead(folded: str) -> int | None:
    """End of the notice heading that `folded` begins with, set in one line with its text: 通知 朝阳街…"""
    found = _lead().match(folded[:48])
    return found.end(1) if found else None


def endings(folded: str) -> Iterator[Ending]:
    """The endings of the notices in a running text, in order."""
    for found in _ENDING.finditer(folded):
        if found["formula"]:
            yield Ending(found.start(), found.end(), (("formula", found.span("formula")),))
        elif is_organisation(found["who"]) or parse_names(found["who"]):
            yield Ending(found.start(), found.end(), (("signature", found.span("who")), ("day", found.span("day"))))


def is_organisation(folded: str) -> bool:
    """Whether a short text names an organisation that may sign a notice."""
    return 4 <= len(folded) <= 40 and "," not in folded and _organisation().search(folded) is not None


@cache
def _lead() -> re.Pattern[str]:
    heads = "|".join(map(re.escape, word_list("headings", "notice_heads")))
    deaths = "|".join(map(re.escape, word_list("headings", "obituary_endings")))
    return re.compile(rf"((?:{heads})|[\u4e00-\u9fff·]{{2,12}}?(?:{deaths}))[ \t]+(?=\S)")


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, word_list('headings', 'organisation_endings')))})$")
