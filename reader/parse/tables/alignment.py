"""Columns aligned by blanks: which column a cell stands under when its row lacks another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.fitting import place
from reader.parse.tables.grid import BLANK, usual_width

_MOST_FULL_ROWS = 40


def align(rows: Sequence[tuple[Cell, ...]], lines: Sequence[Line]) -> list[tuple[Cell, ...]]:
    """`rows` with a blank cell wherever the print leaves a column blank; `lines[i]` is the line of row i.

    A table as a whole may be indented: the blanks before its first column are no cell.
    """
    core = [row[1:] if row and row[0] is BLANK else row for row in rows]
    outer = [cells for cells, row in zip(core, rows, strict=True) if len(cells) == len(row)]
    width = usual_width(outer or core)
    full = [i for i, cells in enumerate(core) if len(cells) == width][:_MOST_FULL_ROWS]
    if not full or width < 2:
        return core
    columns = [(0.0, 0.0)] * width
    for i in full:
        for column, (start, end) in enumerate(_places(lines[i], core[i])):
            low, high = columns[column]
            columns[column] = (low + start / len(full), high + end / len(full))
    out: list[tuple[Cell, ...]] = []
    for cells, line in zip(core, lines, strict=True):
        if not cells or len(cells) >= width:
            out.append(cells)
            continue
        places = _places(line, cells)

        def nearness(item: int, column: int, places: list[tuple[int, int]] = places) -> float:
            (start, end), (low, high) = places[item], columns[column]
            return -min(abs(start - low), abs(end - high), abs(start + end - low - high) / 2)

        padded = [BLANK] * width
        chosen = place(len(cells), width, nearness)
        for cell, column in zip(cells, chosen, strict=True):
            padded[column] = cell
        out.append(tuple(padded[: chosen[-1] + 1]))
    return out


def _places(line: Line, cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """First and last terminal cell of each table cell, counted from the line's beginning."""
    places: list[tuple[int, int]] = []
    at, offset = 0, line.raw_start
    for cell in cells:
        if cell.span is None:
            places.append((at, at))
            continue
        at += _width(line.raw[offset - line.raw_start : cell.span.start - line.raw_start])
        start = at
        at += _width(cell.text)
        offset = cell.span.end
        places.append((start, at))
    return places


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
