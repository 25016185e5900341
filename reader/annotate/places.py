"""Places: what the tagger takes for one, and names that end in what a place is (太忻一体化经济区, 龙城大街, 汾河)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.annotate.lexicon import alternation, words
from reader.annotate.word import PLACES, Word, entity
from reader.model import Entity, EntityType

_LEVELS = frozenset("省市区县镇乡村州盟旗")
_NAMING = frozenset({"n", "nz", "vn", "an", "a", "f", "s", "nr", "nt", "PER", "j", "b", "l", "m"}) | PLACES
_BUS = re.compile(r"[A-Za-z]?\d+路")
_REACH = 5
"""Words between the beginning of a zone's name and what it is."""


def find_places(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The places of a folded text; they may overlap, and the longest is right."""
    for index, word in enumerate(tagged):
        if word.tag in PLACES and is_place(word.text):
            yield entity(text, word.start, word.end, EntityType.PLACE)
        if word.text in words("places", "zones") or _is_zone(word):
            first = _first_of(tagged, index)
            if first is not None and not _says_only_kind(tagged[first + 1 : index]):
                yield entity(text, tagged[first].start, word.end, EntityType.PLACE)
        elif word.text in words("places", "features") and index:
            before = tagged[index - 1]
            if before.end == word.start and before.tag in ("PER", "nr", "nz", "LOC", "ns") and len(before.text) > 1:
                yield entity(text, before.start, word.end, EntityType.PLACE)


def is_place(name: str) -> bool:
    """Whether what the tagger takes for a place can be the name of one, not a kind of place (产业集聚区, 城市公园)."""
    return (
        len(name) > 1
        and not _BUS.fullmatch(name)
        and name not in words("places", "not_places")
        and not _kind().fullmatch(name)
    )


@cache
def _kind() -> re.Pattern[str]:
    """A place that only says of what kind it is: 国有林场, 老旧小区, 三县."""
    return re.compile(
        rf"(?:{alternation('places', 'general')}|[一二三四五六七八九十两几各多数全本该某整\d])*"
        rf"(?:{alternation('places', 'endings')}|{alternation('places', 'general')})"
    )


def _is_zone(word: Word) -> bool:
    return word.tag in ("n", "nz") and len(word.text) > 3 and word.text.endswith(tuple(words("places", "zones")))


def _says_only_kind(between: Sequence[Word]) -> bool:
    """太原市住宅小区: what stands between the place and the zone names none."""
    return bool(between) and all(word.text in words("places", "general") for word in between)


def _first_of(tagged: Sequence[Word], index: int) -> int | None:
    """The first word of the name of a zone: back to a place, or to a word the language does not use otherwise."""
    first = index
    while first > 0 and index - first < _REACH:
        before = tagged[first - 1]
        if before.end != tagged[first].start or before.tag not in _NAMING or not before.text.isalnum():
            break
        first -= 1
        if before.tag in PLACES and is_place(before.text):
            if before.text[-1] in _LEVELS and first + 1 < index:
                # 阳曲县阳兴工业园 are two places, 太原龙潭公园 is one.
                return first + 1
            return first
        if before.tag == "nz" and len(before.text) > 1:
            return first
    return None
