"""Places: administrative names, and names that end in what a place is (太忻一体化经济区, 龙城大街, 汾河)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.annotate.lexicon import words
from reader.annotate.tagger import Word
from reader.model import Entity, EntityType
from reader.parse.words import prefectures

_GEOGRAPHIC = frozenset("省市区县镇乡村州盟旗路街河江湖山岛桥庄屯寨城湾泉峰")
_CERTAIN = {"n": "县市"}
_LEVELS = frozenset("省市区县镇乡村州盟旗")
_SEPARABLE = frozenset({"市", "区", "县", "镇", "乡", "村", "省", "州", "路", "街", "河", "山", "湖", "江", "城"})
_NAMING = (
    "ns",
    "nr",
    "nz",
    "nrt",
    "nrfg",
    "j",
    "n",
    "vn",
    "b",
    "s",
    "a",
    "f",
    "m",
    "l",
    "x",
    "ng",
    "nt",
    "i",
    "vg",
    "an",
)


def is_place(word: Word) -> bool:
    """Whether the tagger's place is one: a place of its own and not a common word."""
    if word.text in prefectures():
        return True
    if word.text in words("places", "not_places") or len(word.text) < 2:
        return False
    if len(word.text) >= 3 and word.text[-1] in "化度性率力型感式法学起":
        return False
    if word.tag == "ns":
        return word.known or word.text[-1] in _GEOGRAPHIC
    return (
        word.tag in ("nr", "nz", "nrt", "x", "n")
        and len(word.text) >= 3
        and word.text[-1] in _CERTAIN.get(word.tag, "省市区县镇乡州旗庄")
        and word.text not in words("persons", "not_persons")
    )


def find_places(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The places of a folded text; they may overlap."""
    endings = words("places", "endings")
    for index, word in enumerate(tagged):
        if is_place(word):
            end = word.end
            following = tagged[index + 1] if index + 1 < len(tagged) else None
            if following and following.text in _SEPARABLE and word.text[-1] not in _LEVELS:
                end = following.end
            yield _place(text, word.start, end)
        if (word.text in endings and len(word.text) >= 2) or word.text in _SEPARABLE:
            start = _name_before(tagged, index)
            if start is not None:
                yield _place(text, start, word.end)


def _name_before(tagged: Sequence[Word], index: int) -> int | None:
    """The start of the name a generic word ends: back to a place, or to one unknown word."""
    generic = tagged[index].text
    reach = 6 if len(generic) >= 2 else 1
    first = index
    start: int | None = None
    while first > 0 and index - first < reach:
        before = tagged[first - 1]
        if before.end != tagged[first].start or before.tag not in _NAMING or not before.text.isalnum():
            break
        first -= 1
        if is_place(before):
            if before.text[-1] in _LEVELS and first + 1 < index:
                # 阳曲县阳兴公园 are two places, 太原龙潭公园 is one.
                return tagged[first + 1].start
            if first == 0 or not is_place(tagged[first - 1]):
                return before.start
        elif not before.known and len(generic) >= 3:
            start = before.start
    if start is not None:
        return start
    last = tagged[index - 1] if index else None
    if last is None or last.end != tagged[index].start or len(last.text) < 2:
        return None
    if last.text in words("places", "not_places") or last.text in words("persons", "not_persons"):
        return None
    return last.start if last.tag in ("nr", "nz", "ns", "nrt") else None


def _place(text: str, start: int, end: int) -> Entity:
    return Entity(start, end, text[start:end], EntityType.PLACE)
