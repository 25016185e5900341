"""Parts that are listed and what they are parts of: 共126项,其中续建47项、新建79项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding, signs
from reader.audit.words import one_of, words
from reader.i18n import _
from reader.model import Page

_IN = f"[^。{FIGURE[1:-1]}\x00]"
_ITEM = f"{_IN}{{0,24}}{FIGURE}{_IN}{{0,3}}"
_FEW = 0.75
"""Parts that come to less of their total than this are not all of it."""


@cache
def _listed() -> re.Pattern[str]:
    """The total, 其中, and two parts or more."""
    lead = one_of("parts", "lead")
    return re.compile(
        rf"(?P<total>{FIGURE})(?P<between>{_IN}{{0,30}}?)(?P<lead>{lead}):?(?P<parts>{_ITEM}(?:[、,和及]{_ITEM})+)"
    )


@cache
def _summed() -> re.Pattern[str]:
    """Two parts or more, and 合计 or 共计 with their sum."""
    total = one_of("parts", "total")
    return re.compile(rf"(?P<parts>{_ITEM}(?:[、,和及]{_ITEM})+),?{total}{_IN}{{0,6}}(?P<total>{FIGURE})")


def parts(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Totals that their parts do not add up to, and shares of a whole that do not add up to 100%."""
    done: set[Quantity] = set()
    for found in _summed().finditer(sentence.form):
        total = sentence.at(found["total"])
        listed = _alike(sentence, found["parts"], total)
        if len(listed) >= 2 and total.is_counted:
            done.add(total)
            yield from _judged(page, article, sentence, total, listed, is_all=True)
    for found in _listed().finditer(sentence.form):
        total = sentence.at(found["total"])
        inside = [sentence.at(sign) for sign in signs(found["parts"])]
        listed = _run(inside, total)
        if total in done or len(listed) < 2 or not total.is_counted:
            continue
        is_all = any(word in found["lead"] + found["parts"] for word in words("parts", "all"))
        yield from _judged(page, article, sentence, total, listed, is_all=is_all)
    yield from _whole(page, article, sentence)


def _alike(sentence: Sentence, text: str, total: Quantity) -> list[Quantity]:
    """The figures right before the total that count what it counts, back to the first that does not."""
    found: list[Quantity] = []
    for sign in reversed(list(signs(text))):
        one = sentence.at(sign)
        if not one.alike(total) or one.value >= total.value:
            break
        found.append(one)
    return found[::-1]


def _run(inside: Sequence[Quantity], total: Quantity) -> list[Quantity]:
    """The parts: the first figures that count what the total counts."""
    found: list[Quantity] = []
    for one in inside:
        if not one.alike(total):
            break
        found.append(one)
    return found


def _judged(
    page: Page, article: str | None, sentence: Sentence, total: Quantity, listed: Sequence[Quantity], *, is_all: bool
) -> Iterator[Finding]:
    value = sum(one.value for one in listed)
    slack = total.rounded + sum(one.rounded for one in listed) + 1e-9 * abs(value)
    off = total.value - value
    if abs(off) <= slack or value <= 0 or total.value <= 0 or not _FEW < value / total.value < 1 / _FEW:
        return
    # A sum short of its total may only lack a part that is not said.
    slipped = total.slipped_from(value - slack, value + slack)
    near = [one for one in listed if one.slipped_from(one.value + off - slack, one.value + off + slack)]
    if not is_all and not (slipped or near) and off > 0:
        return
    if not is_all and off > 0 and total.value < 100:
        return
    computed = total.like(value)
    note = _("{parts} = {sum}").format(parts=" + ".join(one.text for one in listed), sum=computed)
    yield finding(
        page, article, sentence, total, computed, note, Kind.SUM, is_certain=is_all and (slipped or bool(near))
    )


def _whole(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Percentages of all the parts of a whole, the last of them the rest."""
    found = re.search(rf"占{_IN}{{0,8}}{FIGURE}(?:[、,和及]{_IN}{{0,16}}{FIGURE}){{2,}}", sentence.form)
    if found is None:
        return
    listed = [sentence.at(sign) for sign in signs(found[0])]
    last = sentence.form[: found.end() - 1][-14:]
    if not all(one.is_percent for one in listed) or not any(word in last for word in words("parts", "rest")):
        return
    value = sum(one.value for one in listed)
    if abs(value - 1) <= sum(one.half for one in listed) + 1e-9 or not _FEW < value < 1 / _FEW:
        return
    sum_text = listed[-1].like(value)
    note = _("{parts} = {sum}").format(parts=" + ".join(one.text for one in listed), sum=sum_text)
    computed = listed[-1].like(listed[-1].value + 1 - value)
    yield finding(page, article, sentence, listed[-1], computed, note, Kind.SUM, is_certain=False)
