"""The shape of a cell: blank, dash, rank, figure, words. What a column holds is read from the shapes of its cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from reader.parse.tables.numerals import chinese_integer
from reader.parse.tables.vocabulary import scales as scale_words
from reader.parse.tables.vocabulary import word_set, words


class Shape(Enum):
    __hash__ = object.__hash__

    BLANK = auto()
    DASH = auto()
    """-, —, /, 无: printed, and no value."""
    ORDINAL = auto()
    """第十二名, 十二, ③."""
    INTEGER = auto()
    DECIMAL = auto()
    PERCENT = auto()
    AMOUNT = auto()
    """A figure with a unit: 5.6万, 12.3亿元, 98分."""
    TEXT = auto()


NUMERIC = frozenset({Shape.ORDINAL, Shape.INTEGER, Shape.DECIMAL, Shape.PERCENT, Shape.AMOUNT})
EMPTY = frozenset({Shape.BLANK, Shape.DASH})

_LONGEST = 28
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_ORDINAL = re.compile(r"(?:并列)?(?:第([0-9]{1,5}|[〇零一二三四五六七八九十百千]{1,6})[名位]?|no\.?([0-9]{1,5}))", re.I)
_INTEGER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)")
_DECIMAL = re.compile(rf"[+-]?(?:{NUMBER})")
_NUMBERED = re.compile(r"([0-9]{1,5})[.、)名]")


class Figure(NamedTuple):
    """A figure taken apart: 下降 3.2 %, 12.3 亿 元. Each part as printed, blank where nothing is."""

    direction: str
    number: str
    scale: str
    unit: str


@cache
def _figure_pattern() -> re.Pattern[str]:
    signs = "|".join(map(re.escape, (*words("values", "rising"), *words("values", "falling"))))
    return re.compile(rf"({signs})?[:¥$]?([+-]?(?:{NUMBER}))(.*)", re.S)


@lru_cache(maxsize=1024)
def _scale_and_unit(rest: str) -> tuple[str, str] | None:
    """What stands behind a number, as scale and unit; None when it is neither."""
    plain = rest.removeprefix("多").removeprefix("余")
    for size in range(min(2, len(plain)), -1, -1):
        scale, unit = plain[:size], plain[size:].removeprefix("多").removeprefix("余")
        if (not scale or scale in scale_words()) and (not unit or unit in _units()):
            return scale, unit
    return None


@cache
def _units() -> frozenset[str]:
    return word_set("values", "units") | {"%", "\\%", "‰", "百分点", "个百分点"}


@lru_cache(maxsize=65536)
def folded_cell(text: str) -> str:
    """`text` in one width and without blanks: ９３．２９ ％ → 93.29%."""
    if text.isascii():
        return "".join(text.split())
    return "".join(unicodedata.normalize("NFKC", text).replace("−", "-").split())


@cache
def _dashes() -> frozenset[str]:
    return word_set("values", "dashes")


def match_figure(folded: str) -> Figure | None:
    """The whole of a folded cell as a figure, or None."""
    if not folded or len(folded) > _LONGEST:
        return None
    match = _figure_pattern().fullmatch(folded)
    if match is None:
        return None
    direction, number, rest = match.groups("")
    behind = _scale_and_unit(rest) if rest else ("", "")
    return None if behind is None else Figure(direction, number, *behind)


@lru_cache(maxsize=65536)
def shape_of(text: str) -> Shape:
    """The shape of one cell's text. Cells longer than a figure can be are `TEXT` at once."""
    if not text:
        return Shape.BLANK
    if len(text) > _LONGEST:
        return Shape.TEXT
    if text in _dashes():
        return Shape.DASH
    plain = folded_cell(text)
    if not plain:
        return Shape.BLANK
    if plain in _dashes():
        return Shape.DASH
    if _INTEGER.fullmatch(plain):
        return Shape.INTEGER
    if _DECIMAL.fullmatch(plain):
        return Shape.DECIMAL
    if _ORDINAL.fullmatch(plain) or chinese_integer(plain) is not None:
        return Shape.ORDINAL
    match = match_figure(plain)
    if match is None:
        return Shape.ORDINAL if _NUMBERED.fullmatch(plain) else Shape.TEXT
    if match.unit.endswith(("%", "‰", "百分点")):
        return Shape.PERCENT
    return Shape.AMOUNT


def rank_value(text: str) -> int | None:
    """The place a cell of a rank column names: 12, 第12名, 第十二, 十二, ⑫, 12. → 12; else None."""
    plain = folded_cell(text)
    if not plain or len(plain) > 12:
        return None
    if plain.isdecimal() and plain.isascii():
        return int(plain) if len(plain) <= 6 else None
    ordinal = _ORDINAL.fullmatch(plain)
    if ordinal:
        place: str = ordinal.group(1) or ordinal.group(2)
        return int(place) if place.isdecimal() else chinese_integer(place)
    numbered = _NUMBERED.fullmatch(plain)
    if numbered:
        return int(numbered.group(1))
    return chinese_integer(plain)


SAMPLE = 80
"""Cells of a column looked at to say what it holds."""


def sample(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """At most `SAMPLE` rows, evenly spread."""
    step = max(1, -(-len(rows) // SAMPLE))
    return list(rows[::step])


def is_numeric(cells: Iterable[str]) -> bool:
    """Whether most cells that hold something hold a figure."""
    numeric = text = 0
    for cell in cells:
        shape = shape_of(cell)
        numeric += shape in NUMERIC
        text += shape is Shape.TEXT
    return numeric > 0 and numeric >= text


def column_cells(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """The texts of one column, of the rows that reach it."""
    return [row[column] for row in rows if column < len(row)]
