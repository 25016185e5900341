"""A logical table in the making: rows of one width, ready to be unfolded, merged and filled down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.i18n import _
from reader.model import Cell, Repair, RepairKind, Span
from reader.parse.tables.fitting import ColumnShapes, place
from reader.parse.tables.grid import BLANK, usual_width
from reader.parse.tables.pieces import PrintedTable
from reader.parse.tables.shapes import NUMERIC, Shape, column_cells, rank_value, sample, shape_of
from reader.parse.tables.vocabulary import NameKind, is_summary_word, name_kind

Row = tuple[Cell, ...]
_MOST_SURPLUS_NAMES = 64
"""Columns rows are widened by for the sake of their header; beyond, a grid could be made to grow without bound."""


@dataclass(slots=True)
class Draft:
    """Columns and rows of one width; `ragged` are rows that were printed with another number of cells."""

    columns: list[str]
    rows: list[Row]
    headed: bool
    ragged: set[int] = field(default_factory=set)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def width(self) -> int:
        return len(self.columns)

    @property
    def texts(self) -> list[list[str]]:
        return [[cell.text for cell in row] for row in self.rows]


def draft_of(piece: PrintedTable) -> Draft:
    """`piece` with its hung cells filled, its header moved over the columns it names, its rows made one width."""
    rows: list[list[Cell]] = [list(row) for row in piece.rows]
    for row, column, text in piece.hung:
        rows[row][column] = Cell(text)
    names = list(piece.columns)
    while len(names) > 1 and not names[-1] and all(len(row) < len(names) for row in rows):
        names.pop()
    body = usual_width(rows)
    if len(names) > body + _MOST_SURPLUS_NAMES:
        names = [*names[: body - 1], " ".join(names[body - 1 :])] if body else [" ".join(names)]
    if piece.headed and sum(len(row) == body for row in rows) * 2 <= len(rows):
        body = len(names)
    width = max(body, len(names)) if piece.headed else body
    full = [[cell.text for cell in row] for row in rows if len(row) == body]
    full = full or [[cell.text for cell in row] for row in rows]
    repairs: list[Repair] = []
    shapes = ColumnShapes(full, body) if full else None
    if piece.headed and shapes is not None:
        moved = _fitted_names(names, shapes, body)
        if moved != names:
            repairs.append(Repair(RepairKind.HEADER, _header_note(names, moved)))
            names = moved
    names += [""] * (width - len(names))
    ragged = {index for index, row in enumerate(rows) if len(row) != width}
    even = [_widened(row, width, shapes) for row in rows]
    return Draft(names, even, piece.headed, ragged, repairs)


def _fitted_names(names: list[str], shapes: ColumnShapes, width: int) -> list[str]:
    """`names` over the columns they read best with: too few for the columns, or slipped sideways by a lost one."""
    if len(names) < width:
        chosen = place(len(names), width, lambda item, column: shapes.name_fit(names[item], column))
        return _spread(names, chosen, width)
    if len(names) > width or all(names):
        return names
    printed = [(column, name) for column, name in enumerate(names) if name]
    chosen = place(len(printed), width, lambda item, column: shapes.name_fit(printed[item][1], column))
    before = sum(shapes.name_fit(name, column) for column, name in printed)
    after = sum(shapes.name_fit(name, column) for (_at, name), column in zip(printed, chosen, strict=True))
    # A header is moved only when two names at least stand over the wrong kind of cells.
    wrong = sum(shapes.name_fit(name, column) < -0.5 for column, name in printed)
    if wrong < 2 or after < before + 2:
        return names
    return _spread([name for _at, name in printed], chosen, width)


def _spread(names: Sequence[str], chosen: Sequence[int], width: int) -> list[str]:
    out = [""] * width
    for name, column in zip(names, chosen, strict=True):
        out[column] = name
    return out


def _header_note(printed: Sequence[str], moved: Sequence[str]) -> str:
    shown = " | ".join(name or "□" for name in printed)
    read = " | ".join(name or "□" for name in moved)
    return _("The header names too few columns or has slipped; printed: {printed}; read as: {read}").format(
        printed=shown, read=read
    )


def _widened(row: list[Cell], width: int, shapes: ColumnShapes | None) -> Row:
    """`row` on `width` columns: blanks where cells are missing, what is too much joined to the last cell."""
    if len(row) == width:
        return tuple(row)
    if len(row) > width:
        rest = [cell for cell in row[width - 1 :] if cell.text]
        if not rest:
            return (*row[: width - 1], BLANK)
        spans = [cell.span for cell in rest if cell.span]
        span = Span(spans[0].start, spans[-1].end) if spans else None
        return (*row[: width - 1], Cell(" ".join(cell.text for cell in rest), span))
    if shapes is None or len(shapes.shares) != width:
        return (*row, *[BLANK] * (width - len(row)))
    out = [BLANK] * width
    for cell, column in zip(
        row, place(len(row), width, lambda item, column: shapes.cell_fit(row[item].text, column)), strict=True
    ):
        out[column] = cell
    return tuple(out)


def is_summary(row: Sequence[Cell]) -> bool:
    """Whether `row` sums up others: one of its first three cells of words says 合计, 平均 …"""
    seen = 0
    for cell in row:
        if shape_of(cell.text) is Shape.TEXT:
            if is_summary_word(cell.text):
                return True
            seen += 1
            if seen == 3:
                break
    return False


def rank_column(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column that counts or ranks the rows: by its name, else by figures that count up from row to row."""
    seen = sample(rows)
    for column, name in enumerate(columns):
        if name_kind(name) is NameKind.RANK:
            cells = [cell for cell in column_cells(seen, column) if cell]
            if sum(rank_value(cell) is not None for cell in cells) * 2 >= len(cells):
                return column
    head = rows[:200]
    for column in range(min(len(columns), 4)):
        if columns[column] and name_kind(columns[column]) is not NameKind.UNKNOWN:
            continue
        cells = column_cells(head, column)
        if all(shape_of(cell) in NUMERIC or not cell for cell in cells) and counts_up(ranks(cells)):
            return column
    return None


def ranks(cells: Sequence[str]) -> list[int]:
    """The places named by the cells of a rank column, cells without one left out."""
    return [place for place in map(rank_value, cells) if place is not None]


def counts_up(places: Sequence[int]) -> bool:
    """Whether places follow each other as in a list: never down, ties allowed, few left out."""
    if len(places) < 2:
        return False
    steps = [b - a for a, b in pairwise(places)]
    return all(step >= 0 for step in steps) and sum(steps) <= 2 * len(steps) and sum(steps) * 2 >= len(steps)
