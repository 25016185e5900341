"""Figures with their scale and their unit, as stretches that a row break must not cut.

Units are looked up and not made part of a pattern: a pattern of two hundred words takes longer to be compiled than a
screen of text to be broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.typeset.rules import units

DIGIT = "0-9０-９"
LATIN = "A-Za-z0-9_Ａ-Ｚａ-ｚ０-９À-ɏ"
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_PLUS = frozenset("+＋")
_PER = frozenset("/／每")


def figures(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of figures in digits, in order: 5688亿元, 3万多名, 20%, 60 km/h.

    Without a known unit or scale, the Han character right behind belongs to it. Linear.
    """
    pattern, at = _digits(), 0
    while found := pattern.search(text, at):
        at = _behind_digits(text, found.end())
        yield found.start(), at


def han_figures(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of figures in Han numerals, and of ordinals, in order.

    第32位, 前5名, 第四十五场, 二十五分之一, 三点五, 一百余家, 三级; a single 一 is no figure. Linear.
    """
    pattern, at = _numerals(), 0
    while found := pattern.search(text, at):
        at = found.end()
        if at > found.start() + 1 or text[at : at + 1] in _units_of_one() or _behind_fraction(text, at) > at:
            at = _behind_fraction(text, _behind_fraction(text, at))
            at = next(_behind_scaled_units(text, at), at)
            yield found.start(), at


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(f"[{DIGIT}][{DIGIT}%％‰+＋]*+")


@cache
def _numerals() -> re.Pattern[str]:
    numeral = f"[{units().han_numerals}]"
    return re.compile(f"[第前](?:{numeral}++|[{DIGIT}]++)|{numeral}++")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(map(re.escape, units().latin))})(?![{LATIN}])")


@cache
def _units_of_one() -> frozenset[str]:
    return frozenset(units().characters)


@cache
def _units_by_first() -> dict[str, list[str]]:
    """Longest first."""
    found: dict[str, list[str]] = {}
    for word in units().words:
        found.setdefault(word[0], []).append(word)
    return found


@cache
def _scale() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(units().about), frozenset(units().magnitude)


@cache
def _beginnings() -> frozenset[str]:
    """The characters of which one stands first behind a figure, if a scale, a unit or a blank does."""
    return frozenset(" ").union(*_scale(), _units_of_one(), _units_by_first())


def _behind_digits(text: str, end: int) -> int:
    """Where the figure ends whose digits, with signs of percent and plus, end at `end`."""
    last, following = text[end - 1], text[end : end + 1]
    if following not in _beginnings():
        return end + (last in _DIGITS and _is_han(following))
    if last in _DIGITS or last in _PLUS:
        for at in _behind_scaled_units(text, end, blank=True):
            if text[at : at + 1] in _PER:
                return _behind_unit(text, at + 1) or at
            return at
    if last in _DIGITS:
        about, magnitude = _scale()
        at = end + (following in about)
        if text[at : at + 1] in magnitude:
            while text[at : at + 1] in magnitude:
                at += 1
            return at + (text[at : at + 1] in about)
        if _is_han(following):
            return end + 1
    if following == " ":
        found = _latin().match(text, end)
        return found.end() if found else end
    return end


def _behind_scaled_units(text: str, start: int, *, blank: bool = False) -> Iterator[int]:
    """Where a unit, behind a scale such as 余万 or 千多 if there is one, may end. `blank`: one may stand before it."""
    for at in _behind_scale(text, start):
        end = _behind_unit(text, at + (blank and text[at : at + 1] == " "))
        if end:
            yield end


def _behind_scale(text: str, start: int) -> Iterator[int]:
    """Where a scale may end, the longest first; `start` itself is among them."""
    about, magnitude = _scale()
    led = text[start : start + 1] in about
    at = start + led
    while text[at : at + 1] in magnitude:
        at += 1
    if text[at : at + 1] in about:
        yield at + 1
    yield at
    if led:
        yield start + 1
        yield start


def _behind_unit(text: str, at: int) -> int:
    """Where the longest unit that begins at `at` ends; 0 when none does."""
    first = text[at : at + 1]
    for word in _units_by_first().get(first, ()):
        if text.startswith(word, at):
            return at + len(word)
    return at + 1 if first in _units_of_one() else 0


def _behind_fraction(text: str, at: int) -> int:
    """Where 分之一 or 点五 ends; `at` when there is neither."""
    end = at + 2 if text.startswith("分之", at) else at + 1
    if end == at + 1 and text[at:end] != "点":
        return at
    found = _numeral_run().match(text, end)
    return found.end() if found else at


@cache
def _numeral_run() -> re.Pattern[str]:
    return re.compile(f"[{units().han_numerals}]++")


def _is_han(ch: str) -> bool:
    return "\u3400" <= ch <= "\u9fff" or "\uf900" <= ch <= "\ufaff" or "\U00020000" <= ch <= "\U0003ffff"
