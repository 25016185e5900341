"""Persons: what the tagger says, what stands before and behind a name, and the ways a byline is signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.annotate.lexicon import alternation, words
from reader.annotate.tagger import Word
from reader.model import Entity, EntityType
from reader.parse.words import surnames

_HAN = "[\u4e00-\u9fff]"


@cache
def _surname() -> str:
    return "|".join(sorted((re.escape(name) for name in surnames()), key=lambda name: -len(name)))


@cache
def _signed() -> re.Pattern[str]:
    """(陈珊、白一凡), 记者 何宝国, 王韵菲 摄."""
    name = rf"(?:{_surname()}){_HAN}{{1,2}}"
    return re.compile(
        rf"(?<=\()(?P<bracket>{name}(?:[、 ,]{{1,3}}{name}){{0,12}})(?=\)|$)"
        rf"|(?:记者|通讯员|实习生|撰文|作者|采写|撰稿)[ :]{{1,4}}"
        rf"(?P<behind>{name}(?:[、 ]{{1,3}}{name}(?![\u4e00-\u9fff])){{0,12}})(?![\u4e00-\u9fff])"
        rf"|(?<![\u4e00-\u9fff])(?P<before>{name}(?:[、 ]{{1,3}}{name}){{0,12}})"
        rf"[ /]{{1,4}}(?:摄|文|图|摄影|采写)(?![\u4e00-\u9fff])"
    )


_NAME = re.compile(rf"{_HAN}+")


def looks_like_name(text: str) -> bool:
    """Whether `text` is built like a Chinese personal name and is no common word."""
    if text in words("persons", "not_persons") or not _NAME.fullmatch(text):
        return False
    if text[-1] in "某委局厅员院所镇县区市化性度庄" and text not in surnames():
        return False
    if len(text) in (3, 4) and text[:2] in surnames():
        return True
    return len(text) in (2, 3) and text[0] in surnames()


def find_persons(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The persons of a folded text, in no particular order; they may overlap."""
    for signed in _signed().finditer(text):
        group = signed.lastgroup or "bracket"
        for name in _NAME.finditer(text, signed.start(group), signed.end(group)):
            if name[0] not in words("persons", "not_persons") and name[0] not in words("persons", "titles"):
                yield _person(text, name.start(), name.end())
    titles = words("persons", "titles")
    for index, word in enumerate(tagged):
        if not word.tag.startswith("nr"):
            if word.text in titles:
                yield from _after_title(text, tagged, index)
            continue
        if len(word.text) == 1 and word.text in surnames():
            yield from _split_name(text, tagged, index)
        elif word.tag != "nrt" and looks_like_name(word.text):
            following = tagged[index + 1] if index + 1 < len(tagged) else None
            # The tagger ends a name one character late: 张翔说, 李伟会.
            if not _attested(tagged, index):
                continue
            if len(word.text) == 3 and word.text[2:] in (
                "说",
                "称",
                "介",
                "表",
                "等",
                "和",
                "与",
                "同",
                "在",
                "从",
                "任",
                "及",
                "获",
            ):
                yield _person(text, word.start, word.end - 1)
            elif (
                len(word.text) == 2
                and following
                and len(following.text) == 1
                and following.tag in ("ng", "vg", "nr", "ag", "zg", "z", "tg", "g")
            ):
                yield _person(text, word.start, following.end)
            else:
                yield _person(text, word.start, word.end)


# Three signs that end so are as often a road, a plant or a paper.
_OF_THINGS = frozenset("村路湖城河山桥茶花叶菊戏证走通乐营镇巷操亮")


def _split_name(text: str, tagged: Sequence[Word], index: int) -> Iterator[Entity]:
    """教师 薛/芸芸: the tagger parts a surname from a given name that is a word."""
    given = tagged[index + 1] if index + 1 < len(tagged) else None
    if (
        given
        and len(given.text) <= 2
        and _NAME.fullmatch(given.text)
        and index
        and tagged[index - 1].text in words("persons", "titles")
    ):
        yield _person(text, tagged[index].start, given.end)


def _attested(tagged: Sequence[Word], index: int) -> bool:
    """Whether more than the tag of a two-character word speaks for a person: a title, a word of saying."""
    word = tagged[index]
    if len(word.text) >= 3 and word.text[-1] not in _OF_THINGS:
        return True
    before = tagged[index - 1].text if index else ""
    behind = tagged[index + 1].text if index + 1 < len(tagged) else ""
    return before in words("persons", "titles") or behind in words("persons", "behind") - {"等"}


def _after_title(text: str, tagged: Sequence[Word], index: int) -> Iterator[Entity]:
    """主任医师周明远介绍: one to three characters between a title and a word of saying."""
    start = tagged[index].end
    found = _titled().match(text, start)
    if found and found["name"] not in words("persons", "not_persons"):
        yield _person(text, found.start("name"), found.end("name"))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf" ?(?P<name>(?:{_surname()}){_HAN}{{1,2}}?)(?={alternation('persons', 'behind')}|[,。、;:])")


def _person(text: str, start: int, end: int) -> Entity:
    return Entity(start, end, text[start:end], EntityType.PERSON)
