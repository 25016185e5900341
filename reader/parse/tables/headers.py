"""Where a table's header ends, and what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.parse.fold import fold
from reader.parse.tables.grid import Form, Grid, usual_width
from reader.parse.tables.shapes import EMPTY, NUMERIC, Shape, column_cells, is_numeric, sample, shape_of
from reader.parse.tables.vocabulary import is_header_word, is_sure_header_word

_TALLEST = 3
"""Rows a header has at most."""
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_INNER_BLANK = re.compile(r"(?<=[一-鿿])[ \u00a0\u3000]+(?=[一-鿿])")

_VALUES = NUMERIC - {Shape.AMOUNT, Shape.ORDINAL}

Rows = Sequence[Sequence[str]]


class Header(NamedTuple):
    """`height` rows of a grid are its header; `names` are the columns they name, group heads as in 系统考评/结案率."""

    height: int
    names: tuple[str, ...]


def numeric_columns(rows: Rows) -> list[int]:
    """Columns of figures, judged without the rows that may be header."""
    body = sample(rows[1:] if len(rows) <= 4 else rows[2:])
    return [column for column in range(usual_width(rows)) if is_numeric(column_cells(body, column))]


def reads_as_header(row: Sequence[str], figures: Sequence[int]) -> bool:
    """Whether `row` has words, and no figure, where the table has columns of figures."""
    cells = [row[column] for column in figures if column < len(row)]
    if any(shape_of(cell) in NUMERIC for cell in cells):
        return _reads_as_years(row, figures)
    return any(shape_of(cell) is Shape.TEXT for cell in cells)


def _reads_as_years(row: Sequence[str], figures: Sequence[int]) -> bool:
    """指标 | 2022 | 2023: years above figures, beside a name."""
    cells = [row[column] for column in figures if column < len(row) and row[column]]
    of_figures = frozenset(figures)
    named = any(is_header_word(cell) for column, cell in enumerate(row) if column not in of_figures)
    return named and all(_YEAR.fullmatch(cell) or shape_of(cell) is Shape.TEXT for cell in cells)


def header_height(rows: Rows, marked: int = 0) -> int:
    """How many of the first rows are header; 0 when the first row is already one of figures."""
    if len(rows) < 2:
        return min(marked, len(rows))
    figures = numeric_columns(rows)
    if not figures:
        return _with_lower_rows(rows, marked or _wordy_height(rows))
    height = 0
    while height < min(_TALLEST, len(rows) - 1) and reads_as_header(rows[height], figures):
        if height and not _goes_on(rows[height - 1], rows[height], figures):
            break
        height += 1
    if height == 0 and marked and not _is_data(rows[0], figures):
        height = marked
    return _with_lower_rows(rows, height)


def _with_lower_rows(rows: Rows, height: int) -> int:
    """`height` and the rows below that do nothing but name what the last header row leaves open."""
    while 0 < height < min(_TALLEST, len(rows) - 1) and _fills_open(rows[height - 1], rows[height]):
        height += 1
    return height


def _fills_open(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether `row` stands under the group heads of `above` and nowhere else.

    The place of its cells says so, whatever they say: a row of the body has a name in front, and no row of the body is
    blank just where the header is not.
    """
    filled = [column for column, cell in enumerate(row) if cell]
    if len(filled) < 2 or any(
        shape_of(row[column]) in _VALUES and not _YEAR.fullmatch(row[column]) for column in filled
    ):
        return False
    opened = [column for column, cell in enumerate(above) if not cell and column <= filled[-1]]
    if not opened or filled[0] == 0 or not set(opened) <= set(filled):
        return False
    starts = [column for column in filled if column == 0 or not row[column - 1]]
    runs = zip(starts, [*starts[1:], len(row)], strict=True)
    return all(any(row[c] and c < len(above) and above[c] for c in range(start, stop)) for start, stop in runs)


def _is_data(row: Sequence[str], figures: Sequence[int]) -> bool:
    return any(shape_of(row[column]) in NUMERIC for column in figures if column < len(row))


def _goes_on(above: Sequence[str], row: Sequence[str], figures: Sequence[int]) -> bool:
    """Whether `row` is a further header row: it names columns its upper row leaves open, or most of its cells
    are names of columns.

    A row of the body may have words among figures too (免评), but it has a name of its own in front.
    """
    words = sum(is_header_word(cell) for cell in row if cell)
    filled = sum(1 for cell in row if cell)
    if filled == 1 and row[0]:
        return False
    open_above = any(not (above[c] if c < len(above) else "") for c in figures)
    fewer_cells = len(row) != len(above) or filled < len(row)
    if above and not above[0] and row[0] and filled == len(row) > 2:
        return all(c < len(row) and shape_of(row[c]) is Shape.TEXT for c in figures)
    return words * 2 >= filled and (open_above or fewer_cells or words * 4 >= filled * 3)


