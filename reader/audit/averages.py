"""Averages in prose: 向316户发放…万元,户均…元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.quotients import TRUNCATED, agrees, quotient
from reader.audit.relations import Between
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding
from reader.audit.words import averages, words
from reader.model import NumberType, Page

_SUMMED = ("共", "总共", "共计", "合计", "总计")
_WITHIN = 2.0
"""Printed and computed differ by no more than this factor, else they are of other things."""


@cache
def _said() -> re.Pattern[str]:
    said = "|".join(sorted(averages(), key=len, reverse=True))
    return re.compile(rf"(?P<word>{said})(?P<of>[^。,{FIGURE[1:-1]}\x00]{{0,8}})(?P<mean>{FIGURE})")


def find_averages(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Averages that the one total and the one count of the sentence do not give."""
    for found in _said().finditer(sentence.form):
        at = sentence.index(found["mean"])
        mean = sentence.at(found["mean"])
        units = averages()[found["word"]]
        counts = [one for one in sentence.quantities[:at] if one.unit in units]
        totals = [one for one in sentence.quantities[:at] if _could_be_total(one, mean) and one.unit not in units]
        count, total = _meant(sentence, counts), _meant(sentence, totals)
        if count is None or total is None or count.value <= 0:
            continue
        said = found["of"]
        if said not in words("averages", "plain") and said[:2] not in sentence.form[: found.start()]:
            # 户均增收 is no part of what was paid out.
            continue
        if mean.is_rough or total.is_rough or count.is_rough:
            continue
        value = quotient(total, count)
        if value is None or agrees(mean, value, TRUNCATED):
            continue
        if not 1 / _WITHIN < mean.value / (value.middle or 1) < _WITHIN and not _slipped(mean, value):
            continue
        computed = mean.like(total.value / count.value)
        note = f"{total.text} ÷ {count.text} = {computed}"
        yield finding(page, article, sentence, mean, computed, note, Kind.RATIO, is_certain=False)


def _meant(sentence: Sentence, found: Sequence[Quantity]) -> Quantity | None:
    """The only one, or of several the last when it is said to be their sum: 66场、45场,共111场."""
    if len(found) > 1 and not sentence.form[: sentence.place(found[-1])].endswith(_SUMMED):
        return None
    return found[-1] if found else None


def _slipped(mean: Quantity, value: Between) -> bool:
    return mean.slipped_from(value.low - mean.half, value.high + mean.half)


def _could_be_total(one: Quantity, mean: Quantity) -> bool:
    return one.unit == mean.unit and one.type in (NumberType.AMOUNT, NumberType.MEASURE, NumberType.COUNT)
