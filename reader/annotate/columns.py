"""Names in tables, where the column says what its cells are: 姓名 are persons, 企业名称 companies, 县区 places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.annotate.lexicon import alternation
from reader.model import EntityType, Passage
from reader.parse.fold import fold
from reader.parse.tables.vocabulary import is_summary_word

_ADMINISTRATIVE = re.compile(r"[\u4e00-\u9fff]{1,10}(?:省|市|区|县|旗|州|盟|镇|乡|街道|村|社区)")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9()·\-]{2,40}")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7})+")


def column_names(header: str, cells: Iterable[Passage]) -> Iterator[tuple[Passage, EntityType]]:
    """The cells that name something, and what, by the header of their column."""
    kind = _kind(fold(header).rsplit("/", 1)[-1])
    if kind is None:
        return
    wanted = _PERSON if kind is EntityType.PERSON else _NAME
    for cell in cells:
        text = fold(cell.text)
        if not wanted.fullmatch(text) or text.isdigit() or is_summary_word(text):
            continue
        if kind is EntityType.ORGANISATION and _ADMINISTRATIVE.fullmatch(text):
            yield cell, EntityType.PLACE
        else:
            yield cell, kind


def _kind(header: str) -> EntityType | None:
    return next((kind for kind, pattern in _headers() if pattern.fullmatch(header)), None)


@cache
def _headers() -> tuple[tuple[EntityType, re.Pattern[str]], ...]:
    def pattern(key: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternation('columns', key)})(?:名称|全称|简称)?(?:\([^()]*\))?")

    return (
        (EntityType.PERSON, pattern("persons")),
        (EntityType.PLACE, pattern("places")),
        (EntityType.ORGANISATION, pattern("organisations")),
    )
