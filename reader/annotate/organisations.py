"""Organisations: what a name begins with (a place, a level, a name), nominals, and what an organisation is.

The tagger finds most of them whole; here what it leaves apart is put together: 太原市 + 语言 + 文字 + 测试 + 中心.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reader.annotate.lexicon import alternation, any_prefecture, characters, words
from reader.annotate.word import ORGANISATIONS, PLACES, Word, entity
from reader.model import Entity, EntityType

_LONGEST = 16
"""Words. A name of more is a sentence read wrongly."""
_NAMES = PLACES | ORGANISATIONS
_NOMINAL = (
    frozenset({"n", "nz", "vn", "an", "a", "f", "s", "nw", "b", "j", "m", "xc", "ng", "vg", "l", "eng", "nr", "PER"})
    | _NAMES
)
_AND = frozenset("和与及暨")
_HAN = re.compile("[\u4e00-\u9fff]")
_SECTION = re.compile("[\u4e00-\u9fff]{1,6}[处科股室]")
# What would make another word of an ending: 民政部门, 人民法院士.
_NOT_BEHIND = {
    "部": ("门", "分", "署", "长", "级", "队", "位", "件"),
    "院": ("士", "校", "长", "落", "内", "里"),
    "所": ("有", "长", "在", "以", "谓", "需", "得"),
    "会": ("议", "长", "员", "场", "费"),
    "社": ("会", "长"),
    "局": ("面", "部", "长"),
    "厂": ("家", "房", "长", "区", "商"),
    "站": ("长", "点", "台"),
    "队": ("员", "长", "伍", "友"),
    "委": ("员", "托", "派", "屈", "培"),
    "办": ("公", "法", "理", "事", "学", "案", "主"),
    "系": ("统", "列", "主任"),
    "矿": ("山", "区", "井", "工", "业", "产", "难", "长"),
}


def find_organisations(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The organisations of a folded text; they may overlap, and the longest is right."""
    for found in _whole().finditer(text):
        yield entity(text, found.start(), found.end(), EntityType.ORGANISATION)
    for found in _organ().finditer(text):
        yield entity(text, found.start(), found.end(), EntityType.ORGANISATION)
    for index, word in enumerate(tagged):
        if word.tag in ORGANISATIONS:
            yield from _tagged(text, tagged, index)
        if ends_organisation(word) and not text.startswith(_NOT_BEHIND.get(word.text[-1], "\0"), word.end):
            start = _start_of(tagged, index)
            if start is not None:
                yield entity(text, start, _with_place_in_brackets(text, word.end), EntityType.ORGANISATION)


@cache
def _whole() -> re.Pattern[str]:
    """Whole names that need no place before them, and the organs of a level: 市委, 县政府."""
    return re.compile(
        rf"(?:{alternation('organisations', 'whole')})(?![创内际有资企门])"
        r"|[省市县区州旗](?:委(?![员托派屈培])|政府(?!性)|政协|人大(?!代表)|纪委(?:监委)?)(?:办公[厅室]|常委会)?"
    )


@cache
def _organ() -> re.Pattern[str]:
    """省住建厅, 市发改委: a level and the short name of an office, which taggers cut in the wrong places."""
    return re.compile(
        rf"[省市县区州旗](?:{alternation('organisations', 'offices')})(?:[局厅委办](?![员长面公事])|总?队(?!员|长|伍))"
    )


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf".*(?:{alternation('organisations', 'endings')})"),
        re.compile(rf".*(?:{alternation('organisations', 'not_endings')})"),
    )


def ends_organisation(word: Word) -> bool:
    """Whether a word can end an organisation's name."""
    if word.tag[0] in "vpucdrqtT" and word.tag != "vn":
        return False
    return _is_ending(word.text)


@lru_cache(maxsize=1 << 13)
def _is_ending(text: str) -> bool:
    # A page says most of its words several times, and a corpus all of them.
    ends, ordinary = _ends()
    if text in words("organisations", "endings"):
        return True
    if ordinary.fullmatch(text):
        return False
    if len(text) == 1:
        return text in characters("organisations", "single_endings")
    return bool(ends.fullmatch(text)) or (len(text) > 2 and text[-1] in characters("organisations", "single_endings"))


