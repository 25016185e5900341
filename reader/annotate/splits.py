"""Names the tagger has run together, taken apart before the rules read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.annotate.lexicon import alternation, words
from reader.annotate.persons import looks_like_name
from reader.annotate.word import Word
from reader.parse.words import prefectures, surnames

_ORGANISATIONS = frozenset({"ORG", "nt"})


def split(tagged: Iterable[Word]) -> Iterator[Word]:
    """The words, with an organisation parted from another, from a person or from the places before it."""
    for word in tagged:
        if word.tag in _ORGANISATIONS and len(word.text) > 4:
            yield from _parts(word)
        else:
            yield word


def _parts(word: Word) -> Iterator[Word]:
    at, text = word.start, word.text
    for pattern, tags in ((_two(), ("ORG", "p", "ORG")), (_with_person(), ("ORG", "n", "PER")), (_in_places(), ("LOC", "LOC", "ORG"))):
        found = pattern.fullmatch(text)
        if found and (tags[2] != "PER" or (looks_like_name(found[3]) and found[3] not in words("organisations", "endings"))):
            for group, tag in enumerate(tags, 1):
                if found[group]:
                    yield Word(at + found.start(group), at + found.end(group), found[group], tag)
            return
    yield word


@cache
def _two() -> re.Pattern[str]:
    """某局会同某行."""
    return re.compile(r"(.{3,})(会同|携手|联合(?![会国体社大收储利]))(.{3,})")


@cache
def _with_person() -> re.Pattern[str]:
    """山西大学贾锁堂, 某矿掘进五队支护工方虎."""
    surname = "|".join(sorted((re.escape(name) for name in surnames()), key=lambda name: -len(name)))
    return re.compile(
        rf"(.{{2,}}(?:大学|学院|公司|医院|中学|小学|集团|[局厅委队院]))((?:{alternation('persons', 'titles')}|.{{1,2}}工)?)"
        rf"((?:{surname})[\u4e00-\u9fff]{{1,2}})"
    )


@cache
def _in_places() -> re.Pattern[str]:
    """阿克苏地区阿克苏市新疆理工学院: an organisation that begins with a place of its own, behind where it is."""
    places = "|".join(sorted(prefectures(), key=len, reverse=True))
    return re.compile(rf"([\u4e00-\u9fff]{{2,5}}(?:省|市|地区|州|县|区))([\u4e00-\u9fff]{{2,4}}(?:市|州|县|区|镇|街道))?((?:{places})(?![市省县区]).{{2,}})")
