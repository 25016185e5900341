"""What is wrong with a row break, told from the rules and not from the breaker.

Sources: W3C CLREQ 3.1.3 (marks not at a row's beginning or end, unbreakable marks) and GB/T 15834-2011 5.1; figures are
whole with sign, decimals, per cent and unit by GB/T 15835-2011 and newspaper practice.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from reader.typeset.breaking import Row

CLOSING = set("、，。．：；！？）》〉」』”’】〕…—–～·‧/,.;:!?)]}%％‰℃°-~")
OPENING = set("（《〈「『“‘【〔([{¥￥$№")
FIGURE = re.compile(
    r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?"
    r"(?:%|‰|℃|[余多]?[十百千万亿]*[余多]?(?:个百分点|平方米|平方公里|公里|公斤|小时|分钟|人次|亿元|万元|万吨|美元|元|"
    r"年度|年|月|日|号|时|分|名|位|个|件|项|家|户|人|次|条|台|套|座|所|处|份|篇|种|类|批|级|倍|吨|米|亩|岁|天|届|强|门|例)?)"
)


def print_of(text: str) -> str:
    return "".join(text.split())


def cells(text: str) -> int:
    return sum(0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def faults(text: str, rows: list[Row]) -> list[str]:
    """One line for each rule a break between two rows of `text` breaks."""
    found = []
    inside = {k for match in FIGURE.finditer(text) for k in range(match.start() + 1, match.end())}
    inside |= {match.end() for match in re.finditer(r"第(?=\d)", text)}
    inside |= {k for match in re.finditer(r"[A-Za-z]{2,}", text) for k in range(match.start() + 1, match.end())}
    for before, after in pairwise(rows):
        where = f"{text[before.start : before.end]}|{text[after.start : after.end]}"
        first, last = text[after.start], text[before.end - 1]
        if first in CLOSING:
            found.append(f"begins with {first}: {where}")
        if last in OPENING:
            found.append(f"ends with {last}: {where}")
        if before.end == after.start and after.start in inside:
            found.append(f"cuts a figure or word: {where}")
    found += [f"alone: {text}" for a, b in rows if text[a:b] in ("本报讯", "本报综合讯") and len(rows) > 1]
    return found
