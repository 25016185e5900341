"""The title and the caption over a table, as proposals: an article may need the same line as its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.parse.fold import fold
from reader.parse.lines import Line
from reader.parse.tables.vocabulary import word_set, words

_LONGEST_TITLE = 44
_LONGEST_CAPTION = 80
_BRACKETED = re.compile(r"[(\[【].*[)\]】]")
_UNITS = re.compile(r"\((?:\w{2,6}:[\w%/]{1,8}[ ,;、]*){2,6}\)")
"""(面积:万亩 数量:万吨)"""
_NUMBERED_PART = re.compile(r"\(?[一二三四五六七八九十0-9]{1,3}\)?")
_PERIOD = re.compile(
    r"(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}月|[一二三四]季度|[上下]半年|本[周月季年]|第[0-9一二三四五六七八九十]{1,3}[届周])"
)
_ENDED = re.compile(r"[。!?][\"”』」)]*\Z")
_CLOSED = re.compile(r"[。!?;,、:…][\"”’」』)]*$")
_SENTENCE = re.compile(r"[。!?;,:…\s]")
_PLACES = re.compile(
    r"(?:前[0-9一二三四五六七八九十百]{1,4}[名位家强]?|[0-9一二三四五六七八九十百]{1,4}[强佳])(?:\([^()]{1,12}\))?"
)
_PART = re.compile(r"\(([0-9]{1,2}|[一二三四五六七八九十]|[上中下])\)")
_PART_NUMBERS = {**{han: number for number, han in enumerate("一二三四五六七八九十", 1)}, "上": 1, "中": 2, "下": 3}
_FURTHEST = 2
"""Blank lines that may stand between a title and its table."""


def is_continuation(line: Line) -> bool:
    """Whether `line` is nothing but 续表 or 接上表, with or without brackets."""
    return fold(line.text).strip(" ()[]【】:") in word_set("headings", "continued")


def without_continued(title: str) -> str:
    """`title` without the sign at its end that the table goes on: 情况(续表) → 情况."""
    plain = fold(title)
    at = plain.rfind("(")
    return plain[:at].rstrip() if at > 0 and plain[at:].strip("()") in word_set("headings", "continued") else plain


def part_of(title: str) -> tuple[str, int]:
    """`title` without the number of its part, and that number: 情况(二) → 情况, 2; without one, 0."""
    plain = fold(title)
    number = _PART.fullmatch(plain[plain.rfind("(") :]) if plain.endswith(")") else None
    if number is None:
        return plain, 0
    said = number[1]
    return plain[: -len(number[0])], int(said) if said.isdecimal() else _PART_NUMBERS[said]


def find_headings(lines: Sequence[Line], first: int, taken: Sequence[bool]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indices of the title's lines and of the caption's lines over the table that begins at line `first`."""
    caption: list[int] = []
    index = first - 1
    gap = lines[first].gap
    while index >= 0 and not taken[index] and gap <= _FURTHEST and len(caption) < 3 and is_caption(lines[index]):
        caption.insert(0, index)
        gap = lines[index].gap
        index -= 1
    if index < 0 or taken[index] or gap > _FURTHEST:
        return (), tuple(caption)
    if is_continuation(lines[index]):
        return (index,), tuple(caption)
    title = _title(lines, index, taken)
    return title, tuple(caption)


def is_caption(line: Line) -> bool:
    """Whether `line` says when, in what unit or from where the figures are: (统计时间:…), 单位:万元."""
    plain = fold(line.text)
    if len(plain) > _LONGEST_CAPTION or is_continuation(line):
        return False
    if plain.startswith(words("headings", "caption_leads")):
        return len(plain) <= 40 and "。" not in plain
    if _UNITS.fullmatch(plain):
        return True
    inner = plain.strip("()[]【】 ")
    if not _BRACKETED.fullmatch(plain) or _NUMBERED_PART.fullmatch(inner):
        return False
    digits = sum(c.isdecimal() for c in inner)
    return inner.startswith(words("headings", "caption_leads")) or digits >= 4


def _could_be_title(line: Line) -> bool:
    plain = fold(line.text)
    if not 2 <= len(plain) <= _LONGEST_TITLE or _CLOSED.search(plain) or "。" in plain or "\t" in line.text:
        return False
    return not plain.startswith(words("headings", "note_leads"))


def _names_table(text: str) -> bool:
    plain = fold(text)
    return any(word in plain for word in words("headings", "title_words"))


def _says_what(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says of what or when the figures are, as 满意度前15名 does, in no sentence.

    One that only begins with its period (2016年…) may be a headline, or a line of a broken paragraph: the paragraph
    above must have ended.
    """
    plain = fold(lines[index].text)
    if _SENTENCE.search(plain) or len(plain) < 5:
        return False
    if _PLACES.search(plain):
        return True
    return index > 0 and _PERIOD.match(plain) is not None and _ENDED.search(fold(lines[index - 1].text)) is not None


def _title(lines: Sequence[Line], index: int, taken: Sequence[bool]) -> tuple[int, ...]:
    lower = lines[index]
    if not _could_be_title(lower):
        return ()
    above = index - 1
    joined = (
        above >= 0
        and not taken[above]
        and lower.gap == 0
        and _could_be_title(lines[above])
        and not fold(lines[above].text).endswith(words("headings", "closed_endings"))
        and (above == 0 or taken[above - 1] or lines[above].gap > 0)
    )
    if not _names_table(lower.text) and _says_what(lines, index):
        return (index,)
    both = lines[above].text + lower.text if joined else lower.text
    if not _names_table(both) or fold(lower.text).endswith(words("headings", "closed_endings")):
        return ()
    return (above, index) if joined else (index,)
