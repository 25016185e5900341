"""Where the columns of a grid stand: their widths, and the cells beside their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.ranking.columns import name_column
from reader.typeset.fit import header_lines
from reader.typeset.labels import safe
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.ranking.sorting import Ranking

WIDEST = 36
"""Cells of the widest column; what is longer is cut, and said in full under the table by the screen."""
GAP = 2
_HEADER = 8
"""Cells a header is given before it is broken over several lines."""
_FITTED = 200
"""Cells of the widest column that is made to fit what it holds."""
_SAMPLE = 1000
"""Rows measured for the widths of columns: more than a printed page holds."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column in its place: `lead` cells, `width` cells of text, `tail` cells; a gap of `GAP` cells follows."""

    column: int
    start: int
    lead: int
    width: int
    tail: int
    right: bool
    """Set to the right."""

    @property
    def cells(self) -> int:
        return self.lead + self.width + self.tail + GAP

    @property
    def end(self) -> int:
        return self.start + self.cells


class Measures:
    """The widths of a table's columns, measured once."""

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self._contents: dict[int, int] = {}
        self._headers: dict[tuple[int, int], list[str]] = {}

    def width(self, column: int, *, fitted: bool) -> int:
        """Cells for a column: up to `WIDEST`, or for all that it holds."""
        if column not in self._contents:
            rows = self._ranking.table.rows[:_SAMPLE]
            self._contents[column] = max((cell_width(safe(row[column].text)) for row in rows), default=0)
        contents = self._contents[column]
        header = cell_width(safe(self._ranking.table.columns[column]))
        if fitted:
            parts = safe(self._ranking.table.columns[column]).split("/")
            return max(2, min(_FITTED, max(contents, *map(cell_width, parts))))
        return max(2, min(contents, WIDEST), min(header, _HEADER))

    def header(self, column: int, width: int) -> list[str]:
        """A column's name in lines of `width` cells."""
        key = column, width
        if key not in self._headers:
            self._headers[key] = header_lines(safe(self._ranking.table.columns[column]), width)
        return self._headers[key]


class ColumnLayout:
    """The columns that are shown, in printed order; `tail` cells follow the text of `tailed`, `lead` cells stand before
    that of the column that stays in view."""

    def __init__(
        self,
        ranking: Ranking,
        measures: Measures,
        shown: Sequence[int],
        fitted: Collection[int],
        *,
        tailed: int | None = None,
        tail: int = 0,
        lead: int = 0,
    ) -> None:
        name = name_column(ranking.columns)
        kept = name.index if name and name.index in shown else next(iter(shown), 0)
        self.slots: list[Slot] = []
        start = 0
        for column in shown:
            width = measures.width(column, fitted=column in fitted)
            right = ranking.columns[column].is_numeric
            slot = Slot(column, start, lead if column == kept else 0, width, tail if column == tailed else 0, right)
            self.slots.append(slot)
            start = slot.end
        self.width = start
        headers = [measures.header(slot.column, slot.width) for slot in self.slots]
        self.header_height = max(map(len, headers), default=1)
        self.headers = [[""] * (self.header_height - len(header)) + header for header in headers]
        self.kept = next((slot for slot in self.slots if slot.column == kept), None)
        """The column that stays in view when the table is scrolled to the side."""
        self._places = {slot.column: place for place, slot in enumerate(self.slots)}

    def place(self, column: int) -> int:
        """Where a column stands among those shown; of a hidden one, where the next one does."""
        found = self._places.get(column)
        if found is None:
            found = sum(slot.column < column for slot in self.slots)
        return min(found, max(len(self.slots) - 1, 0))

    def slot(self, column: int) -> Slot:
        return self.slots[self.place(column)]

    def under(self, x: int) -> Slot:
        """The column a cell belongs to, the nearest of a cell beside the table."""
        return next((slot for slot in self.slots if x < slot.end), self.slots[-1])
