"""Words that hold a Chinese numeral and are no number: 进一步, 统一, 五台山, 半导体."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader.resources import data_text


class _Idioms(NamedTuple):
    words: frozenset[str]
    sizes: dict[str, tuple[tuple[int, int], ...]]
    """Numeral -> the (offset of the numeral, length of the word) to look at, longest word first."""


@cache
def _idioms() -> _Idioms:
    words = {
        word
        for line in data_text("annotate/idioms.txt").splitlines()
        if not line.startswith("#")
        for word in line.split()
    }
    shapes: dict[str, set[tuple[int, int]]] = {}
    for word in words:
        for offset, sign in enumerate(word):
            shapes.setdefault(sign, set()).add((offset, len(word)))
    ordered = {sign: tuple(sorted(found, key=lambda shape: -shape[1])) for sign, found in shapes.items()}
    return _Idioms(frozenset(words), ordered)


def idiom_end(text: str, at: int) -> int | None:
    """The end of the word around the numeral at `at` that is no number; None when there is no such word."""
    idioms = _idioms()
    for offset, size in idioms.sizes.get(text[at], ()):
        begin = at - offset
        word = text[begin : begin + size] if begin >= 0 else ""
        if len(word) == size and word in idioms.words:
            # 十分之一, 万分之三 are fractions.
            if word[-1] == "分" and text.startswith("之", begin + size):
                continue
            return begin + size
    return None
