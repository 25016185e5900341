"""What each column of a table holds, and which are the score, the name and the rank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.i18n import _
from reader.model import Table
from reader.parse.fold import fold
from reader.parse.tables.draft import rank_column as find_rank_column
from reader.parse.tables.shapes import NUMERIC, Shape, column_cells, folded_cell, match_figure, sample, shape_of
from reader.parse.tables.vocabulary import NameKind, bare_name, name_kind, word_set, words
from reader.ranking.values import is_unchanged


class ColumnKind(StrEnum):
    RANK = "rank"
    NAME = "name"
    """Who or what a row is about: 部门、单位名称."""
    GROUP = "group"
    """A column of few words over and over: 类型."""
    COUNT = "count"
    PERCENT = "percent"
    DECIMAL = "decimal"
    AMOUNT = "amount"
    """Figures with a unit, printed beside them or in the header: 金额(万元)."""
    BLANK = "blank"
    TEXT = "text"


NUMERIC_KINDS = frozenset(
    {ColumnKind.RANK, ColumnKind.COUNT, ColumnKind.PERCENT, ColumnKind.DECIMAL, ColumnKind.AMOUNT}
)


@dataclass(frozen=True, slots=True)
class Column:
    """A typed column. `unit` is the one its cells or its header name, None when there is none or they differ."""

    index: int
    name: str
    kind: ColumnKind
    unit: str | None = None

    @property
    def is_numeric(self) -> bool:
        """Whether its cells compare as numbers, and read best set to the right."""
        return self.kind in NUMERIC_KINDS


class UnknownColumnError(LookupError):
    """No column, or more than one, answers to a name."""

    def __init__(self, wanted: str, columns: Sequence[str], found: Sequence[str] = ()) -> None:
        self.wanted, self.columns, self.found = wanted, tuple(columns), tuple(found)
        listed = ", ".join(name or "□" for name in (found or columns))
        message = (
            _("More than one column is named {name}: {columns}")
            if found
            else _("No column is named {name}; the table has: {columns}")
        )
        super().__init__(message.format(name=wanted, columns=listed))


_HEADER_UNIT = re.compile(r"\(([^()]{1,8})\)$")
_FEW_WORDS = 0.5
_LONGEST_NUMBER = 9
_JUDGED = 2000
"""Rows by which columns are judged."""


def typed_columns(table: Table) -> tuple[Column, ...]:
    """The columns of `table` with their kinds, judged by name and by a part of the cells, summary rows left out."""
    texts = [[cell.text for cell in row] for i, row in enumerate(table.rows[:_JUDGED]) if i not in table.summary]
    seen = sample(texts)
    rank = find_rank_column(table.columns, texts)
    kinds = [_kind(name, column_cells(seen, i), i == rank) for i, name in enumerate(table.columns)]
    wordy = [i for i, kind in enumerate(kinds) if kind is ColumnKind.TEXT]
    for index in wordy:
        if _is_group(table.columns[index], column_cells(texts, index), len(wordy)):
            kinds[index] = ColumnKind.GROUP
    subject = _subject([i for i in wordy if kinds[i] is ColumnKind.TEXT], table.columns, seen)
    if subject is not None:
        kinds[subject] = ColumnKind.NAME
    return tuple(
        Column(i, name, kind, _unit(name, column_cells(seen, i), kind))
        for i, (name, kind) in enumerate(zip(table.columns, kinds, strict=True))
    )


def _kind(name: str, cells: Sequence[str], is_rank: bool) -> ColumnKind:
    shapes = Counter(Shape.AMOUNT if is_unchanged(cell) else shape_of(cell) for cell in cells)
    numeric = sum(shapes[shape] for shape in NUMERIC)
    if is_rank and numeric:
        return ColumnKind.RANK
    if not numeric and not shapes[Shape.TEXT]:
        return ColumnKind.BLANK
    if numeric < shapes[Shape.TEXT]:
        return ColumnKind.TEXT
    if shapes[Shape.PERCENT] * 2 >= numeric:
        return ColumnKind.PERCENT
    if name_kind(name) is NameKind.RANK or shapes[Shape.ORDINAL] * 2 > numeric:
        return ColumnKind.RANK
    if shapes[Shape.AMOUNT] * 2 >= numeric or _header_unit(name):
        return ColumnKind.AMOUNT
    return ColumnKind.DECIMAL if shapes[Shape.DECIMAL] else ColumnKind.COUNT


def _is_group(name: str, cells: Sequence[str], wordy: int) -> bool:
    """Whether a column names groups: by its name, or because its words come back; one column of words is the name."""
    filled = [cell for cell in cells if cell]
    if wordy < 2 or not filled:
        return False
    share = len(set(filled)) / len(filled)
    return share <= _FEW_WORDS or (share < 1 and bare_name(name.rsplit("/", 1)[-1]) in word_set("names", "group"))


def _subject(candidates: Sequence[int], columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column of names: the one whose header says so, else the first whose cells differ."""
    for word in words("names", "subject"):
        for index in candidates:
            if bare_name(columns[index]).endswith(word):
                return index
    for index in candidates:
        cells = [cell for cell in column_cells(rows, index) if cell]
        if cells and len(set(cells)) * 10 >= len(cells) * 8:
            return index
    return candidates[0] if candidates else None


