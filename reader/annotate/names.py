"""Persons, places and organisations of a text: jieba's tags, and the rules that make names of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.annotate.lexicon import characters, words
from reader.annotate.numbers import find_numbers
from reader.annotate.organisations import find_organisations
from reader.annotate.persons import find_persons
from reader.annotate.places import find_places
from reader.annotate.tagger import Word, prepare, tag_words
from reader.model import Entity, EntityType, NumberType
from reader.parse.fold import fold

__all__ = ["find_names", "longest", "prepare"]

_NOT_IN_NAMES = frozenset(
    (
        NumberType.AMOUNT,
        NumberType.PERCENT,
        NumberType.MEASURE,
        NumberType.DATE,
        NumberType.TIME,
        NumberType.DURATION,
        NumberType.RANGE,
        NumberType.PLAIN,
    )
)


def find_names(text: str) -> list[Entity]:
    """The names of `text`, sorted and without overlap; offsets are `str` indices into `text`.

    Loads jieba when `prepare` was not called before.
    """
    folded = fold(text)
    tagged = list(_joined(list(_tagged(folded))))
    found = [*find_organisations(folded, tagged), *find_places(folded, tagged), *find_persons(folded, tagged)]
    return [one._replace(text=text[one.start : one.end]) for one in longest(found)]


_RANK = {EntityType.ORGANISATION: 0, EntityType.PERSON: 1, EntityType.PLACE: 2}


def longest(found: Iterable[Entity]) -> list[Entity]:
    """Sorted, without overlap: the longest name wins, then an organisation, then a person."""
    taken: list[Entity] = []
    used: set[int] = set()
    for one in sorted(set(found), key=lambda one: (one.start - one.end, _RANK[one.type], one.start)):
        if used.isdisjoint(range(one.start, one.end)):
            used.update(range(one.start, one.end))
            taken.append(one)
    return sorted(taken)


@cache
def _level() -> re.Pattern[str]:
    """省 in 省工信厅: a level that begins a name, which the tagger would glue to what follows; and 会同 between two."""
    before = re.escape(characters("organisations", "before_level"))
    levels = "".join(words("organisations", "levels"))
    return re.compile(
        rf"会同(?=[省市县区])|(?:^|(?<=[^\u4e00-\u9fff])|(?<=[{before}]))[{levels}](?=[\u4e00-\u9fff]{{1,18}})(?!长|民(?![政宗族兵革办航])|场(?!监)|值|域|级|属|内|外|城(?![管建投乡市])|区|里|直(?!属机)|情|份)"
    )


def _tagged(folded: str) -> Iterator[Word]:
    """Words, cut at dates and quantities, which no name holds."""
    at = 0
    for number in find_numbers(folded):
        if number.type in _NOT_IN_NAMES:
            yield from _words(folded, at, number.start)
            yield Word(number.start, number.end, number.text, "number")
            at = number.end
    yield from _words(folded, at, len(folded))


def _words(folded: str, start: int, end: int) -> Iterator[Word]:
    at = start
    for cut in _level().finditer(folded, start, end):
        yield from tag_words(folded[at : cut.start()], at)
        yield Word(cut.start(), cut.end(), cut[0], "p" if cut[0] == "会同" else "level")
        at = cut.end()
    yield from tag_words(folded[at:end], at)


@cache
def _endings() -> frozenset[str]:
    return frozenset(word for table in ("places", "organisations") for word in words(table, "endings") if len(word) > 1)


def _joined(tagged: list[Word]) -> Iterator[Word]:
    """The words, with an ending the tagger has split put together: 高新/区, 滨江/街/道."""
    endings = _endings()
    index = 0
    while index < len(tagged):
        word = tagged[index]
        for size in (3, 2):
            run = tagged[index : index + size]
            joined = "".join(one.text for one in run)
            if len(run) == size and joined in endings and word.tag != "level":
                yield Word(word.start, run[-1].end, joined, "n")
                index += size
                break
        else:
            following = tagged[index + 1] if index + 1 < len(tagged) else None
            if (
                following
                and len(following.text) == 1
                and word.tag == "ns"
                and (word.text + following.text)[-2:] in endings
            ):
                # 滨江街/道
                yield Word(word.start, following.end, word.text + following.text, "ns", word.known)
                index += 1
            else:
                yield word
            index += 1
