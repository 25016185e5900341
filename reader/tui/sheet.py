"""Rows on a sheet: one long column to scroll through, or pages of newspaper columns to turn."""

from __future__ import annotations

from typing import NamedTuple

from reader.typeset.layout import GUTTER

PAGES_FROM = 110
"""Cells from which there is room for two newspaper columns."""
_THREE_FROM = 119
_BETWEEN = 2
"""Cells between the gutter of a column and the next column."""


class Sheet(NamedTuple):
    """Where `rows` rows stand when `columns` columns of `height` rows make a page.

    A line is a row of cells across all columns, a row what one column has on it. With one column line and row are one.
    """

    rows: int = 0
    columns: int = 1
    height: int = 1
    measure: int = 1
    """Cells of a full row."""
    left: int = 0
    """Cells before the first column."""

    @property
    def lines(self) -> int:
        if self.columns == 1:
            return self.rows
        return -(-self.rows // (self.columns * self.height)) * self.height

    def line_of(self, row: int) -> int:
        """The line a row stands on."""
        if self.columns == 1:
            return row
        page, rest = divmod(row, self.columns * self.height)
        return page * self.height + rest % self.height

    def row_at(self, line: int, column: int = 0) -> int | None:
        """The row on a line of a column, None where there is none."""
        if self.columns == 1:
            row = line
        else:
            page, rest = divmod(line, self.height)
            row = (page * self.columns + column) * self.height + rest
        return row if 0 <= row < self.rows else None

    def column_under(self, x: int) -> int:
        """The column a cell of a line belongs to, the nearest of a cell that belongs to none."""
        return min(max((x - self.left) // self._stride, 0), self.columns - 1)

    def cell_of(self, column: int) -> int:
        """The cell a column begins in."""
        return self.left + column * self._stride

    @property
    def _stride(self) -> int:
        return self.measure + GUTTER + _BETWEEN


def column_count(width: int) -> int:
    """How many newspaper columns a page of `width` cells has."""
    return 1 if width < PAGES_FROM else 2 if width < _THREE_FROM else 3


def column_measure(width: int, columns: int, widest: int) -> int:
    """Cells of a full row in one of `columns` columns that share `width` cells, at most `widest`."""
    room = (width - 1 - (columns - 1) * _BETWEEN) // columns - GUTTER
    # Han characters are two cells wide: with an odd measure every row would end a cell early.
    room -= room % 2 if columns > 1 else 0
    return max(1, min(widest, room))
