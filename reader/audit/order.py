"""Columns the rows are sorted by: a figure that stands in order there is seldom the wrong one."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from reader.audit.grid import Grid, Place
from reader.audit.relations import Between
from reader.ranking import ColumnKind

_SORTED = 0.85
_FEWEST = 6


class Order:
    """Which columns of a table go up or down from row to row, group by group, and what that says of a cell."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        groups = [column.index for column in grid.columns if column.kind is ColumnKind.GROUP]
        self._group = {row: tuple(grid.text(Place(row, c)) for c in groups) for row in grid.body}
        self._at = {row: index for index, row in enumerate(grid.body)}

    @cached_property
    def _directions(self) -> dict[int, int]:
        """Column → 1 where it rises, -1 where it falls."""
        found: dict[int, int] = {}
        for column in self._grid.measured:
            figures = self._grid.figures[column]
            steps = [
                figures[after].value - figures[before].value
                for before, after in pairwise(self._grid.body)
                if before in figures and after in figures and self._group[before] == self._group[after]
            ]
            for direction in (-1, 1):
                moving = sum(step != 0 for step in steps)
                rising = sum(step * direction > 0 for step in steps)
                if moving >= _FEWEST and rising >= _SORTED * moving:
                    found[column] = direction
        return found

    def speaks_for(self, cell: Place, wish: Between | None) -> int:
        """1 when the printed figure stands in order and the one asked for would not, -1 the other way, else 0."""
        direction = self._directions.get(cell.column)
        figure = self._grid.figure(cell)
        if direction is None or figure is None or wish is None or cell.row not in self._at:
            return 0
        printed, asked = (self._fits(cell, low, high, direction) for low, high in ((figure.value,) * 2, wish))
        return printed - asked

    def _fits(self, cell: Place, low: float, high: float, direction: int) -> bool:
        at = self._at[cell.row]
        figures = self._grid.figures[cell.column]
        for other, side in ((at - 1, 1), (at + 1, -1)):
            row = self._grid.body[other] if 0 <= other < len(self._grid.body) else None
            if row is None or row not in figures or self._group[row] != self._group[cell.row]:
                continue
            best = high if side * direction > 0 else low
            if side * direction * (best - figures[row].value) < 0:
                return False
        return True
