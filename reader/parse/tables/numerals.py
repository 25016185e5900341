"""Chinese numerals in cells: 十二 → 12, 三百零五 → 305, 二〇二四 → 2024."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4}
_DIGITS |= {"伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
NUMERAL_CHARACTERS = frozenset(_DIGITS) | frozenset(_PLACES) | frozenset(_GROUPS)
_LONGEST = 24


def chinese_integer(text: str) -> int | None:
    """The whole number `text` writes out, or None when it is not one, in all of its characters."""
    if not text or len(text) > _LONGEST or not all(c in NUMERAL_CHARACTERS for c in text):
        return None
    if all(c in _DIGITS for c in text):
        value = 0
        for c in text:
            value = value * 10 + _DIGITS[c]
        return value
    total = section = digit = 0
    pending = False
    for c in text:
        if c in _DIGITS:
            if pending and digit:
                return None
            digit, pending = _DIGITS[c], True
        elif c in _PLACES:
            section += (digit if pending else 1) * _PLACES[c]
            digit, pending = 0, False
        else:
            if not (section or digit or total):
                return None
            total = (total + section + digit) * _GROUPS[c]
            section = digit = 0
            pending = False
    return total + section + digit
