"""Names the tagger has run together, or run on into what follows, taken apart before the rules read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reader.annotate.lexicon import alternation, any_prefecture, any_surname, words
from reader.annotate.persons import looks_like_name
from reader.annotate.word import ORGANISATIONS, PLACES, Word

_HAN = "[\u4e00-\u9fff]"


def split(tagged: Iterable[Word]) -> Iterator[Word]:
    """The words, with each name parted from the other names and the words it was tagged with."""
    for word in tagged:
        if word.tag in ORGANISATIONS or word.tag in PLACES or word.tag in ("PER", "nr"):
            for part in _at_signs(word):
                yield from _of_kind(part)
        else:
            yield word


def _of_kind(word: Word) -> Iterator[Word]:
    if word.tag in ORGANISATIONS:
        yield from _parts(
            word,
            (
                (_agency(), "ORG LOC"),
                (_two(), "ORG p ORG"),
                (_with_person(), "ORG n PER"),
                (_in_places(), "LOC LOC ORG"),
            ),
        )
    elif word.tag in PLACES:
        yield from _parts(
            word, ((_ADDRESS, "LOC m"), (_CROSSING, "LOC LOC"), (_two_places(), "LOC LOC"), (_SIDE, "LOC f"))
        )
    else:
        yield from _parts(word, ((_PICTURED, "PER v"),))


def _at_signs(word: Word) -> Iterator[Word]:
    """呼兰】萧红故居: no name runs over a bracket or a quotation mark that was opened before it."""
    at = 0
    for sign in _SIGN.finditer(word.text):
        if sign.start() > at:
            yield word.part(at, sign.start())
        yield word.part(sign.start(), sign.end(), "w")
        at = sign.end()
    if at < len(word.text):
        yield word.part(at, len(word.text))


_SIGN = re.compile(r"[\]\[】【〕〔,，。;；:：!！?？、/|<>]")
# 经纬街8号, 东新园18幢
_ADDRESS = re.compile(rf"({_HAN}{{2,}}?)(\d+(?:号院?|幢|栋|楼|弄|室|单元|层)\S*)")
# 公滨路公园街
_CROSSING = re.compile(rf"({_HAN}{{1,3}}(?:大?街|路|大道|胡同))({_HAN}{{2,4}}(?:大?街|路|大道|胡同))")
# 和睦新村北门
_SIDE = re.compile(rf"({_HAN}{{3,}})([东西南北][门侧口岸部]|附近|沿线|周边|一带)")
_PICTURED = re.compile(rf"({_HAN}{{2,3}})(摄)")


def _parts(word: Word, ways: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[Word]:
    for pattern, tags in ways:
        found = pattern.fullmatch(word.text)
        if found is None:
            continue
        kinds = tags.split()
        if kinds[-1] == "PER" and not _is_person(found[len(kinds)]):
            continue
        for group, tag in enumerate(kinds, 1):
            if found[group]:
                yield word.part(*found.span(group), tag)
        return
    yield word


def _is_person(text: str) -> bool:
    return looks_like_name(text) and text not in words("organisations", "endings")


@cache
def _agency() -> re.Pattern[str]:
    """新华社北京 in a dateline."""
    return re.compile(rf"(新华社|中新社|本报)({any_prefecture()})")


@cache
def _two() -> re.Pattern[str]:
    """某局会同某行."""
    return re.compile(r"(.{3,})(会同|携手|联合(?![会国体社大收储利]))(.{3,})")


@cache
def _with_person() -> re.Pattern[str]:
    """山西大学贾锁堂, 某矿掘进五队支护工方虎."""
    return re.compile(
        r"(.{2,}(?:大学|学院|公司|医院|中学|小学|集团|[局厅委队院]))"
        rf"((?:{alternation('persons', 'titles')}|.{{1,2}}工)?)"
        rf"((?:{any_surname()}){_HAN}{{1,2}})"
    )


@cache
def _in_places() -> re.Pattern[str]:
    """阿克苏地区阿克苏市新疆理工学院: an organisation that begins with a place of its own, behind where it is."""
    return re.compile(
        rf"({_HAN}{{2,5}}(?:省|市|地区|州|县|区))({_HAN}{{2,4}}(?:市|州|县|区|镇|街道))?((?:{any_prefecture()})(?![市省县区]).{{2,}})"
    )


@cache
def _two_places() -> re.Pattern[str]:
    """海南三亚, 湖北省武汉市."""
    return re.compile(rf"((?:{any_prefecture()})(?:省|市|自治区)?)((?:{any_prefecture()})市?|{_HAN}{{2,3}}[市县区])")
