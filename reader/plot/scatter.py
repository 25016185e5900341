"""Points between two axes in cells, each cell of braille dots two wide and four high (U+2800)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.plot.ticks import Axis, axis
from reader.typeset.fit import pad
from reader.typeset.width import cell_width

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of the dots of a cell, row by row."""
_BRAILLE = 0x2800
_CELLS_A_TICK = (10, 3)
"""Cells between the ticks of the lower axis, and rows between those of the other."""


class Point(NamedTuple):
    x: float
    y: float


class Drawing(NamedTuple):
    """`rows` are all of one width; `cells` is where each point stands in them: column and row, both from 0."""

    rows: tuple[str, ...]
    cells: tuple[tuple[int, int], ...]


def scatter(points: Sequence[Point], width: int, height: int) -> Drawing:
    """Points in `width` × `height` cells, axes and their figures included; where there is no room for axes, blank.

    Linear in points and cells.
    """
    below = axis((point.x for point in points), max(width // _CELLS_A_TICK[0], 2))
    aside = axis((point.y for point in points), max(height // _CELLS_A_TICK[1], 2))
    margin = max(map(len, aside.labels)) + 1
    columns, lines = width - margin, height - 2
    if columns < 4 or lines < 2:
        return Drawing((" " * max(width, 0),) * max(height, 0), ((0, 0),) * len(points))
    dots = [[0] * columns for _line in range(lines)]
    cells = []
    for point in points:
        x = round(below.share(point.x) * (columns * 2 - 1))
        y = round((1 - aside.share(point.y)) * (lines * 4 - 1))
        dots[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
        cells.append((margin + x // 2, y // 4))
    ruled = _ruled(aside, lines)
    rows = [
        pad(ruled.get(line, ""), margin - 1, right=True)
        + ("┤" if line in ruled else "│")
        + "".join(chr(_BRAILLE + cell) if cell else " " for cell in dots[line])
        for line in range(lines)
    ]
    rows += _foot(below, margin, columns)
    return Drawing(tuple(rows), tuple(cells))


def nearest(drawing: Drawing, column: int, row: int) -> int | None:
    """The index of the point next to a cell, a row counting for two columns as it is twice as high; None of none."""
    if not drawing.cells:
        return None
    return min(
        range(len(drawing.cells)),
        key=lambda at: (drawing.cells[at][0] - column) ** 2 + 4 * (drawing.cells[at][1] - row) ** 2,
    )


def _ruled(aside: Axis, lines: int) -> dict[int, str]:
    """The lines on which ticks stand, with their figures; of two on one line the higher is kept."""
    ruled = {}
    for tick, label in zip(aside.ticks, aside.labels, strict=True):
        ruled[round((1 - aside.share(tick)) * (lines * 4 - 1)) // 4] = label
    return ruled


def _foot(below: Axis, margin: int, columns: int) -> list[str]:
    """The lower axis and its figures, those left out that would touch the one before."""
    rule, figures, end = ["─"] * columns, "", 0
    for tick, label in zip(below.ticks, below.labels, strict=True):
        at = round(below.share(tick) * (columns * 2 - 1)) // 2
        rule[at] = "┴"
        start = min(max(margin + at - len(label) // 2, 0), margin + columns - len(label))
        if start >= end + bool(end):
            figures += " " * (start - len(figures)) + label
            end = len(figures)
    width = margin + columns
    return [" " * (margin - 1) + "└" + "".join(rule), figures + " " * (width - cell_width(figures))]
