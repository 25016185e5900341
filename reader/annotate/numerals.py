"""Numerals as newspapers print them, and their values: 5688, 8.5万, 1,234.5, 两千多, 300余万, 数百, 二〇二四.

Texts are folded (`reader.parse.fold`): full-width digits are ASCII.
"""

from __future__ import annotations

import re

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
HAN = "零〇○一二两三四五六七八九十百千万亿"

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
# 千 and 百 can begin the unit instead: 5千瓦, 3百分点.
_SCALE_BEHIND = r"(?:[百千]?[万亿]|万亿|百(?!分)|千(?![米克瓦卡伏帕赫焦兆]))"
NUMERAL = re.compile(
    rf"{ARABIC}(?:[余多几]?{_SCALE_BEHIND}亿?)?[余多]?(?!\d)"
    rf"|[{HAN}]+点[零〇一二三四五六七八九]+[万亿]?(?=[万亿元倍个米公吨平%度级年天])"
    rf"|[数几]?[{HAN}]+(?:[余多几][万亿]*)?"
)
YEAR_IN_HAN = r"[一二][零〇○一二三四五六七八九]{3}"

LONGEST = 30
"""Longer runs of numerals are no numbers of a newspaper, would cost more to read than they are worth, and a float may
hold no more of them than that they are infinite."""
_VAGUE = frozenset("数几")
_FIGURE = re.compile(r"[\d.]+")


def tidy(value: float) -> int | float:
    """`value` as an int when it is whole, without the dust of binary fractions."""
    value = round(value, 9)
    return int(value) if value == int(value) else value


def numeral_value(numeral: str) -> int | float | None:
    """The value of a numeral that `NUMERAL` matches; None when it names none (数百, 七八十).

    余 and 多 are passed over: 20余 is 20.
    """
    plain = numeral.replace("余", "").replace("多", "").replace(",", "")
    if len(plain) > LONGEST or _VAGUE & set(plain):
        return None
    if plain[:1].isdigit():
        figure = _FIGURE.match(plain)
        if figure is None:
            return None
        value = float(figure[0]) if "." in figure[0] else int(figure[0])
        for sign in plain[figure.end() :]:
            value *= SCALES.get(sign, 1)
        return tidy(value)
    whole, point, fraction = plain.partition("点")
    if point:
        base = _whole_value(whole)
        digits = "".join(str(DIGITS[sign]) for sign in fraction if sign in DIGITS)
        scale = SCALES.get(fraction[-1], 1)
        return None if base is None else tidy((base + float(f"0.{digits or 0}")) * scale)
    return _whole_value(plain)


def _whole_value(text: str) -> int | None:
    if all(sign in DIGITS for sign in text):
        if len(text) == 2 and "零" not in text and "〇" not in text:
            return None
        return int("".join(str(DIGITS[sign]) for sign in text)) if text else None
    total = part = 0
    digit: int | None = None
    last = 10
    for sign in text:
        if sign in DIGITS:
            if digit and sign not in "零〇○":
                return None
            digit = DIGITS[sign]
            continue
        scale = SCALES[sign]
        if scale < 10**4:
            part += (1 if digit is None or (digit == 0 and part == 0) else digit) * scale
        elif scale == 10**4:
            part = (part + (digit or 0)) or 1
            total, part = total + part * scale, 0
        else:
            total = (total + part + (digit or 0) or 1) * scale
            part = 0
        digit, last = None, scale
    if digit and last >= 100 and text[-2] in SCALES:
        # 一百二 is 120, 三万五 is 35,000.
        digit *= last // 10
    return total + part + (digit or 0)
