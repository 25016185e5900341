"""Every figure of a text, in one ordered scan: dates before ordinals before codes before quantities."""

from __future__ import annotations

import re

from reader.annotate.codes import find_code
from reader.annotate.dates import find_date
from reader.annotate.found import Found
from reader.annotate.idioms import idiom_end
from reader.annotate.numerals import HAN
from reader.annotate.ordinals import find_ordinal
from reader.annotate.quantities import find_quantity
from reader.model import Number
from reader.parse.fold import fold

_START = re.compile(
    rf"[\dA-Za-z{HAN}]|第(?= ?[\d{HAN}])|前(?= ?[\d{HAN}])|公元前?(?= ?\d)"
    r"|(?:周|星期|礼拜)(?=[一二三四五六日天])|[数几](?=[十百千万亿])|半(?=[年个小天])"
)


def find_numbers(text: str) -> list[Number]:
    """The figures of `text`, sorted and without overlap; offsets are `str` indices into `text`. Linear."""
    folded = fold(text)
    numbers: list[Number] = []
    at = 0
    while start := _START.search(folded, at):
        begin = start.start()
        found = _find(folded, begin)
        if found is None:
            at = begin + 1
            continue
        at = max(found.end, begin + 1)
        if found.type is not None:
            numbers.append(Number(begin, found.end, text[begin : found.end], found.type, found.value, found.unit))
    return numbers


def _find(folded: str, at: int) -> Found | None:
    sign = folded[at]
    if sign.isascii() and not sign.isdigit():
        return find_code(folded, at)
    if not sign.isascii() and (end := idiom_end(folded, at)):
        return Found(end)
    found = find_date(folded, at) if sign not in "数几半" else None
    found = found or find_ordinal(folded, at)
    if found is None and sign.isdigit():
        found = find_code(folded, at)
    if found is None and sign not in "第前周星礼公":
        found = find_quantity(folded, at)
    return found
