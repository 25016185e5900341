"""Whether a hit is a whole word of the sentence it stands in, or a part of one: 大同 in 大同市, and in 加大同比.

The most probable parting into words, each as probable as it is frequent, as jieba has it (J. Sun, jieba 0.42, over its
dictionary), of the few characters around the hit. The dictionary is read when it is first needed.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_AROUND = 6
"""Characters on either side that are looked at."""
_UNKNOWN = -18.0
"""The logarithm of the share of a character that is no word: rarer than any."""
_LONGEST = 8
"""Characters of a word; longer ones are names, which are not searched for in parts."""


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether words begin at `start` and behind `end` of a folded text. True where there is no dictionary."""
    words = _words()
    if not words:
        return True
    first = max(0, start - _AROUND)
    window = text[first : end + _AROUND]
    ends = _word_ends(window, words)
    return (start == first or start - first in ends) and (end - first in ends or end - first == len(window))


def _word_ends(text: str, words: dict[str, float]) -> set[int]:
    """Where the words of a text end when it is parted in the most probable way."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)
    # From the end: the best parting of what follows each character, and where its first word ends.
    for at in range(len(text) - 1, -1, -1):
        best[at] = max(
            (words.get(text[at:end], _UNKNOWN) + best[end][0], end)
            for end in range(at + 1, min(len(text), at + _LONGEST) + 1)
            if end == at + 1 or text[at:end] in words
        )
    ends, at = set(), 0
    while at < len(text):
        at = best[at][1]
        ends.add(at)
    return ends


@cache
def _words() -> dict[str, float]:
    """The logarithm of each word's share of all words; empty without jieba."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return {}
    counts: dict[str, int] = {}
    try:
        # Line by line: one long call would hold up the keys of the screen.
        with (Path(spec.origin).parent / "dict.txt").open(encoding="utf-8") as lines:
            for line in lines:
                word, count, _tag = line.split(" ", 2)
                counts[word] = int(count)
    except (OSError, ValueError):
        return {}
    total = math.log(sum(counts.values()))
    return {word: math.log(count or 1) - total for word, count in counts.items()}
