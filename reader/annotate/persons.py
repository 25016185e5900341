"""Persons: what the tagger takes for one, trimmed, and the ways a byline is signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.annotate.lexicon import alternation, any_surname, words
from reader.annotate.word import Word, entity
from reader.model import Entity, EntityType
from reader.parse.words import surnames

_HAN = "[\u4e00-\u9fff]"
_NAME = re.compile(rf"{_HAN}+")
_SPREAD_NAME = re.compile(rf"{_HAN}[ \t]{_HAN}(?!{_HAN})|{_HAN}+")


@cache
def _signed() -> re.Pattern[str]:
    """(陈珊、白一凡), 记者 何宝国, 王韵菲 摄."""
    # A name of two characters may be set wide: 施 达.
    name = rf"(?:{any_surname()})(?:{_HAN}{{1,2}}(?<!摄)|[ \t]{_HAN}(?!{_HAN}))"
    return re.compile(
        rf"(?<=\()(?P<bracket>{name}(?:[、 ,]{{1,3}}{name}){{0,12}})(?=\)|$)"
        rf"|(?:记者|通讯员|实习生|撰文|作者|采写|撰稿)[ :]{{1,4}}"
        rf"(?P<behind>{name}(?:[、 ]{{1,3}}{name}(?![\u4e00-\u9fff])){{0,12}})(?![\u4e00-\u9fff])"
        rf"|(?<![\u4e00-\u9fff])(?P<before>{name}(?:[、 ]{{1,3}}{name}){{0,12}})"
        rf"[ /]{{1,4}}(?:摄|文|图|摄影|采写)(?![\u4e00-\u9fff])"
    )


def looks_like_name(text: str) -> bool:
    """Whether `text` is built like a Chinese personal name and is no common word."""
    if text in words("persons", "not_persons") or not _NAME.fullmatch(text):
        return False
    if len(text) in (3, 4) and text[:2] in surnames():
        return True
    return len(text) in (2, 3) and text[0] in surnames()


def find_persons(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The persons of a folded text, in no particular order; they may overlap."""
    for signed in _signed().finditer(text):
        group = signed.lastgroup or "bracket"
        for name in _SPREAD_NAME.finditer(text, signed.start(group), signed.end(group)):
            if name[0] not in words("persons", "not_persons") and name[0] not in words("persons", "titles"):
                yield entity(text, name.start(), name.end(), EntityType.PERSON)
    titles = words("persons", "titles")
    for word in tagged:
        if word.text in titles:
            titled = _titled().match(text, word.end)
            if titled and titled["name"] not in words("persons", "not_persons"):
                yield entity(text, titled.start("name"), titled.end("name"), EntityType.PERSON)
        elif _is_person(word):
            yield entity(text, word.start, _end(text, word), EntityType.PERSON)


def _is_person(word: Word) -> bool:
    if word.tag == "PER":
        return len(word.text) > 1 and "某" not in word.text
    return word.tag == "nr" and looks_like_name(word.text)


def _end(text: str, word: Word) -> int:
    """The tagger ends a name one character late: 张翔说, 贾如获."""
    if len(word.text) >= 3 and looks_like_name(word.text[:-1]):
        following = text[word.end : word.end + 1]
        if word.text[-1] in "说称获" or word.text[-1] + following in ("介绍", "表示", "告诉", "指出", "认为", "坦言"):
            return word.end - 1
    return word.end


@cache
def _titled() -> re.Pattern[str]:
    """主任医师周明远介绍: a name between a title and a word of saying."""
    return re.compile(rf" ?(?P<name>(?:{any_surname()}){_HAN}{{1,2}}?)(?={alternation('persons', 'behind')}|[,。、;:])")
