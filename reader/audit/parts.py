"""Parts that are listed and what they are parts of: 共126项,其中续建47项、新建79项."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding, signs
from reader.audit.words import one_of, words
from reader.model import Page

_IN = f"[^。{FIGURE[1:-1]}\x00]"
_ITEM = f"{_IN}{{0,24}}{FIGURE}{_IN}{{0,3}}"
_FEW = 0.75
"""Parts that come to less of their total than this are not all of it."""
_SMALL = 100
"""Totals below it are a digit away from too many sums."""
_MOST = 40
"""Parts that are listed of one total, and figures before them that may be it; what lists more is no sentence."""
_MORE = f"{{1,{_MOST}}}"


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(one_of("parts", "lead"))


@cache
def _summed() -> re.Pattern[str]:
    """Two parts or more, and 合计 or 共计 with their sum."""
    total = one_of("parts", "total")
    return re.compile(rf"(?P<parts>{_ITEM}(?:[、,和及]{_ITEM}){_MORE}),?{total}{_IN}{{0,6}}(?P<total>{FIGURE})")


@cache
def _loosely_summed() -> re.Pattern[str]:
    """一季度120万人次,二季度135万人次,共255万人次."""
    total = one_of("parts", "loose_total")
    return re.compile(
        rf"(?P<parts>{_ITEM}(?:[、,和及]{_ITEM}){_MORE}),{_IN}{{0,6}}{total}{_IN}{{0,6}}(?P<total>{FIGURE})"
    )


@cache
def _remaining() -> re.Pattern[str]:
    """需要800万元,已到位600万元,缺口200万元."""
    left = one_of("parts", "left")
    return re.compile(
        rf"(?P<whole>{FIGURE}){_IN}{{0,20}}(?P<part>{FIGURE}){_IN}{{0,4}},{_IN}{{0,6}}{left}{_IN}{{0,4}}(?P<left>{FIGURE})"
    )


@cache
def _shared() -> re.Pattern[str]:
    """Shares of one whole: 男生占56.3%,女生占43.7%; 分别占20%、30%和50%."""
    whole = one_of("shares", "whole")
    rest = one_of("parts", "rest")
    each = rf"占{whole}{FIGURE}(?:[、,和及]+{_IN}{{0,12}}(?:占{whole}|{rest}){FIGURE}){_MORE}"
    return re.compile(rf"{each}|分别占{_IN}{{0,6}}{FIGURE}(?:[、,和及]+{FIGURE}){_MORE}")


def parts(page: Page, article: str | None, sentence: Sentence, before: Sequence[Quantity] = ()) -> Iterator[Finding]:
    """Totals that their parts do not add up to, and shares of a whole that do not add up to 100%.

    `before` are the figures of the sentence before; one that begins with the parts (项目资金中, …) divides them.
    """
    done: set[Quantity] = set()
    for found in _summed().finditer(sentence.form):
        total = sentence.at(found["total"])
        listed = _back(sentence, found["parts"], total)
        if len(listed) >= 2 and total.is_counted:
            done.add(total)
            yield from _judged(page, article, sentence, total, listed, is_all=True)
    for found in _loosely_summed().finditer(sentence.form):
        total = sentence.at(found["total"])
        listed = _back(sentence, found["parts"], total)
        value = sum(one.value for one in listed)
        if len(listed) >= 2 and total not in done and total.is_counted and total.slipped_from(value, value):
            done.add(total)
            yield from _judged(page, article, sentence, total, listed, is_all=False)
    yield from _left(page, article, sentence)
    for found in _lead().finditer(sentence.form):
        earlier = [sentence.at(sign) for sign in [*signs(sentence.form[: found.start()])][-_MOST:]]
        opens = not earlier and found[0].endswith("中")
        behind = sentence.form[found.end() :]
        listed = _run(sentence.at(sign) for sign in signs(behind))
        if len(listed) < 2:
            continue
        totals = [one for one in (before if opens else earlier) if one.alike(listed[0])]
        is_all = any(word in found[0] + behind for word in words("parts", "all"))
        # Of several figures before, the parts may be those of any.
        # … and what follows the last part may count the same and be none: 设计时速100公里.
        runs = list(
            zip(accumulate(one.value for one in listed), accumulate(one.rounded for one in listed), strict=True)
        )
        if totals and not any(_off_by(one, *run) == 0 for one in totals for run in runs[1:]):
            total = min(totals, key=lambda one: abs(_off(one, listed)))
            if total not in done:
                done.add(total)
                yield from _judged(page, article, sentence, total, listed, is_all=is_all)
    yield from _whole(page, article, sentence)


def _back(sentence: Sentence, text: str, total: Quantity) -> list[Quantity]:
    """The figures right before the total that count what it counts, back to the first that does not."""
    found: list[Quantity] = []
    for sign in reversed(list(signs(text))):
        one = sentence.at(sign)
        if not one.alike(total) or one.value >= total.value:
            break
        found.append(one)
    return found[::-1]


def _run(behind: Iterable[Quantity]) -> list[Quantity]:
    """The parts: the first figures that count the same. Their shares may stand between."""
    found: list[Quantity] = []
    for one in behind:
        if one.is_percent or one.is_points or not one.is_counted:
            continue
        if found and not one.alike(found[0]):
            break
        found.append(one)
        if len(found) == _MOST:
            break
    return found


def _off(total: Quantity, listed: Sequence[Quantity]) -> float:
    """Total less sum, 0 where rounding can explain it."""
    return _off_by(total, sum(one.value for one in listed), sum(one.rounded for one in listed))


def _off_by(total: Quantity, value: float, rounded: float) -> float:
    slack = total.rounded + rounded + 1e-9 * abs(value)
    off = total.value - value
    return 0.0 if abs(off) <= slack else off


def _judged(
    page: Page, article: str | None, sentence: Sentence, total: Quantity, listed: Sequence[Quantity], *, is_all: bool
) -> Iterator[Finding]:
    value, off = sum(one.value for one in listed), _off(total, listed)
    if not off or value <= 0 or total.value <= 0:
        return
    if total.is_rough or any(one.is_rough for one in listed):
        return
    slack = total.rounded + sum(one.rounded for one in listed) + 1e-9 * abs(value)
    slipped = total.slipped_from(value - slack, value + slack)
    if not _FEW < value / total.value < 1 / _FEW and (not slipped or total.value < _SMALL):
        return
    near = slipped or any(one.slipped_from(one.value + off - slack, one.value + off + slack) for one in listed)
    # Where the words do not say that the parts are all, one may be left out, and they may overlap.
    if not is_all and (not near or (off > 0 and total.value < _SMALL)):
        return
    computed = total.like(value)
    note = f"{' + '.join(one.text for one in listed)} = {computed}"
    yield finding(page, article, sentence, total, computed, note, Kind.SUM, is_certain=is_all and near)


def _left(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """What is left of a whole when a part of it is taken off."""
    for found in _remaining().finditer(sentence.form):
        whole, part, left = (sentence.at(found[name]) for name in ("whole", "part", "left"))
        if not whole.alike(part) or not part.alike(left) or not whole.value > part.value:
            continue
        value = whole.value - part.value
        slack = whole.rounded + part.rounded + left.rounded + 1e-9 * value
        if abs(left.value - value) <= slack or left.is_rough or whole.is_rough or part.is_rough:
            continue
        if left.slipped_from(value - slack, value + slack):
            computed = left.like(value)
            note = f"{whole.text} − {part.text} = {computed}"
            yield finding(page, article, sentence, left, computed, note, Kind.SUM, is_certain=False)


def _whole(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Shares of one whole that exceed it, or that fall short of it though the last is the rest."""
    for found in _shared().finditer(sentence.form):
        listed = [sentence.at(sign) for sign in signs(found[0])]
        value = sum(one.value for one in listed)
        has_rest = any(word in found[0] for word in words("parts", "rest"))
        slack = sum(one.half for one in listed) + 1e-9
        if not all(one.is_percent for one in listed) or abs(value - 1) <= slack or not _FEW < value < 1 / _FEW:
            continue
        if value > 1 or has_rest:
            last = listed[-1]
            note = f"{' + '.join(one.text for one in listed)} = {last.like(value)}"
            computed = last.like(last.value + 1 - value)
            yield finding(page, article, sentence, last, computed, note, Kind.SUM, is_certain=False)
