"""Organisations: a place, a level or a name, then nominals, then what an organisation is (局, 有限公司, 重点实验室)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from reader.annotate.lexicon import alternation, words
from reader.annotate.persons import looks_like_name
from reader.annotate.places import is_place
from reader.annotate.tagger import Word
from reader.model import Entity, EntityType

_LONGEST = 18
_NOMINAL = frozenset(
    (
        "n",
        "ns",
        "nt",
        "nz",
        "nr",
        "nrt",
        "nrfg",
        "j",
        "b",
        "vn",
        "an",
        "s",
        "f",
        "ng",
        "l",
        "m",
        "eng",
        "a",
        "vg",
        "g",
        "ag",
        "i",
        "q",
        "zg",
        "h",
        "k",
        "nx",
        "x",
        "z",
        "yg",
        "tg",
        "ad",
    )
)
_NATIONAL = frozenset({"中国", "全国", "国家", "中央", "世界", "国际", "中华", "中共", "亚洲", "欧洲"})
_LEVELS = frozenset({"省", "市", "县", "区", "州", "旗", "镇", "乡"})
_COMPANY = frozenset({"公司", "有限公司", "股份有限公司", "有限责任公司", "集团", "分公司", "总公司", "银行"})
_SELF_MADE = ("重点实验室", "实验室", "研究所", "专委会", "协同创新中心")
# What would make another word of an ending: 民政部门, 人民法院士.
_NOT_BEFORE = {
    "部": ("门", "分", "署", "长", "级"),
    "院": ("士", "校", "长"),
    "所": ("有",),
    "会": ("议", "长"),
    "社": ("会",),
    "局": ("面", "部", "长"),
    "厂": ("家", "房"),
}
_INITIALISM = re.compile(r"\(以下(?:统|合)?(?:简称|称)[“\"](?P<short>[^”\"]{2,12})[”\"]\)")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation('organisations', 'whole')})(?![创内际有资企门])"
        r"|[省市县区州](?:委(?![员托派屈培])|政府(?!性))"
    )


def ends_organisation(word: Word) -> bool:
    """Whether a word by itself can end an organisation's name."""
    text = word.text
    if text in words("organisations", "endings"):
        return True
    if text.endswith(_ordinary()):
        return False
    if len(text) >= 3 and (text.endswith(_long_endings()) or text[-1] in "委办"):
        return True
    return (len(text) >= 2 and text[-1] in "局厅厂矿") or (
        word.tag == "nt" and len(text) >= 3 and text[-1] in "部院所队社会行"
    )


@cache
def _ordinary() -> tuple[str, ...]:
    return tuple(word for word in words("organisations", "not_endings") if len(word) >= 2)


@cache
def _long_endings() -> tuple[str, ...]:
    return tuple(word for word in words("organisations", "endings") if len(word) >= 2)


