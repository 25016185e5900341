"""Tables read one cell per line: 排名 / 单位 / 得分 / 1 / 某局 / 98.5 / 2 …

Any short lines could be such cells, so the evidence must be strong: short names on the first lines, then rows of that
many lines in which figures, codes and words stand at the same place, or ranks count up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.grid import Form, Grid
from reader.parse.tables.shapes import rank_value
from reader.parse.tables.stacked_lines import Kind, Seen, is_rank_name, see
from reader.parse.tables.vocabulary import is_summary_word

_LONGEST_NAME = 16
_LONGEST_UNKNOWN_NAME = 10
_LONGEST_SECTION = 16
_WIDEST = 12
_FEWEST_ROWS = 3
_FEWEST_UNNAMED_ROWS = 4
_MOST_LEFT_OUT = 9
"""Places a ranking may skip from one row to the next."""


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
    """The table whose header begins at line `first`, of the width that takes in most lines."""
    best: list[int] = []
    names = sure = 0
    for width in range(1, _WIDEST + 1):
        start = first + width
        last = seen[start - 1] if start <= len(lines) else None
        if last is None or last.kind is not Kind.WORD or len(lines[start - 1].text) > _LONGEST_NAME:
            break
        if start - 1 > first and not last.adjoins:
            break
        names += last.is_name
        sure += last.is_sure_name
        if width < 2 or start + width * _FEWEST_ROWS > len(lines):
            continue
        columns = _columns(lines, seen, first, width)
        if columns is None:
            continue
        longest = max(len(line.text) for line in lines[first:start])
        named = seen[first].is_name and sure > 0 and names * 3 >= width * 2
        if columns.ranks and seen[first].is_name:
            fewest = _FEWEST_ROWS
        elif named:
            fewest, columns = _FEWEST_ROWS, columns._replace(is_free=False)
        elif longest <= _LONGEST_UNKNOWN_NAME and _is_patterned(columns.kinds):
            fewest, columns = _FEWEST_UNNAMED_ROWS, columns._replace(is_free=False)
        else:
            continue
        starts = _row_starts(lines, seen, start, columns, fewest)
        if starts and starts[-1] > (best[-1] if best else 0):
            best = [first, *starts]
    if not best:
        return None
    at = tuple((start, stop - 1) for start, stop in zip(best, best[1:], strict=False))
    cells = tuple(tuple(Cell(line.text, line.span) for line in lines[top : bottom + 1]) for top, bottom in at)
    return Grid(Form.STACKED, first, at[-1][1], cells, at, marked=1)


class _Columns(NamedTuple):
    """What each column holds, by the first row, and which of them rank the rows.

    With `is_free`, ranks alone prove a row: 数量 may be 两间 in one row and 15个 in the next.
    """

    kinds: tuple[Kind, ...]
    ranks: tuple[int, ...]
    is_free: bool


def _columns(lines: Sequence[Line], seen: Sequence[Seen], first: int, width: int) -> _Columns | None:
    """The columns under a header at `first`; None when the first row cannot be one."""
    start = first + width
    kinds = tuple(cell.kind for cell in seen[start : start + width])
    if Kind.NONE in kinds or set(kinds) in ({Kind.FIGURE}, {Kind.WORD}, {Kind.DASH}):
        return None
    ranked = [column for column in range(width) if is_rank_name(lines[first + column].text)]
    if any(kinds[column] in (Kind.WORD, Kind.DASH) for column in ranked):
        return None
    ranks = tuple(c for c in ranked if kinds[c] is Kind.FIGURE and rank_value(lines[start + c].text) is not None)
    return _Columns(kinds, ranks, is_free=bool(ranks))


def _is_patterned(kinds: Sequence[Kind]) -> bool:
    """Whether rows of these kinds are proof without a known name: values in two columns, the last one of them.

    A last column of words would leave open whether the header begins a line earlier.
    """
    values = sum(kind in (Kind.FIGURE, Kind.CODE) for kind in kinds)
    return len(kinds) >= 3 and values >= 2 and Kind.WORD in kinds and kinds[-1] in (Kind.FIGURE, Kind.CODE)


def _row_starts(
    lines: Sequence[Line], seen: Sequence[Seen], start: int, columns: _Columns, fewest: int
) -> list[int] | None:
    """Where each row begins, and behind the last one where the table ends; None with too few whole rows.

    Once there are enough whole rows, a row may lack cells, sum up the others, or be the name of a section, where whole
    rows go on below.
    """
    width = len(columns.kinds)
    starts = [start]
    places: dict[int, int] = {}
    whole = 0

    def is_whole(at: int, places: dict[int, int]) -> bool:
        return _is_row(lines, seen, at, columns, places)

    while True:
        size = width if is_whole(start, places) else 0
        strong = whole >= fewest
        is_last_whole = bool(size) and not is_whole(start + width, _places(lines, start, columns))
        if strong and (not size or (columns.is_free and is_last_whole)):
            short = _short_row(lines, seen, start, columns, places)
            size = short if short and (not size or _goes_on(lines, seen, start + short, columns, places)) else size
        if not size:
            break
        if size == width:
            places = _places(lines, start, columns)
            whole += 1
        elif size == 1:
            places = {}
        start += size
        starts.append(start)
    return starts if whole >= fewest else None


def _goes_on(
    lines: Sequence[Line], seen: Sequence[Seen], at: int, columns: _Columns, places: dict[int, int]
) -> bool:
    return _is_row(lines, seen, at, columns, places)


def _places(lines: Sequence[Line], start: int, columns: _Columns) -> dict[int, int]:
    return {column: rank_value(lines[start + column].text) or 0 for column in columns.ranks}


def _is_row(
    lines: Sequence[Line], seen: Sequence[Seen], start: int, columns: _Columns, places: dict[int, int]
) -> bool:
    """Whether a whole row stands at `start`, its ranks going on from `places`."""
    if start + len(columns.kinds) > len(lines):
        return False
    for column, kind in enumerate(columns.kinds):
        cell = seen[start + column]
        if not cell.adjoins or cell.kind is Kind.NONE or not (columns.is_free or _fits(cell.kind, kind)):
            return False
    for column in columns.ranks:
        place = rank_value(lines[start + column].text)
        last = places.get(column)
        if place is None or (last is not None and not last <= place <= last + _MOST_LEFT_OUT):
            return False
    return True


def _fits(kind: Kind, column: Kind) -> bool:
    if kind is Kind.DASH:
        return True
    if column is Kind.WORD:
        return kind is not Kind.FIGURE
    return kind is column


def _short_row(
    lines: Sequence[Line], seen: Sequence[Seen], start: int, columns: _Columns, places: dict[int, int]
) -> int:
    """The number of lines of a row at `start` that has not all its cells; 0 when there is none."""
    width = len(columns.kinds)
    if start >= len(lines) or not seen[start].adjoins or seen[start].kind is Kind.NONE:
        return 0
    if is_summary_word(lines[start].text):
        size = 1
        while size < width and start + size < len(lines) and _is_value(seen[start + size]):
            size += 1
        # The first place of the next row is a figure too.
        sizes = (size - lost for lost in range(size - 1) if _is_row(lines, seen, start + size - lost, columns, {}))
        return next(sizes, size if size > 1 else 0)
    is_section = seen[start].kind is Kind.WORD and len(lines[start].text) <= _LONGEST_SECTION
    if is_section and _is_row(lines, seen, start + 1, columns, {}):
        return 1
    for size in range(width - 1, 1, -1):
        if _is_row(lines, seen, start + size, columns, places) and _is_part(lines, seen, start, size, columns, places):
            return size
    return 0


def _is_value(cell: Seen) -> bool:
    return cell.adjoins and cell.kind in (Kind.FIGURE, Kind.CODE, Kind.DASH)


def _is_part(
    lines: Sequence[Line], seen: Sequence[Seen], start: int, size: int, columns: _Columns, places: dict[int, int]
) -> bool:
    """Whether the `size` lines at `start` are a row that lacks cells: its first is there, the others in their order."""
    column = -1
    for at in range(start, start + size):
        cell = seen[at]
        if not cell.adjoins or cell.kind is Kind.NONE:
            return False
        column = next((c for c in range(column + 1, len(columns.kinds)) if _fits(cell.kind, columns.kinds[c])), -1)
        if column < 0 or (at == start and column > 0):
            return False
    if 0 in columns.ranks:
        place = rank_value(lines[start].text)
        return place is not None and places.get(0, 0) <= place <= places.get(0, 0) + _MOST_LEFT_OUT
    return True
