"""Names in tables, where the column says what its cells are: 姓名 are persons, 企业名称 companies, 县区 places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.annotate.lexicon import alternation
from reader.model import EntityType, Passage, Table
from reader.parse.fold import fold
from reader.parse.tables.vocabulary import is_summary_word

_ADMINISTRATIVE = re.compile(r"[\u4e00-\u9fff]{1,10}(?:省|市|区|县|旗|州|盟|镇|乡|街道|村|社区)")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9()·\-]{2,40}")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7})+")


def column_names(table: Table) -> Iterator[tuple[Passage, EntityType]]:
    """The cells of the columns of names, and what their columns say they name."""
    for column, header in enumerate(table.columns):
        kind = _kind(fold(header).rsplit("/", 1)[-1])
        if kind is None:
            continue
        for row in table.rows:
            cell = row[column] if column < len(row) else None
            if cell is None or cell.span is None or is_summary_word(cell.text):
                continue
            text = fold(cell.text)
            wanted = _PERSON if kind is EntityType.PERSON else _NAME
            if not wanted.fullmatch(text) or text.isdigit():
                continue
            actual = kind
            if kind is EntityType.ORGANISATION and _ADMINISTRATIVE.fullmatch(text):
                actual = EntityType.PLACE
            yield Passage(cell.text, (cell.span,)), actual


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
