"""Percentages in prose that follow from two figures beside them: 占…的P%, 占比P%, 办结率P%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.quotients import TRUNCATED, agrees, closing, explained, quotient
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding
from reader.audit.words import one_of, words
from reader.i18n import _
from reader.model import Page

_NEAR = 12
"""Characters between a rate's name and the figure it is the rate of."""
_OFF = 3.0
"""A quotient further off than this many times is of other things."""


class _Grade(Enum):
    """How surely the words say which two figures give the percentage."""

    STRICT = auto()
    FAIR = auto()
    LOOSE = auto()
    """Not surely: only a percentage that is one digit off is then said."""


@cache
def _of_base() -> re.Pattern[str]:
    """占年度任务24.5万亩的60.4%, 完成年度目标5万人的91.2%."""
    of = one_of("shares", "of")
    return re.compile(
        rf"{of}(?P<name>[^。,{FIGURE[1:-1]}]{{0,16}})(?P<base>{FIGURE})[^。,{FIGURE[1:-1]}]{{0,6}}的(?P<share>{FIGURE})"
    )


@cache
def _bare() -> re.Pattern[str]:
    """占比62.1%, 占63.3%, 占总数的12%."""
    return re.compile(rf"占{one_of('shares', 'whole')}(?P<share>{FIGURE})")


@cache
def _rate() -> re.Pattern[str]:
    """按时办结率95.05%."""
    return re.compile(rf"(?P<stem>[\u4e00-\u9fff]{{2,8}})率{one_of('shares', 'rate')}(?P<share>{FIGURE})")


def shares(page: Page, article: str | None, sentence: Sentence, around: Sequence[Quantity]) -> Iterator[Finding]:
    """Percentages of the sentence that its figures do not give; `around` are the figures of the paragraph."""
    form = sentence.form
    taken: set[int] = set()
    for found in _of_base().finditer(form):
        share, base = sentence.at(found["share"]), sentence.at(found["base"])
        part = _before(sentence, sentence.index(found["base"]), base)
        taken.add(sentence.index(found["share"]))
        grade = _Grade.STRICT if found[0].startswith("占") else _Grade.FAIR
        if part is not None and share.is_percent:
            yield from _judged(page, article, sentence, share, part, base, around, grade)
    for found in _bare().finditer(form):
        at = sentence.index(found["share"])
        if at in taken or not at:
            continue
        share, part = sentence.at(found["share"]), sentence.quantities[at - 1]
        bases = [one for one in sentence.quantities[: at - 1] if one.alike(part)]
        # Of several wholes that could be meant, none is surely meant.
        if share.is_percent and len(bases) == 1:
            within = _is_within(form, sentence, bases[0], part)
            grade = _Grade.STRICT if within else _Grade.LOOSE
            yield from _judged(page, article, sentence, share, part, bases[0], around, grade)
    for found in _rate().finditer(form):
        at = sentence.index(found["share"])
        share = sentence.at(found["share"])
        stem = found["stem"]
        if share.is_percent and at >= 2 and not any(word in stem for word in words("shares", "averaged")):
            pair = _rated(sentence, at, stem[-2:], found.start())
            if pair is not None:
                yield from _judged(page, article, sentence, share, *pair, around, _Grade.FAIR)
                continue
            whole, part = sentence.quantities[at - 2 : at]
            if whole.alike(part) and whole.value >= part.value > 0:
                yield from _judged(page, article, sentence, share, part, whole, around, _Grade.LOOSE)


def _before(sentence: Sentence, index: int, like: Quantity) -> Quantity | None:
    return next((one for one in reversed(sentence.quantities[:index]) if one.alike(like)), None)


def _is_within(form: str, sentence: Sentence, whole: Quantity, part: Quantity) -> bool:
    """Whether the words say that `part` is of `whole`: …中…, 其中…."""
    between = form[sentence.place(whole) : sentence.place(part)]
    return "中" in between


def _rated(sentence: Sentence, at: int, stem: str, end: int) -> tuple[Quantity, Quantity] | None:
    """The part that is named like the rate, and the whole before it."""
    form = sentence.form
    for index in range(at - 1, 0, -1):
        part = sentence.quantities[index]
        here = sentence.place(part)
        since = sentence.place(sentence.quantities[index - 1]) + 1
        around = form[max(since, here - _NEAR) : here]
        if stem not in around or end - here > 3 * _NEAR:
            continue
        whole = _before(sentence, index, part)
        return (part, whole) if whole is not None and whole.value >= part.value > 0 else None
    return None


def _judged(
    page: Page,
    article: str | None,
    sentence: Sentence,
    share: Quantity,
    part: Quantity,
    whole: Quantity,
    around: Sequence[Quantity],
    grade: _Grade,
) -> Iterator[Finding]:
    value = quotient(part, whole)
    if share.is_rough or part.is_rough or whole.is_rough:
        return
    if value is None or agrees(share, value, TRUNCATED) or explained(share, sentence.quantities):
        return
    if (share.places and explained(share, around)) or value.middle <= 0:
        return
    slipped = share.slipped_from(value.low - share.half, value.high + share.half)
    if not slipped and not 1 / _OFF < share.value / value.middle < _OFF:
        return
    computed = share.like(part.value / whole.value)
    note = f"{part.text} ÷ {whole.text} = {computed}"
    third = closing(share, part, whole, around)
    is_certain = grade is _Grade.STRICT and slipped
    if grade is _Grade.LOOSE and not slipped:
        return
    if third is not None:
        more = _("with {third} added to both it is {printed}: they may be counted in")
        note += "; " + more.format(third=third.text, printed=share.text)
    yield finding(page, article, sentence, share, computed, note, Kind.RATIO, is_certain=is_certain and third is None)
