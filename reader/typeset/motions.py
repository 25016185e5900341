"""Words and sentences of a text, as places to go to and stretches to select."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"


class Stretch(NamedTuple):
    """Characters `[start, end)`."""

    start: int
    end: int


def runs(text: str) -> list[int]:
    """Where runs of one script begin in `text`: what stands in for words where they are not known."""
    return [found.start() for found in _run().finditer(text)]


@cache
def _run() -> re.Pattern[str]:
    """A run of one script, or a mark by itself. Made when it is needed: the classes take milliseconds."""
    return re.compile(rf"[{_HAN}]+|[0-9０-９]+(?:[.,:/-][0-9０-９]+)*[%％‰]?|[^\W\d_{_HAN}]+|[^\w\s]|_")


@cache
def _stop() -> re.Pattern[str]:
    """A stop ends its sentence, and with it the quotation marks and brackets that close behind it."""
    return re.compile(r"(?:[。！？!?；;]|……|\.(?=\s|$))[”’」』）》)\]]*\s*")


def word_at(text: str, words: Sequence[int], at: int) -> Stretch:
    """The word on a character, without the blanks behind it; `words` are the sorted beginnings of words."""
    index = bisect_right(words, at) - 1
    start = words[index] if index >= 0 else 0
    end = words[index + 1] if index + 1 < len(words) else len(text)
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end) if start <= at < end else Stretch(at, min(at + 1, len(text)))


def sentences(text: str) -> list[int]:
    """Where the sentences of a text begin; a text without print has none."""
    if not text.strip():
        return []
    first = len(text) - len(text.lstrip())
    ends = [found.end() for found in _stop().finditer(text)]
    return [first, *(end for end in ends if first < end < len(text))]


def sentence_at(text: str, at: int) -> Stretch:
    """The sentence on a character, its stop and closing marks included, without the blanks behind it."""
    return word_at(text, sentences(text), at)


def before(starts: Sequence[int], at: int) -> int | None:
    """The last of some sorted beginnings before `at`, None before the first."""
    index = bisect_left(starts, at) - 1
    return starts[index] if index >= 0 else None