def _tagged(text: str, tagged: Sequence[Word], index: int) -> Iterator[Entity]:
    """A name the tagger found: what it begins with may stand before it as a word of its own."""
    word = tagged[index]
    if len(word.text) < 2 or not _HAN.search(word.text):
        return
    start, end = word.start, word.end
    behind = tagged[index + 1] if index + 1 < len(tagged) else None
    bureau = word.text[-1] in "局委厅署部"
    if bureau and behind and behind.start == end and behind.tag == "n" and _SECTION.fullmatch(behind.text):
        # 市城管局 + 市容处
        end = behind.end
    if index and tagged[index - 1].end == start and tagged[index - 1].text in words("organisations", "levels"):
        start = tagged[index - 1].start
    yield Entity(start, end, text[start:end], EntityType.ORGANISATION, _is_attested(text[start:end]))


def _is_attested(name: str) -> bool:
    """Whether a name the tagger found says itself that it is one: by its end, its line of business, or a place or a
    national word before it. 爱家 and 普惠 do not."""
    if _ends()[0].fullmatch(name) or name[-1] in characters("organisations", "single_endings") + "委府处科":
        return True
    return _whole().fullmatch(name) is not None or _attests().match(name) is not None


@cache
def _attests() -> re.Pattern[str]:
    businesses = alternation("organisations", "businesses")
    return re.compile(
        rf"(?:{any_prefecture()}|{alternation('organisations', 'national')}).{{2,}}|.{{2,}}(?:{businesses})$"
    )


def _start_of(tagged: Sequence[Word], index: int) -> int | None:
    """Where the name that ends in `tagged[index]` begins; None when nothing before it is a name's beginning."""
    last = tagged[index]
    best: int | None = None
    levelled = False
    position = index
    if (last.tag in _NAMES or (last.tag in ("nz", "PER") and last.text[-1] in "矿厂")) and len(last.text) > 2:
        best = last.start
    while position > 0 and index - position < _LONGEST:
        before = tagged[position - 1]
        if before.end != tagged[position].start or not _inside(tagged, position - 1):
            break
        position -= 1
        if before.text in _AND:
            continue
        if _begins(tagged, position):
            if before.text in words("organisations", "levels"):
                levelled = True
            best = before.start
            if levelled:
                break
            if before.tag == "ORG" and ends_organisation(before) and not _part_of(last):
                # 太原供电公司 市政府: two names side by side; a part of the first is one with it.
                break
        elif position == index - 1 and last.text in words("organisations", "named") and _brand(before):
            best = before.start
    if last.text in words("organisations", "of_studies") and index - position > 1:
        # 器官移植山西省重点实验室: what is studied stands before the place, and no place is needed.
        return tagged[position].start
    if best == tagged[index - 1].start and tagged[index - 1].text in ("国家", "全国"):
        return None
    return best


def _part_of(word: Word) -> bool:
    return word.text in words("organisations", "parts")


def _inside(tagged: Sequence[Word], index: int) -> bool:
    word = tagged[index]
    if word.text in words("organisations", "not_first") or word.text in words("persons", "titles"):
        return False
    if word.text in _AND:
        # 文化和旅游局 is one office, 浙江大学和公安局 are two names.
        return (
            0 < index < len(tagged) - 1
            and tagged[index - 1].tag in ("n", "vn", "an", "nz", "a")
            and tagged[index + 1].tag in ("n", "vn", "an", "nz", "a", "ORG", "LOC")
            and not ends_organisation(tagged[index - 1])
        )
    if word.text == ")":
        return index > 1 and tagged[index - 2].text == "(" and len(tagged[index - 1].text) <= 4
    if word.text == "(":
        return index + 2 < len(tagged) and tagged[index + 2].text == ")"
    if not _HAN.match(word.text) and not word.text.isalnum():
        return False
    if word.tag == "PER":
        return False
    if word.tag in ("v", "vd"):
        return word.text in words("organisations", "verbs")
    return word.tag in _NOMINAL


def _begins(tagged: Sequence[Word], index: int) -> bool:
    word = tagged[index]
    if word.tag in PLACES:
        return word.text not in words("places", "not_places")
    if word.tag in ORGANISATIONS:
        return True
    if word.text in words("organisations", "national"):
        return True
    return word.text in words("organisations", "levels") and (
        index == 0 or tagged[index - 1].tag not in ("LOC", "n", "a", "f") or tagged[index - 1].end != word.start
    )


def _brand(word: Word) -> bool:
    return len(word.text) >= 2 and word.tag in ("nz", "nr", "nt", "ns", "LOC", "PER", "ORG")


_BRACKETED_PLACE = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")


def _with_place_in_brackets(text: str, end: int) -> int:
    """国家第三代半导体技术创新中心(山西) is one name."""
    found = _BRACKETED_PLACE.match(text, end)
    if (
        found
        and text[end - 2 : end] == "中心"
        and found[0][1:-1] not in words("places", "not_places")
        and found[0] != "(试行)"
    ):
        return found.end()
    return end
