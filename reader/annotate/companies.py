"""The short names of companies, which say what they are only in their long form or by what stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from reader.annotate.lexicon import alternation, any_prefecture, words
from reader.annotate.word import ORGANISATIONS, PLACES, Word, entity
from reader.model import Entity, EntityType
from reader.parse.words import prefectures

_INITIALISM = re.compile(r"\((?:以下|下)(?:统|合)?(?:简称|称)(?:为)?:?[“\"](?P<short>[^”\"]{2,12})[”\"]\)")
_LISTED = re.compile(
    r"(?P<names>(?:[\u4e00-\u9fffA-Za-z]{2,8}、){1,20}[\u4e00-\u9fffA-Za-z]{2,5})等[^,。、;等]{0,9}(?:企业|公司|厂商|品牌)"
)


def find_companies(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """The short names of companies in a folded text; they may overlap."""
    yield from _with_business(text, tagged)
    yield from _listed(text, tagged)
    yield from _branches(text, tagged)
    for found in _INITIALISM.finditer(text):
        yield entity(text, found.start("short"), found.end("short"), EntityType.ORGANISATION)


def _with_business(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """紫林醋业, 太原建投: a name or a place, and a line of business."""
    named, placed = words("organisations", "businesses"), words("organisations", "place_businesses")
    for before, word in pairwise(tagged):
        if before.end != word.start or len(before.text) < 2:
            continue
        brand = before.tag in ("nz", "nr", "nt", "PER", "ORG") and before.text[-1] not in "化性"
        if (word.text in named and brand) or (word.text in placed and (brand or before.tag in PLACES)):
            yield entity(text, before.start, word.end, EntityType.ORGANISATION)


def _branches(text: str, tagged: Sequence[Word]) -> Iterator[Entity]:
    """中车太原, 国网山西: a company and the bare name of the place its branch is in."""
    for before, word in pairwise(tagged):
        if (
            before.end == word.start
            and before.tag in ORGANISATIONS
            and 2 <= len(before.text) <= 4
            and before.text[-1] not in "社报台"
            and word.text in prefectures()
            and not _ends().fullmatch(before.text)
        ):
            yield entity(text, before.start, word.end, EntityType.ORGANISATION)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf".*(?:{alternation('organisations', 'endings')}|[省市县区][委府])")


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
                yield entity(text, begin, end, EntityType.ORGANISATION)
            at = end + 1


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_prefecture()}|中国)?[省市县区]?"
        r"(?P<core>[\u4e00-\u9fff]{2,6}?)(?:\([\u4e00-\u9fff]{2,4}\))?"
        r"(?:(?:控股)?集团)?(?:股份)?有限(?:责任)?公司"
    )


def core_names(organisations: Iterable[str]) -> Iterator[str]:
    """What a page may call a company once it was named in full: 锦波生物 of 山西锦波生物医药股份有限公司."""
    for name in organisations:
        found = _legal_form().fullmatch(name)
        if found and len(found["core"]) >= 3:
            yield found["core"]
