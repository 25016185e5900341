"""What a row break must not cut: figures with their units, dates, Latin words, and spans the caller keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from reader.typeset.figures import DIGIT, LATIN, figures, han_figures

LOOSE = 1
"""Inside a whole, at a seam between its parts: 2023年|9月."""
TIGHT = 2
"""Inside a part: 20|23年."""


def _patterns() -> tuple[str, ...]:
    """One pattern for each other kind of tight whole; each begins with a character class so that `re` skips fast.

    Possessive quantifiers and disjoint neighbours keep every search linear.
    """
    # Words, addresses, and figures with points, times, ratios and thousands: e-mail, 10:30, 1,234.5
    word = rf"[{LATIN}]++(?:(?:[-‐‑'’.．_&@/+#:：=?~～%·–—×^{{}}]++|,(?=\d\d\d(?!\d)))[{LATIN}]++)*+[%％‰℃℉°′″]*+"
    signed = rf"[+±−＋－$¥￥＄€£-][{DIGIT}]"
    return word, signed, rf"公元前?[{DIGIT}]"


@cache
def _tight() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _patterns()))


@cache
def _loose() -> re.Pattern[str]:
    d = f"[{DIGIT}]"
    return re.compile(
        rf"{d}{{1,4}}(?:年{d}{{1,2}}月(?:{d}{{1,2}}[日号])?|月{d}{{1,2}}[日号]|[时点]{d}{{1,2}}分(?:{d}{{1,2}}秒)?)"
    )


def no_break(text: str, keep: Sequence[tuple[int, int]] = ()) -> bytearray:
    """For each offset of `text` 0, `LOOSE` or `TIGHT`: whether a break before that character cuts a whole.

    `keep` are `[start, end)` spans not to be cut, in any order; they count as `TIGHT` and are clipped to the
    text. Linear in `len(text) + len(keep)`, save for sorting `keep`.
    """
    mask = bytearray(len(text) + 1)
    for match in _loose().finditer(text):
        start, end = match.span()
        mask[start + 1 : end] = bytes((LOOSE,)) * (end - start - 1)
    tight = (match.span() for match in chain.from_iterable(p.finditer(text) for p in _tight()))
    for start, end in chain(tight, figures(text), han_figures(text), _merged(keep, len(text))):
        if end > start + 1:
            mask[start + 1 : end] = bytes((TIGHT,)) * (end - start - 1)
    return mask


def _merged(keep: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """`keep` clipped to the text, with overlapping spans made one, so that each character is marked once."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(a, 0), min(b, length)) for a, b in keep):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return merged
