"""Group cells printed once for a run of rows, filled down."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Cell
from reader.parse.tables.draft import Row, is_summary
from reader.parse.tables.grid import printed
from reader.parse.tables.shapes import NUMERIC, Shape, column_cells, sample, shape_of

_LEADING = 8
"""Columns among which groups and the names beside them are looked for."""


def group_columns(rows: Sequence[Row]) -> list[int]:
    """Leading columns of words, blank below the first row of each group, with a column of words filled beside them.

    Figures are never taken for groups: a blank among them means that there is no value.
    """
    body = [row for row in rows if printed(row) > 1 and not is_summary(row)]
    if len(body) < 2:
        return []
    texts = [[cell.text for cell in row] for row in body]
    width = len(texts[0])
    seen = sample(texts)
    leading = range(min(width, _LEADING))
    wordy = [column for column in leading if _share(column_cells(seen, column), Shape.TEXT) > 0.5]
    found: list[int] = []
    for column in wordy:
        cells = column_cells(texts, column)
        if any(shape_of(cell) in NUMERIC for cell in _some_filled(cells)):
            break
        blank = sum(not cell for cell in cells)
        right = [
            other for other in wordy if other > column and _covers(texts, column, other) and _is_name(texts, other)
        ]
        if not blank or not cells[0] or not right:
            break
        found.append(column)
    return found


def _some_filled(cells: Sequence[str]) -> list[str]:
    """A sample of the cells that hold something."""
    step = max(1, len(cells) // 200)
    return [cell for cell in cells[::step] if cell]


def _share(cells: Sequence[str], shape: Shape) -> float:
    filled = [cell for cell in cells if cell]
    return sum(shape_of(cell) is shape for cell in filled) / len(filled) if filled else 0.0


def _covers(texts: Sequence[Sequence[str]], column: int, other: int) -> bool:
    """Whether `other` holds something in every row where `column` is blank."""
    return all(row[other] for row in texts if not row[column])


def _is_name(texts: Sequence[Sequence[str]], column: int) -> bool:
    return sum(1 for row in texts if row[column]) * 10 >= len(texts) * 9


def filled_down(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the group above repeated, as a cell without a span, where a group cell is blank.

    A summary row and a row with one cell belong to no group; the rows after them go on with the last.
    """
    columns = group_columns(rows)
    if not columns:
        return list(rows)
    last: dict[int, str] = {}
    out: list[Row] = []
    for row in rows:
        if printed(row) <= 1 or is_summary(row):
            out.append(row)
            continue
        cells = list(row)
        for position, column in enumerate(columns):
            if cells[column].text:
                last[column] = cells[column].text
                for inner in columns[position + 1 :]:
                    last.pop(inner, None)
            elif column in last:
                cells[column] = Cell(last[column])
        out.append(tuple(cells))
    return out