def _header_unit(name: str) -> str | None:
    match = _HEADER_UNIT.search(fold(name))
    return match.group(1) if match and match_figure("1" + folded_cell(match.group(1))) else None


def _unit(name: str, cells: Sequence[str], kind: ColumnKind) -> str | None:
    if kind is ColumnKind.PERCENT:
        return "%"
    if kind not in (ColumnKind.AMOUNT, ColumnKind.COUNT, ColumnKind.DECIMAL):
        return None
    printed = _header_unit(name)
    if printed:
        return printed
    units: set[str] = set()
    for cell in cells:
        match = match_figure(folded_cell(cell))
        if match and match.unit:
            units.add(match.scale + match.unit)
    return units.pop() if len(units) == 1 else None


def score_column(columns: Sequence[Column]) -> Column | None:
    """The column a ranking is made by: the last named 得分, 总分, score …, else the last of figures that is no rank."""
    numeric = [column for column in columns if column.is_numeric]
    for column in reversed(numeric):
        plain = bare_name(column.name.rsplit("/", 1)[-1])
        if any(word in plain for word in words("names", "score")) and column.kind is not ColumnKind.RANK:
            return column
    rest = [column for column in numeric if column.kind is not ColumnKind.RANK]
    return rest[-1] if rest else None


def name_column(columns: Sequence[Column]) -> Column | None:
    """The column that says who or what a row is about."""
    return next((column for column in columns if column.kind is ColumnKind.NAME), None)


def rank_column(columns: Sequence[Column]) -> Column | None:
    """The column that counts or ranks the rows."""
    return next((column for column in columns if column.kind is ColumnKind.RANK), None)


def find_column(table: Table, name: str) -> int:
    """The index of the column called `name`, or `#3` for the third.

    Tried in turn: the whole name, its last part after `/`, a suffix, any part; the first way that leaves one column
    wins. Width of letters and blanks do not matter. Raises `UnknownColumnError`, whose message lists the columns.
    """
    number = name[1:]
    # Python reads no number of thousands of digits.
    if name.startswith("#") and len(number) < _LONGEST_NUMBER and number.isdecimal():
        at = int(number) - 1
        if 0 <= at < len(table.columns):
            return at
    wanted = _plain(name)
    plain = [_plain(column) for column in table.columns]
    ways = (
        [i for i, column in enumerate(plain) if column == wanted],
        [i for i, column in enumerate(plain) if column.rsplit("/", 1)[-1] == wanted],
        [i for i, column in enumerate(plain) if column.endswith(wanted)],
        [i for i, column in enumerate(plain) if wanted in column],
    )
    if wanted:
        for found in ways:
            if len(found) == 1:
                return found[0]
            if found:
                raise UnknownColumnError(name, table.columns, [table.columns[i] for i in found])
    raise UnknownColumnError(name, table.columns)


def _plain(name: str) -> str:
    return "".join(fold(name).split()).lower()
