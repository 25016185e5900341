"""Shares that are listed side by side: 对东盟出口119.0亿元,占28.9%;对欧盟出口96.0亿元,占23.3%; …

Each part and its share give the whole within rounding. When all of several pairs but one give a whole that the
paragraph names, the other is misprinted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding
from reader.audit.words import one_of
from reader.model import Page

_FEWEST = 3
"""Pairs of which one may be wrong."""


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?P<part>{FIGURE}),?占{one_of('shares', 'whole')}(?P<share>{FIGURE})")


def parallel_shares(
    page: Page, article: str | None, listed: Sequence[Sentence], around: Sequence[Quantity]
) -> Iterator[Finding]:
    """The one share of a list that its part and the whole do not give; `listed` are the sentences of a paragraph and
    `around` their figures."""
    pairs = [
        (sentence, sentence.at(found["part"]), sentence.at(found["share"]))
        for sentence in listed
        for found in _pair().finditer(sentence.form)
    ]
    for whole in around:
        meant = [
            (sentence, part, share)
            for sentence, part, share in pairs
            if share.is_percent and part.alike(whole) and part.value < whole.value
            if part is not whole and not (part.is_rough or share.is_rough)
        ]
        wrong = [one for one in meant if not _gives(one[1], one[2], whole)]
        if len(meant) >= _FEWEST and len(wrong) == 1:
            sentence, part, share = wrong[0]
            computed = share.like(part.value / whole.value)
            note = f"{part.text} ÷ {whole.text} = {computed}"
            yield finding(page, article, sentence, share, computed, note, Kind.RATIO, is_certain=True)
            return


def _gives(part: Quantity, share: Quantity, whole: Quantity) -> bool:
    low, high = (
        (part.value - part.half) / (whole.value + whole.half),
        (part.value + part.half) / (whole.value - whole.half),
    )
    return low - share.half - 1e-9 <= share.value <= high + share.half + 1e-9
