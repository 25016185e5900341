"""Rates in prose that are above 100% and cannot be: 满意率, 合格率."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Sentence, finding
from reader.audit.words import one_of
from reader.i18n import _
from reader.model import Page


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{one_of('rates', 'capped')}){one_of('shares', 'rate')}(?P<rate>{FIGURE})")


def rates(page: Page, article: str | None, sentence: Sentence) -> Iterator[Finding]:
    """Shares of a part that exceed its whole."""
    for found in _rate().finditer(sentence.form):
        rate = sentence.at(found["rate"])
        if rate.is_percent and rate.value > 1:
            note = _("{column} is the share of a part and cannot exceed 100%").format(column=found["name"])
            yield finding(page, article, sentence, rate, "100%", note, Kind.IMPOSSIBLE, is_certain=True)
