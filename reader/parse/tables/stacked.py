"""Tables read one cell per line: 排名 / 单位 / 得分 / 1 / 某局 / 98.5 / 2 …

Any short lines could be such cells, so the evidence must be strong: the names of columns on the first lines, then rows
of that many lines whose figures stand at the same place in each, ranks counting up.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.grid import Form, Grid
from reader.parse.tables.shapes import NUMERIC, Shape, rank_value, shape_of
from reader.parse.tables.vocabulary import NameKind, is_header_word, is_sure_header_word, name_kind

_LONGEST_CELL = 30
_WIDEST = 12
_FEWEST_ROWS = 3


def find_stacked(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines that are the cells of a table, header first, in page order."""
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        grid = None
        if not taken[index] and is_header_word(lines[index].text):
            grid = _longest(lines, taken, index)
        if grid is None:
            index += 1
        else:
            grids.append(grid)
            index = grid.last + 1
    return grids


def _longest(lines: Sequence[Line], taken: Sequence[bool], first: int) -> Grid | None:
    best: tuple[int, int] | None = None
    for width in range(2, _WIDEST + 1):
        if not _is_header(lines, taken, first, width):
            continue
        rows = _count_rows(lines, taken, first, width)
        if rows >= _FEWEST_ROWS and (best is None or rows * width > best[0] * best[1]):
            best = (rows, width)
    if best is None:
        return None
    rows, width = best
    cells: list[tuple[Cell, ...]] = []
    for row in range(rows + 1):
        start = first + row * width
        cells.append(tuple(Cell(line.text, line.span) for line in lines[start : start + width]))
    at = tuple((first + row * width, first + row * width + width - 1) for row in range(rows + 1))
    return Grid(Form.STACKED, first, at[-1][1], tuple(cells), at, marked=1)


def _is_header(lines: Sequence[Line], taken: Sequence[bool], first: int, width: int) -> bool:
    if first + width * (_FEWEST_ROWS + 1) > len(lines):
        return False
    names = [line.text for line in lines[first : first + width]]
    if any(taken[first : first + width]) or any(len(name) > 16 or shape_of(name) in NUMERIC for name in names):
        return False
    sure = sum(map(is_sure_header_word, names))
    return sure > 0 and sum(map(is_header_word, names)) * 3 >= width * 2


def _count_rows(lines: Sequence[Line], taken: Sequence[bool], first: int, width: int) -> int:
    """Rows below the header on which words, figures and ranks keep to their columns; 0 without both kinds."""
    start = first + width
    opening = [shape_of(line.text) for line in lines[start : start + width]]
    numeric = [shape in NUMERIC for shape in opening]
    if not any(numeric) or all(numeric):
        return 0
    ranked = [name_kind(line.text) is NameKind.RANK for line in lines[first:start]]
    if any(is_rank and not is_figure for is_rank, is_figure in zip(ranked, numeric, strict=True)):
        return 0
    last = [-1] * width
    rows = 0
    while start + width <= len(lines):
        for column in range(width):
            line, index = lines[start + column], start + column
            shape = shape_of(line.text)
            if taken[index] or len(line.text) > _LONGEST_CELL or line.gap > 2:
                return rows
            if numeric[column] != (shape in NUMERIC) and not (numeric[column] and shape is Shape.DASH):
                return rows
            if ranked[column]:
                place = rank_value(line.text)
                if place is None or not (rows == 0 or last[column] <= place <= last[column] + 9):
                    return rows
                last[column] = place
        rows += 1
        start += width
    return rows
