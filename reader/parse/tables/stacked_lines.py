"""What a single line says of itself as a cell of a table printed one cell per line."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from reader.parse.lines import Line
from reader.parse.tables.shapes import NUMERIC, Shape, folded_cell, shape_of
from reader.parse.tables.vocabulary import is_header_word, is_sure_header_word

_LONGEST_CELL = 30
_LONGEST_NAME = 16
_FURTHEST = 2
"""Blank lines that may stand between two cells."""
_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z][0-9A-Za-z:./+~\-–—]*(?:℃|°C|%)?|\d{1,2}月\d{1,2}日")


class Kind(Enum):
    __hash__ = object.__hash__

    FIGURE = auto()
    CODE = auto()
    """K5171, 21:05, 9:00-17:30, 0351-1234567, 19~27℃, 5月19日: signs with a digit, and no figure."""
    DASH = auto()
    WORD = auto()
    NONE = auto()
    """No cell: a line too long, or one of another table."""


class Seen(NamedTuple):
    """`adjoins`: no more than two blank lines part it from the line above."""

    kind: Kind
    adjoins: bool


def see(line: Line, is_taken: bool) -> Seen:
    """What can be told of one line without its neighbours."""
    text = line.text
    adjoins = line.gap <= _FURTHEST
    if is_taken or len(text) > _LONGEST_CELL:
        return Seen(Kind.NONE, adjoins)
    shape = shape_of(text)
    if shape in NUMERIC:
        return Seen(Kind.FIGURE, adjoins)
    if shape is Shape.DASH:
        return Seen(Kind.DASH, adjoins)
    if _CODE.fullmatch(folded_cell(text)):
        return Seen(Kind.CODE, adjoins)
    return Seen(Kind.WORD, adjoins)


def is_name(line: Line) -> bool:
    """Whether a line reads like the name of a column."""
    return len(line.text) <= _LONGEST_NAME and is_header_word(line.text)


def is_sure_name(line: Line) -> bool:
    return is_name(line) and is_sure_header_word(line.text)
