"""Tables read one cell per line: 排名 / 单位 / 得分 / 1 / 某局 / 98.5 / 2 …

Any short lines could be such cells, so the evidence must be strong: short names on the first lines, then rows of that
many lines in which figures, codes and words stand at the same place, or ranks count up.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.grid import Form, Grid
from reader.parse.tables.stacked_lines import Kind, Seen, is_name, is_sure_name, see
from reader.parse.tables.stacked_rows import RowReader, columns_under, is_patterned

_LONGEST_NAME = 16
_LONGEST_UNKNOWN_NAME = 10
_WIDEST = 12
_FEWEST_ROWS = 3
_FEWEST_UNNAMED_ROWS = 4


def find_stacked(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines that are the cells of a table, header first, in page order."""
    seen = [see(line, is_taken) for line, is_taken in zip(lines, taken, strict=True)]
    # A header is at most _WIDEST lines, and the row under it holds a figure or a code.
    value_ahead = [len(lines)] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        is_value = seen[index].kind in (Kind.FIGURE, Kind.CODE)
        value_ahead[index] = index if is_value else value_ahead[index + 1]
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        grid = None
        if seen[index].kind is Kind.WORD and value_ahead[index] <= index + 2 * _WIDEST:
            grid = _longest(lines, seen, index)
        if grid is None:
            index += 1
        else:
            grids.append(grid)
            index = grid.last + 1
    return grids


def _longest(lines: Sequence[Line], seen: Sequence[Seen], first: int) -> Grid | None:
    """The table whose header begins at line `first`, of the width that makes whole rows of most lines."""
    best: list[int] = []
    most = names = sure = 0
    for width in range(1, _WIDEST + 1):
        start = first + width
        last = seen[start - 1] if start <= len(lines) else None
        if last is None or last.kind is not Kind.WORD or len(lines[start - 1].text) > _LONGEST_NAME:
            break
        if start - 1 > first and not last.adjoins:
            break
        names += is_name(lines[start - 1])
        sure += is_sure_name(lines[start - 1])
        if width < 2 or start + width * _FEWEST_ROWS > len(lines):
            continue
        columns = columns_under(lines, seen, first, width)
        if columns is None:
            continue
        named = is_name(lines[first]) and sure > 0 and names * 3 >= width * 2
        if not (columns.is_free or named):
            longest = max(len(line.text) for line in lines[first:start])
            if longest > _LONGEST_UNKNOWN_NAME or not is_patterned(columns.kinds):
                continue
            columns = columns._replace(is_strict=True)
        fewest = _FEWEST_UNNAMED_ROWS if columns.is_strict else _FEWEST_ROWS
        starts = RowReader(lines, seen, columns).row_starts(start, fewest)
        whole = sum(stop - top for top, stop in pairwise(starts or ()) if stop - top == width)
        if starts and whole > most:
            best, most = [first, *starts], whole
    if not best:
        return None
    at = tuple((start, stop - 1) for start, stop in pairwise(best))
    cells = tuple(tuple(Cell(line.text, line.span) for line in lines[top : bottom + 1]) for top, bottom in at)
    return Grid(Form.STACKED, first, at[-1][1], cells, at, marked=1)
