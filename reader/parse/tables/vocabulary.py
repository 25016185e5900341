"""The words of `reader/data/tables.toml`: what names a column, a summary row, a table's title."""

from __future__ import annotations

import re
import tomllib
from enum import Enum, auto
from functools import cache, lru_cache
from typing import cast

from reader.parse.fold import fold
from reader.resources import data_text


class NameKind(Enum):
    """What a column's name promises of its cells."""

    RANK = auto()
    PERCENT = auto()
    FIGURE = auto()
    WORD = auto()
    UNKNOWN = auto()


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(data_text("tables.toml"))
    return loaded


@cache
def words(section: str, key: str) -> tuple[str, ...]:
    """One list of `tables.toml`, as written there."""
    return tuple(_tables()[section][key])


@cache
def scales() -> dict[str, int]:
    """What 万, 亿 … behind a figure multiply it by."""
    return cast("dict[str, int]", _tables()["scales"])


@cache
def word_set(section: str, key: str) -> frozenset[str]:
    return frozenset(words(section, key))


_ADDITION = re.compile(r"\([^()]{0,20}\)$")
_BLANKS = re.compile(r"\s+")


def bare_name(name: str) -> str:
    """A column's name as it is looked up: no blanks, no bracketed addition at its end, lower case."""
    plain = _BLANKS.sub("", fold(name)).lower()
    return _ADDITION.sub("", plain) or plain


@lru_cache(maxsize=4096)
def name_kind(name: str) -> NameKind:
    """What `name`, the last part of a path such as 系统考评/结案率, promises of the column under it."""
    plain = bare_name(name.rsplit("/", 1)[-1])
    if not plain or len(plain) > 24:
        return NameKind.UNKNOWN
    if plain in word_set("names", "rank") or plain.endswith(("排名", "名次", "位次", "序号")):
        return NameKind.RANK
    if plain.endswith(words("names", "percent_endings")):
        return NameKind.PERCENT
    if any(word in plain for word in words("names", "score")):
        return NameKind.FIGURE
    if plain.endswith(words("names", "word_endings")):
        return NameKind.WORD
    if plain.endswith(words("names", "figure_endings")):
        return NameKind.FIGURE
    return NameKind.UNKNOWN


def is_header_word(cell: str) -> bool:
    """Whether `cell` reads like the name of a column. Names such as 太原市 do too: one alone is no proof."""
    return len(cell) <= 24 and name_kind(cell) is not NameKind.UNKNOWN


def is_sure_header_word(cell: str) -> bool:
    """Whether `cell` is one of the listed names and nothing longer, or names a rank or a score."""
    plain = bare_name(cell)
    listed = plain in word_set("names", "word_endings") or plain in word_set("names", "figure_endings")
    is_score = len(plain) <= 12 and any(word in plain for word in words("names", "score"))
    return len(plain) > 1 and (listed or is_score or name_kind(cell) is NameKind.RANK)


def is_summary_word(cell: str) -> bool:
    """Whether `cell` heads a row that sums up others: 合计, 全市平均."""
    if not cell or len(cell) > 16:
        return False
    plain = bare_name(cell).rstrip(":")
    return plain in word_set("rows", "summary") or plain.endswith(words("rows", "summary_endings"))
