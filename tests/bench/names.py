"""Names and words to put in place of printed ones, a few of them everywhere and most of them nearly nowhere.

In newspapers as in other prose the name of rank `r` is met about `1/r` as often as the first (Zipf).
"""

from __future__ import annotations

import json
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import accumulate, product
from pathlib import Path
from random import Random
from typing import NamedTuple

from reader.parse.words import prefectures

_GOLD = Path(__file__).parent.parent / "gold"
_PERSONS, _PLACES = 3000, 2000
_SUFFIXES = "市县区镇乡村"
_WORD_TYPES = frozenset({"n", "v", "vn", "a", "ad", "an", "d", "nz", "j"})


class Mark(NamedTuple):
    """A name as annotated by hand: `[start, end)` of the page text, `type` is `PER`, `LOC` or `ORG`."""

    start: int
    end: int
    text: str
    type: str


@dataclass(frozen=True, slots=True)
class Draw:
    """Choices with a weight each; `one` takes one of them."""

    choices: tuple[str, ...]
    weights: Iterable[float]
    _sums: list[float] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        self._sums.extend(accumulate(self.weights))

    def one(self, random: Random) -> str:
        return self.choices[bisect(self._sums, random.random() * self._sums[-1])]


@cache
def marks() -> dict[str, tuple[Mark, ...]]:
    """The annotated names of each seed page, by the name of its file."""
    pages = [json.loads(path.read_text("utf-8")) for path in sorted(_GOLD.glob("*.entities.json"))]
    return {
        page["file"]: tuple(Mark(one["start"], one["end"], one["text"], one["type"]) for one in page["entities"])
        for page in pages
    }


@cache
def persons() -> Draw:
    """The persons of the seeds, then their surnames with the characters of their given names."""
    printed = [name for name in _printed("PER") if len(name) in (2, 3)]
    first = sorted({name[1] for name in printed})
    last = ["", *sorted({name[2] for name in printed if len(name) == 3})]
    made = ("".join(parts) for parts in product(sorted({name[0] for name in printed}), first, last))
    return _zipf(printed, made, _PERSONS)


@cache
def places() -> Draw:
    """The places of the seeds, then prefectures, then counties and towns made of the characters of both."""
    printed = [name for name in _printed("LOC") if 2 <= len(name) <= 4 and name.isalpha()]
    known = [name for name in sorted(prefectures()) if name not in printed]
    Random("prefectures").shuffle(known)  # noqa: S311 - the same names each time
    short = [name for name in known if len(name) == 2]
    made = ("".join(parts) for parts in product((n[0] for n in short), (n[1] for n in short), _SUFFIXES))
    return _zipf([*printed, *known], made, _PLACES)


@cache
def words() -> dict[str, Draw]:
    """Words of two characters by their type (n, v, …), as often as the word list that comes with jieba counts them."""
    by_type: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")
        if len(word) == 2 and kind in _WORD_TYPES:
            by_type[kind].append((word, int(count)))
    return {
        kind: Draw(tuple(word for word, _ in found), [count**0.75 for _, count in found])
        for kind, found in by_type.items()
    }


@cache
def word_types() -> dict[str, str]:
    """Word of two characters to its type."""
    return {word: kind for kind, draw in words().items() for word in draw.choices}


def _printed(kind: str) -> list[str]:
    """Names of this type, the commonest of the seeds first."""
    counts = Counter(mark.text for page in marks().values() for mark in page if mark.type == kind)
    return [name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _zipf(first: Iterable[str], others: Iterable[str], count: int) -> Draw:
    rest = sorted(set(others) - set(first))
    first = tuple(first)
    names = (*first, *Random("names").sample(rest, count - len(first)))  # noqa: S311 - the same names each time
    return Draw(names, [1 / rank for rank in range(1, len(names) + 1)])
