"""What grew or fell from one figure to another, and by how much: 由A增长到B,增长C%; 比上年增加X,达到Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.audit.model import Finding, Kind
from reader.audit.quotients import TRUNCATED, agrees
from reader.audit.relations import Between
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding
from reader.audit.words import one_of, words
from reader.model import Page

_GAP = f"[^。{FIGURE[1:-1]}\x00]"
_NO_STOP = f"[^。,{FIGURE[1:-1]}\x00]"


class _Change(NamedTuple):
    """From, to, and by how much; None where the sentence does not say."""

    old: Quantity
    new: Quantity
    by: Quantity
    is_falling: bool


@cache
def _verb() -> str:
    up, down = one_of("change", "rising"), one_of("change", "falling")
    return f"(?P<verb>{up}|{down})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    before, reach = one_of("change", "before"), one_of("change", "reach")
    up, down = one_of("change", "rising"), one_of("change", "falling")
    either, go = f"(?:{up}|{down})", one_of("change", "from")
    to = one_of("change", "to")
    figure = {name: f"(?P<{name}>{FIGURE})" for name in ("old", "new", "by")}
    tail = rf"[,(]?{_NO_STOP}{{0,8}}{_verb()}[了幅率约为达: ]{{0,2}}{figure['by']}"
    then = rf"(?<![比较与]){before}(?:同期)?"
    quiet = rf"(?:(?!{either}|[比较与]){_NO_STOP})"
    since = rf"(?:比|较|与)?{_NO_STOP}{{0,4}}{before}"
    return (
        # 由去年的61件增加到79件,增长29.5%
        re.compile(
            rf"{go}{_NO_STOP}{{0,12}}{figure['old']}{_NO_STOP}{{0,12}}{either}{to}{_NO_STOP}{{0,8}}{figure['new']}{tail}"
        ),
        # 今年120件,去年同期100件,同比增长20%
        re.compile(rf"{figure['new']},{quiet}{{0,4}}{then}{quiet}{{0,6}}{figure['old']}{tail}"),
        # 去年为100件,今年为120件,增长20%
        re.compile(
            rf"{then}{quiet}{{0,10}}{figure['old']},(?:今年|本年|本月|本期|当年|本周|本届){_NO_STOP}{{0,10}}{figure['new']}{tail}"
        ),
        # 比去年的100件增加20件,达到120件
        re.compile(
            rf"(?:比|较){before}的?{figure['old']}{_NO_STOP}{{0,4}}{_verb()}了?{figure['by']},?{_NO_STOP}{{0,4}}{reach}{figure['new']}"
        ),
        # 120件,比去年的100件增加20件
        re.compile(rf"{figure['new']},{since}(?:同期)?的?{figure['old']}{_NO_STOP}{{0,4}}{_verb()}了?{figure['by']}"),
    )


@cache
def _three() -> tuple[re.Pattern[str], ...]:
    """209家,比上年同期多110家,同比增长111.1% and 比上年增加110家,增长111.1%,达到209家."""
    before, reach = one_of("change", "before"), one_of("change", "reach")
    new, by, rate = (f"(?P<{name}>{FIGURE})" for name in ("new", "by", "rate"))
    either = f"(?:{one_of('change', 'rising')}|{one_of('change', 'falling')})"
    growth = rf"[,(]{_NO_STOP}{{0,4}}{either}[了幅率约为达]{{0,2}}{rate}"
    more = rf"(?:比|较){_NO_STOP}{{0,4}}{before}(?:同期)?{_NO_STOP}{{0,2}}{_verb()}了?{by}"
    return (
        re.compile(rf"{new},{more}{growth}"),
        re.compile(rf"{more}{growth},{_NO_STOP}{{0,4}}{reach}{new}"),
        re.compile(rf"{more},{reach}{new}{growth}"),
    )


def changes(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Growth rates and differences that do not follow from both figures."""
    done: set[Quantity] = set()
    for pattern in _patterns():
        for found in pattern.finditer(sentence.form):
            old, new, by = (sentence.at(found[name]) for name in ("old", "new", "by"))
            falling = found["verb"] in words("change", "falling")
            if by not in done:
                done.add(by)
                yield from _judged(page, article, sentence, _Change(old, new, by, falling))
    for pattern in _three():
        for found in pattern.finditer(sentence.form):
            new, by, rate = (sentence.at(found[name]) for name in ("new", "by", "rate"))
            falling = found["verb"] in words("change", "falling")
            if rate not in done and rate.is_percent and new.alike(by):
                done.add(rate)
                yield from _rated(page, article, sentence, new, by, rate, falling=falling)


def _judged(page: Page, article: str | None, sentence: Sentence, change: _Change) -> Iterator[Finding]:
    old, new, by, is_falling = change
    if old.is_rough or new.is_rough or by.is_rough:
        return
    sign = -1 if is_falling else 1
    if by.is_percent and old.alike(new) and old.value > 0:
        value = _growth(old, new, sign)
        computed = by.like(sign * (new.value / old.value - 1))
        note = f"{new.text} ÷ {old.text} − 1 = {'−' if is_falling else ''}{computed}"
    elif (by.is_points and old.is_percent and new.is_percent) or (by.alike(old) and old.alike(new)):
        slack = (old.rounded if old.is_counted else old.half) + (new.rounded if new.is_counted else new.half)
        middle = sign * (new.value - old.value)
        value = Between(middle - slack, middle + slack)
        computed = by.like(middle)
        first, second = (old, new) if is_falling else (new, old)
        note = f"{first.text} − {second.text} = {computed}"
    else:
        return
    if value.middle < 0 and by.is_percent and agrees(by, Between(-value.high, -value.low), TRUNCATED):
        # The very rate, and the other way: it is the verb that is wrong.
        yield finding(page, article, sentence, by, f"−{by.text}", note, Kind.CHANGE, is_certain=True)
        return
    # Another rate of the other sign is of something else; a difference of the other sign is a contradiction.
    if (value.middle < 0 and by.is_percent) or agrees(
        by, value, TRUNCATED if by.is_percent else 0.55 if by.rounded else 0.01
    ):
        return
    slipped = by.slipped_from(value.low - by.half, value.high + by.half)
    kind = Kind.CHANGE
    yield finding(page, article, sentence, by, computed, note, kind, is_certain=slipped)


def _growth(old: Quantity, new: Quantity, sign: int) -> Between:
    ends = [sign * ((new.value + a * new.rounded) / max(1e-9, old.value - a * old.rounded) - 1) for a in (-1, 1)]
    return Between(min(ends), max(ends))


def _rated(
    page: Page, article: str | None, sentence: Sentence, new: Quantity, by: Quantity, rate: Quantity, *, falling: bool
) -> Iterator[Finding]:
    if new.is_rough or by.is_rough or rate.is_rough:
        return
    sign = -1 if falling else 1
    old = new.value - sign * by.value
    if old <= 0 or by.value <= 0:
        return
    ends = []
    for a in (-1, 1):
        base = old + a * (new.rounded + by.rounded)
        if base <= 0:
            return
        ends.append((by.value - a * by.rounded) / base)
    value = Between(min(ends), max(ends))
    if agrees(rate, value, TRUNCATED):
        return
    computed = rate.like(by.value / old)
    plus = "+" if falling else "−"
    note = f"{by.text} ÷ ({new.text} {plus} {by.text}) = {computed}"
    slipped = rate.slipped_from(value.low - rate.half, value.high + rate.half)
    yield finding(page, article, sentence, rate, computed, note, Kind.CHANGE, is_certain=slipped)
