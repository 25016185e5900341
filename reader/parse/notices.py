"""Notices run on in one line: where one begins, and the formulas and signatures it ends with. On folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from reader.parse.bylines import parse_names
from reader.parse.days import DAY
from reader.parse.han import HAN
from reader.parse.words import word_list

# \w and no range of Chinese characters: a range takes re 0.7 ms to compile, each time it is written.
_BEHIND_FORMULA = "|".join(f"(?<=特此{kind})" for kind in ("公告", "声明", "通知", "公示", "通告", "启事"))
_SIGNED = (
    rf"(?:(?<=[。;!)])|{_BEHIND_FORMULA})[ \t]*"
    r"(?P<who>(?!特此)(?:\w{2,4}人:)?(?:(?!(?:19|20)\d\d年)[^。,;:!?\s]){2,30})"
    rf"[ \t]*(?P<day>{DAY})(?=[ \t]|$)"
)
# 特此公告。某公司2019年8月22日因燃气管道改迁施工,…: glued to the next notice.
_GLUED = (
    r"(?<=特此\w{2}。)(?P<glued>[^。,;:!?\s\d]{4,30})"
    rf"(?P<glued_day>{DAY})(?=[因兹经为根])"
)
_NEXT_HEAD = r"\w{2,8}(?:公告|声明|启事|公示|通知)[ \t]"
_DAY_ONLY = rf"(?<=[\d。])[ \t]+(?P<alone>{DAY})(?=[ \t]*$|[ \t]+{_NEXT_HEAD})"
_FORMULA = (
    # Behind a comma it is the end of a sentence: …应为…, 特此更正。
    r"(?<=[。;)\s\d])特此(?:通知|公告|公示|声明|启事|通告|说明|更正|函告|告知|致歉|敬告)"
    r"(?:[。.!](?=\S)|[。.!]?(?=[ \t]|$))"
)
_LINE_SIGNED = re.compile(rf"(\S[^。,;:!?]{{3,40}}?)[ \t]*({DAY})")
_MANY = "遗失|注销|清算|招标|中标|拍卖|减资|招租|寻人|更正|作废"
_NEXT = (
    rf"(?<=[。废])(?=[ \t]*(?:{_MANY})(?:声明|公告|启事)|[ \t]+(?:通知|公告|公示|启事|声明|更正|通告)[ \t]"
    r"|\w{2,4}[:,](?:因|请)?你)"
)
_AFTER_LOSS = (
    r"(?<=作废。)(?=[ \t]+[^\s。]{12,})(?![^。]*(?:遗失|丢失|作废|丢)|[ \t]*[^\s。]{0,8}(?:声明|公告|启事)[ \t])"
)
_SIGNED_ONLY = (
    rf"(?:(?<=。)|{_BEHIND_FORMULA})[ \t]*"
    r"(?P<signer>(?!特此)[^。,;:!?\s]{4,24}(?:[ \t]律师[ \t]?[^。,;:!?\s]{2,4})?)[ \t]+"
    r"(?=\w{2,6}(?:公告|声明|启事|公示|通知)[ \t]|\w{2,4}[:,](?:因|请)?你)"
)
# What no ending does without: most paragraphs hold none of it, and are not looked through for endings.
_MAY_END = re.compile(r"[日\d](?:[ \t]|$)|特此|作废|公告|声明|启事|公示|通知|你")
_ENDING = re.compile(
    rf"{_SIGNED}|{_GLUED}|{_DAY_ONLY}|{_SIGNED_ONLY}|(?P<formula>{_FORMULA})|(?P<next>{_NEXT}|{_AFTER_LOSS})"
)


class Ending(NamedTuple):
    """What closes a notice, at `[start, end)`; `parts` are its pieces."""

    start: int
    end: int
    parts: tuple[tuple[Literal["formula", "signature", "day"], tuple[int, int]], ...]


def match_notice_lead(folded: str) -> int | None:
    """End of the notice heading that `folded` begins with, set in one line with its text: 通知 朝阳街…"""
    found = _lead().match(folded[:48])
    return (found.end(1) if found[1] else found.end(2)) if found else None


def endings(folded: str) -> Iterator[Ending]:
    """The endings of the notices in a running text, in order."""
    if not _MAY_END.search(folded):
        return
    for found in _ENDING.finditer(folded):
        if found["next"] is not None:
            yield Ending(found.start(), found.end(), ())
        elif found["formula"]:
            yield Ending(found.start(), found.end(), (("formula", found.span("formula")),))
        elif found["alone"]:
            yield Ending(found.start(), found.end(), (("day", found.span("alone")),))
        elif found["signer"]:
            if is_organisation(found["signer"].split()[0]):
                yield Ending(found.start(), found.end(), (("signature", found.span("signer")),))
        elif found["glued"]:
            if is_organisation(found["glued"]):
                spans = found.span("glued"), found.span("glued_day")
                yield Ending(spans[0][0], spans[1][1], (("signature", spans[0]), ("day", spans[1])))
        elif is_organisation(found["who"]) or parse_names(found["who"].partition(":")[2] or found["who"]):
            yield Ending(found.start(), found.end(), (("signature", found.span("who")), ("day", found.span("day"))))


def match_signed_off(folded: str) -> tuple[int, int] | None:
    """For a whole line 市公证处 2019年3月26日: the end of the name and the start of the day."""
    found = _LINE_SIGNED.fullmatch(folded)
    if found and (is_organisation(found[1]) or parse_names(found[1])):
        return found.end(1), found.start(2)
    return None


def is_organisation(folded: str) -> bool:
    """Whether a short text names an organisation that may sign a notice."""
    return 4 <= len(folded) <= 40 and "," not in folded and _organisation().search(folded) is not None


@cache
def _lead() -> re.Pattern[str]:
    # A heading of two characters is set wide: 更 正.
    heads = "|".join(r"[ ]?".join(head) if len(head) == 2 else head for head in word_list("headings", "notice_heads"))
    deaths = "|".join(map(re.escape, word_list("headings", "obituary_endings")))
    # 遗失声明 is a heading whatever follows; 通知 and 公告 only where a blank parts them from the text.
    long = "|".join(re.escape(head) for head in word_list("headings", "notice_heads") if len(head) >= 4)
    kinds = "公告|公示|声明|启事|通告|通知"
    set_apart = rf"(?:{heads})|{HAN}{{2,20}}?(?:{kinds})|[\u4e00-\u9fff·]{{2,12}}?(?:{deaths})"
    return re.compile(rf"({set_apart})[ \t]+(?=\S)|({long})(?={HAN}{{4}})")


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, word_list('headings', 'organisation_endings')))})$")
