"""Persons, places and organisations: a tagger's words, and the rules that make names of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.annotate.companies import find_companies
from reader.annotate.lexicon import words
from reader.annotate.numbers import find_numbers
from reader.annotate.organisations import find_organisations
from reader.annotate.persons import find_persons
from reader.annotate.places import find_places
from reader.annotate.splits import split
from reader.annotate.tagger import tag_texts
from reader.annotate.word import Word
from reader.model import Entity, EntityType, NumberType
from reader.parse.fold import fold
from reader.parse.words import prefectures

_LETTER = re.compile(r"[^\W\d_]")
_RANK = {EntityType.ORGANISATION: 0, EntityType.PERSON: 1, EntityType.PLACE: 2}


def find_names(texts: Sequence[str]) -> list[list[Entity]]:
    """The names of each text, sorted and without overlap; offsets are `str` indices into it."""
    # Most cells of a ranking are figures, and many say the same.
    worded = list(dict.fromkeys(text for text in texts if _LETTER.search(text)))
    found = {text: _names(text, tagged) for text, tagged in zip(worded, tag_texts(worded), strict=True)}
    return [list(found.get(text, ())) for text in texts]


def _names(text: str, tagged: Sequence[Word]) -> list[Entity]:
    folded = fold(text)
    tagged = list(split(tagged))
    measured = _measured(folded)
    found = [
        *find_organisations(folded, tagged),
        *find_companies(folded, tagged),
        *find_places(folded, tagged),
        *find_persons(folded, tagged),
    ]
    return [
        one._replace(text=text[one.start : one.end])
        for one in longest(_under_places(found))
        # The tagger takes long runs of control characters and blanks for places.
        if measured.isdisjoint(range(one.start, one.end)) and any(map(str.isalnum, text[one.start : one.end]))
    ]


_NOT_IN_NAMES = frozenset(
    {
        NumberType.AMOUNT,
        NumberType.PERCENT,
        NumberType.MEASURE,
        NumberType.DURATION,
        NumberType.TIME,
    }
)


def _measured(folded: str) -> set[int]:
    """Where figures stand that are part of no name: 18万立方米, 从一个月前."""
    return {at for one in find_numbers(folded) if one.type in _NOT_IN_NAMES for at in range(one.start, one.end)}


def _under_places(found: Iterable[Entity]) -> Iterator[Entity]:
    """小店 + 区政府: an organ that begins with its level, and the place whose level it is."""
    places = {one.end: one for one in found if one.type is EntityType.PLACE}
    for one in found:
        yield one
        place = places.get(one.start)
        if (
            place
            and one.type is EntityType.ORGANISATION
            and one.text[0] in words("organisations", "levels")
            and (place.text[-1] not in words("organisations", "levels") or place.text in prefectures())
        ):
            yield Entity(place.start, one.end, place.text + one.text, one.type)


def longest(found: Iterable[Entity]) -> list[Entity]:
    """Sorted, without overlap: the longest name wins, then an organisation, then a person."""
    taken: list[Entity] = []
    used: set[int] = set()
    for one in sorted(set(found), key=lambda one: (one.start - one.end, _RANK[one.type], not one.sure, one.start)):
        if used.isdisjoint(range(one.start, one.end)):
            used.update(range(one.start, one.end))
            taken.append(one)
    return sorted(taken)
