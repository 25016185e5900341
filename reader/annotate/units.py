"""What stands behind a numeral: currencies, units of measure and time, rates, measure words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import NamedTuple

from reader.model import NumberType
from reader.resources import data_text


class Unit(NamedTuple):
    """A word behind a numeral: the type of the number, the unit of its value, and the factor to that unit."""

    word: str
    type: NumberType
    symbol: str
    factor: float = 1


class _Units(NamedTuple):
    words: dict[str, Unit]
    guards: dict[str, str]
    after_one: dict[str, str]
    longest: int
    begun_by: frozenset[str]


@cache
def _units() -> _Units:
    data = tomllib.loads(data_text("annotate/units.toml"))
    words: dict[str, Unit] = {}
    for word in data["count"]["words"].split():
        words[word] = Unit(word, NumberType.COUNT, word)
    for word, symbol in data["duration"].items():
        words[word] = Unit(word, NumberType.DURATION, symbol)
    for word, (symbol, factor) in data["measure"].items():
        words[word] = Unit(word, NumberType.MEASURE, symbol, factor)
    for word, code in data["currency"].items():
        words[word] = Unit(word, NumberType.AMOUNT, code)
    for word, (symbol, factor) in data["rate"].items():
        words[word] = Unit(word, NumberType.PERCENT, symbol, factor)
    begun_by = frozenset({*_LEVELS, *(word[0] for word in words)})
    return _Units(words, data["count"]["guards"], data["count"]["after_one"], max(map(len, words)), begun_by)


_LEVELS = "省市县区州旗镇乡村"
_ADMIN = re.compile(rf"[{_LEVELS}]{{1,4}}\([{_LEVELS}街、,团场道]{{1,9}}\)")


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that begins at `at` and is not the beginning of another word."""
    words, guards, after_one, longest, begun_by = _units()
    if text[at : at + 1] not in begun_by:
        return None
    admin = _ADMIN.match(text, at)
    if admin:
        return Unit(admin[0], NumberType.COUNT, admin[0])
    for size in range(longest, 0, -1):
        word = text[at : at + size]
        unit = words.get(word)
        if unit is None or len(word) < size:
            continue
        behind = text[at + size : at + size + 1]
        if behind and behind in guards.get(word, ""):
            continue
        if word in after_one and text[at - 1 : at] == "一" and behind not in after_one[word]:
            return None
        if word.isascii() and word.isalnum() and behind.isascii() and behind.isalnum():
            continue
        return unit
    return None


def unit_words(symbol: str) -> list[Unit]:
    """The words whose value is in `symbol`, the usual one first; a word that is counted (人) is its own symbol."""
    return [unit for unit in _units().words.values() if unit.symbol == symbol] or [
        Unit(symbol, NumberType.COUNT, symbol)
    ]