def find_organisations(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The organisations of a folded text; they may overlap."""
    for found in _whole().finditer(text):
        yield _organisation(text, found.start(), found.end())
    for index in range(len(tagged) - 1, -1, -1):
        word = tagged[index]
        if not ends_organisation(word) or text.startswith(_NOT_BEFORE.get(word.text[-1], "\0"), word.end):
            continue
        start = _start_of(tagged, index)
        if start is not None:
            yield _organisation(text, start, _with_place_in_brackets(text, word.end))
    yield from _brands(text, tagged)
    yield from _listed(text, tagged)
    for found in _INITIALISM.finditer(text):
        yield _organisation(text, found.start("short"), found.end("short"))


def _brands(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """紫林醋业, 锦波生物: a name and a line of business, where the name of a company is cut short."""
    lines, rooted = words("organisations", "businesses"), words("organisations", "place_businesses")
    for before, word in pairwise(tagged):
        if before.end != word.start or len(before.text) < 2:
            continue
        named = _brand(before) or not before.known
        if (word.text in lines and named and before.text[-1] not in "化性") or (
            word.text in rooted and (named or is_place(before))
        ):
            yield _organisation(text, before.start, word.end)


_LISTED = re.compile(
    r"(?P<names>(?:[\u4e00-\u9fffA-Za-z]{2,8}、){1,20}[\u4e00-\u9fffA-Za-z]{2,5})等[^,。、;等]{0,9}(?:企业|公司|厂商|品牌)"
)


def _listed(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """龙芯、麒麟、统信等骨干企业: what is listed as companies is companies."""
    starts = [word.start for word in tagged]
    for found in _LISTED.finditer(text):
        at = found.start("names")
        for name in found["names"].split("、"):
            end = at + len(name)
            begin = at
            if at == found.start("names"):
                # The first runs on from the sentence before it: 依托长城.
                begin = max(at, starts[bisect_right(starts, end - 2) - 1])
            if 2 <= end - begin <= 6:
                yield _organisation(text, begin, end)
            at = end + 1


_BRACKETED_PLACE = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")


def _with_place_in_brackets(text: str, end: int) -> int:
    """国家第三代半导体技术创新中心(山西) is one name."""
    found = _BRACKETED_PLACE.match(text, end)
    if found and text[end - 2 : end] == "中心" and _place_words(found[0][1:-1]):
        return found.end()
    return end


def _place_words(text: str) -> bool:
    return text not in words("places", "not_places") and text[-1] not in "试行"


def _start_of(tagged: Sequence[Word], index: int) -> int | None:
    """Where the name that ends in `tagged[index]` begins; None when nothing before it is a name's beginning."""
    last = tagged[index]
    best: int | None = last.start if _begins(tagged, index) and len(last.text) > 2 else None
    position = index
    while position > 0 and index - position < _LONGEST:
        before = tagged[position - 1]
        if before.end != tagged[position].start or not _inside(tagged, position - 1):
            break
        position -= 1
        if _begins(tagged, position):
            best = before.start
            if before.text in _LEVELS:
                break
        elif (
            (last.text in _COMPANY or last.text in ("矿", "厂"))
            and (_brand(before) or not before.known)
            and best is None
        ):
            best = before.start
    if last.text.endswith(_SELF_MADE) and index - position >= 1:
        # 消化系统疾病及器官移植山西省重点实验室: what is studied stands before the place.
        return tagged[position].start
    if best is not None and tagged[position].text in ("国家", "全国") and index - position <= 2:
        return None
    return best


def _inside(tagged: Sequence[Word], index: int) -> bool:
    word = tagged[index]
    if word.text in words("organisations", "not_first") or word.text in words("persons", "titles"):
        return False
    if word.tag == "level":
        return True
    if word.text in ("和", "与", "及", "暨"):
        if index == 0 or ends_organisation(tagged[index - 1]) or _begins(tagged, index + 1):
            return False
        return tagged[index - 1].tag[0] in "nvjlb"
    if word.text == ")":
        return index > 1 and tagged[index - 2].text == "(" and len(tagged[index - 1].text) <= 4
    if word.text == "(":
        return index + 2 < len(tagged) and tagged[index + 2].text == ")"
    if not "\u4e00" <= word.text[0] <= "\u9fff" and not word.text.isalnum():
        return False
    if word.tag == "v" or word.tag == "vd":
        return word.text in words("organisations", "verbs") or (len(word.text) == 1 and word.text in "住建规")
    if word.tag.startswith("nr") and looks_like_name(word.text) and not ends_organisation(word):
        # A person stands before an organisation's name more often than in it.
        return not (index and tagged[index - 1].text in words("persons", "titles"))
    return word.tag in _NOMINAL


def _begins(tagged: Sequence[Word], index: int) -> bool:
    word = tagged[index]
    if word.text in _NATIONAL or is_place(word):
        return True
    if word.text in words("organisations", "whole"):
        return True
    if word.tag == "nt" and len(word.text) >= 4 and word.text not in words("organisations", "generic"):
        return True
    return word.text in _LEVELS and word.tag == "level"


def _brand(word: Word) -> bool:
    return word.tag in ("nz", "nr", "nrt", "nrfg", "x", "eng") and len(word.text) >= 2


def _organisation(text: str, start: int, end: int) -> Entity:
    return Entity(start, end, text[start:end], EntityType.ORGANISATION)