def _wordy_height(rows: Rows) -> int:
    """Header rows of a table without a column of figures: one, if its cells read as names of columns."""
    first = [cell for cell in rows[0] if cell]
    sure = sum(map(is_sure_header_word, first))
    if sure >= 2 or (sure and sure * 2 >= len(first)):
        return 1
    body = [cell for row in sample(rows[1:]) for cell in row if shape_of(cell) not in EMPTY]
    if not body or not first:
        return 0
    shorter = sum(map(len, first)) / len(first) * 2.5 < sum(map(len, body)) / len(body)
    return 1 if shorter and max(map(len, first)) <= 8 else 0


def read_header(grid: Grid) -> Header:
    """The header of `grid`; without one, `height` 0 and a blank name for each column."""
    rows = grid.texts
    height = header_height(rows, grid.marked)
    width = usual_width(rows[height:] or rows)
    if not height:
        return Header(0, ("",) * width)
    levels = [_spread(grid, row) for row in range(height)]
    if grid.form is not Form.HTML or not any(row < height for row, _ in grid.covered):
        levels = [*_covered_by_heads(levels, width)]
    across = max(map(len, levels))
    names: list[str] = []
    for column in range(across):
        path: list[str] = []
        for level in levels:
            name = level[column] if column < len(level) else ""
            if name and (not path or path[-1] != name):
                path.append(name)
        names.append("/".join(path))
    return Header(height, tuple(names))


def clean_name(name: str) -> str:
    """A column's name without the blanks that set it wide: 单　位 → 单位."""
    return _INNER_BLANK.sub("", name.strip())


def _spread(grid: Grid, row: int) -> list[str]:
    """One header row with the text of spanning HTML cells in each column they cover."""
    return [clean_name(cell.text or grid.covered.get((row, column), "")) for column, cell in enumerate(grid.rows[row])]


def _covered_by_heads(levels: list[list[str]], width: int) -> list[list[str]]:
    """Header rows with each group head repeated over the columns it covers."""
    out = [list(level) for level in levels]
    for upper, lower in pairwise(range(len(out))):
        above, below = out[upper], out[lower]
        if len(above) < width and below and below[0] and len(above) + len(below) > width:
            above, below = _inserted(above, below, width)
        out[upper], out[lower] = _heads_over(above, below)
    return out


def _inserted(above: list[str], below: list[str], width: int) -> tuple[list[str], list[str]]:
    """Both rows on all columns, when merged cells left fewer: 4 heads and 3 names under one of them for 6 columns.

    Which head is the group's: the one whose name says least about its cells, the first such. Without a solution, as is.
    """
    groups = len(above) + len(below) - width
    if groups < 1 or len(below) % groups or groups > len(above):
        return above, below
    size = len(below) // groups
    unknown = [i for i, name in enumerate(above) if not is_header_word(name)]
    known = [i for i, name in enumerate(above) if is_header_word(name) and not is_sure_header_word(name)]
    heads = sorted((unknown + known)[:groups])
    if len(heads) < groups:
        return above, below
    new_above: list[str] = []
    new_below: list[str] = []
    rest = iter(below)
    for i, name in enumerate(above):
        if i in heads:
            new_above += [name, *[""] * (size - 1)]
            new_below += [next(rest) for _ in range(size)]
        else:
            new_above.append(name)
            new_below.append("")
    return new_above, new_below


def _heads_over(above: list[str], below: list[str]) -> tuple[list[str], list[str]]:
    """`above` with its heads repeated to the right over the names of `below`, run by run."""
    width = max(len(above), len(below))
    above = above + [""] * (width - len(above))
    below = below + [""] * (width - len(below))
    if all(above) and all(below):
        # A name broken over two lines, not a group: every column has a head of its own.
        return [a + b for a, b in zip(above, below, strict=True)], [""] * width
    column = 0
    while column < width:
        if not below[column]:
            column += 1
            continue
        stop = column
        while stop < width and below[stop]:
            stop += 1
        heads = [c for c in range(column, stop) if above[c]]
        if heads:
            # What stands left of all heads at the table's edge is the column of names, under no head.
            edge = heads[0] if column == 0 else column
            centred = heads[0] > edge
            for c in range(edge, stop):
                if not above[c]:
                    near = [h for h in heads if h < c] or heads
                    above[c] = above[min(heads, key=lambda h: abs(h - c)) if centred else near[-1]]
        column = stop
    return above, below


def same_header(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether `row` prints the header once more, most cells alike."""
    pairs = [(a, b) for a, b in zip(row, header, strict=False) if a or b]
    return bool(pairs) and sum(a == b or fold(a) == fold(b) for a, b in pairs) * 3 >= len(pairs) * 2
