"""Tables read one cell per line: 排名 / 单位 / 得分 / 1 / 某局 / 98.5 / 2 …

Any short lines could be such cells, so the evidence must be strong: the names of columns on the first lines, then rows
of that many lines whose figures stand at the same place in each, ranks counting up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.grid import Form, Grid
from reader.parse.tables.shapes import NUMERIC, Shape, rank_value, shape_of
from reader.parse.tables.vocabulary import NameKind, is_header_word, is_sure_header_word, name_kind

_LONGEST_CELL = 30
_LONGEST_NAME = 16
_WIDEST = 12
_FEWEST_ROWS = 3
_MOST_LEFT_OUT = 9
"""Places a ranking may skip from one row to the next."""


class _Seen(NamedTuple):
    """What can be told of one line without its neighbours."""

    may_be_cell: bool
    is_figure: bool
    is_dash: bool
    is_name: bool
    is_sure_name: bool


def _see(line: Line, is_taken: bool) -> _Seen:
    text = line.text
    if is_taken or len(text) > _LONGEST_CELL:
        return _Seen(False, False, False, False, False)
    shape = shape_of(text)
    figure = shape in NUMERIC
    name = len(text) <= _LONGEST_NAME and not figure and is_header_word(text)
    return _Seen(line.gap <= 2, figure, shape is Shape.DASH, name, name and is_sure_header_word(text))


def find_stacked(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines that are the cells of a table, header first, in page order."""
    seen = [_see(line, is_taken) for line, is_taken in zip(lines, taken, strict=True)]
    # A header is at most _WIDEST lines, and the row under it holds a figure.
    figure_ahead = [len(lines)] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        figure_ahead[index] = index if seen[index].is_figure else figure_ahead[index + 1]
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        grid = None
        if seen[index].is_name and figure_ahead[index] <= index + 2 * _WIDEST:
            grid = _longest(lines, seen, index)
        if grid is None:
            index += 1
        else:
            grids.append(grid)
            index = grid.last + 1
    return grids


def _longest(lines: Sequence[Line], seen: Sequence[_Seen], first: int) -> Grid | None:
    """The table whose header begins at line `first`, of the width that takes in most lines."""
    best = (0, 0)
    names = sure = 0
    for width in range(1, _WIDEST + 1):
        start = first + width
        if start + width * _FEWEST_ROWS > len(lines) or seen[start - 1].is_figure or len(lines[start - 1].text) > 16:
            break
        names += seen[start - 1].is_name
        sure += seen[start - 1].is_sure_name
        if width < 2 or not sure or names * 3 < width * 2:
            continue
        rows = _count_rows(lines, seen, first, width)
        if rows >= _FEWEST_ROWS and rows * width > best[0] * best[1]:
            best = (rows, width)
    rows, width = best
    if not rows:
        return None
    starts = [first + row * width for row in range(rows + 1)]
    cells = tuple(tuple(Cell(line.text, line.span) for line in lines[start : start + width]) for start in starts)
    at = tuple((start, start + width - 1) for start in starts)
    return Grid(Form.STACKED, first, at[-1][1], cells, at, marked=1)


def _count_rows(lines: Sequence[Line], seen: Sequence[_Seen], first: int, width: int) -> int:
    """Rows below the header on which words, figures and ranks keep to their columns; 0 without both kinds."""
    start = first + width
    numeric = [cell.is_figure for cell in seen[start : start + width]]
    if not any(numeric) or all(numeric):
        return 0
    ranked = [name_kind(line.text) is NameKind.RANK for line in lines[first:start]]
    if any(is_rank and not is_figure for is_rank, is_figure in zip(ranked, numeric, strict=True)):
        return 0
    last = [0] * width
    rows = 0
    while start + width <= len(lines):
        for column in range(width):
            cell = seen[start + column]
            if not cell.may_be_cell or (numeric[column] != cell.is_figure and not (numeric[column] and cell.is_dash)):
                return rows
            if ranked[column]:
                place = rank_value(lines[start + column].text)
                if place is None or (rows and not last[column] <= place <= last[column] + _MOST_LEFT_OUT):
                    return rows
                last[column] = place
        rows += 1
        start += width
    return rows
