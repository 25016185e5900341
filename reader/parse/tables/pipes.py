"""Markdown tables, with or without the |---| rule, and tables ruled with │ or ┃.

A single line such as `| 井州论坛 |` is a column label, not a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.grid import Form, Grid, make_cell, printed, usual_width
from reader.parse.tables.shapes import column_cells, is_numeric

_PIPES = "|｜│┃"
_RULE = re.compile(r"[-:=+|｜│┃─━┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╭╮╰╯═║╔╗╚╝╠╣╦╩╬ \t]+")
_RULE_MARK = re.compile(r"-{2,}|[─━═]|:-|-:|^\|[ ]*-")


def find_pipes(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines parted by pipes, in page order."""
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        if taken[index] or not (_is_rule(lines[index]) or _has_pipes(lines[index])):
            index += 1
            continue
        stop = index + 1
        while (
            stop < len(lines)
            and not taken[stop]
            and lines[stop].gap <= 1
            and (_is_rule(lines[stop]) or _has_pipes(lines[stop]))
        ):
            stop += 1
        grid = _read(lines, index, stop)
        if grid is not None:
            grids.append(grid)
        index = stop
    return grids


def _is_rule(line: Line) -> bool:
    return bool(_RULE.fullmatch(line.text)) and bool(_RULE_MARK.search(line.text))


def _has_pipes(line: Line) -> bool:
    return any(pipe in line.text for pipe in _PIPES)


def _is_framed(line: Line) -> bool:
    return line.text[0] in _PIPES and line.text[-1] in _PIPES


def _cells(line: Line) -> tuple[Cell, ...]:
    text, offset = line.text, line.start
    edges = [i for i, c in enumerate(text) if c in _PIPES and (i == 0 or text[i - 1] != "\\")]
    bounds = [-1, *edges, len(text)]
    if edges and edges[0] == 0:
        del bounds[0]
    if edges and edges[-1] == len(text) - 1 and len(bounds) > 2:
        del bounds[-1]
    return tuple(make_cell(text[a + 1 : b], offset + a + 1) for a, b in pairwise(bounds))


def _read(lines: Sequence[Line], first: int, stop: int) -> Grid | None:
    rows: list[tuple[Cell, ...]] = []
    at_lines: list[tuple[int, int]] = []
    marked = 0
    ruled = False
    framed = 0
    for index in range(first, stop):
        line = lines[index]
        if _is_rule(line):
            if rows and not ruled and "-" in line.text and "|" in line.text:
                marked = len(rows)
            ruled = ruled or bool(rows)
            continue
        framed += _is_framed(line)
        rows.append(_cells(line))
        at_lines.append((index, index))
    if len(rows) < 2 or marked == len(rows):
        return None
    width = usual_width(rows)
    if width < 2 and not (ruled and len(rows) >= 3):
        return None
    if not ruled and not _is_evident(rows, width, framed == len(rows)):
        return None
    return Grid(Form.PIPES, first, stop - 1, tuple(rows), tuple(at_lines), marked)


def _is_evident(rows: Sequence[Sequence[Cell]], width: int, framed: bool) -> bool:
    """Whether pipes without a rule are a table: all rows framed, or a regular grid with a column of figures."""
    regular = sum(len(row) == width for row in rows)
    if framed:
        return regular * 2 >= len(rows)
    texts = [[cell.text for cell in row] for row in rows[1:]]
    figures = any(is_numeric(column_cells(texts, column)) for column in range(width))
    filled = sum(printed(row) >= 2 for row in rows)
    return filled == len(rows) and regular * 4 >= len(rows) * 3 and (figures or (len(rows) >= 3 and width >= 3))
