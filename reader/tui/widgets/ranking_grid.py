"""A ranking table in full: fixed header, a name column that stays in view, a cursor, rows in any order."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.ranking.columns import name_column
from reader.typeset.fit import fit, header_lines, pad
from reader.typeset.labels import safe
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from reader.model import Table
    from reader.ranking.sorting import Ranking, SortKey
    from reader.tui.cell_marks import CellMarks

WIDEST = 36
"""Cells of the widest column; what is longer is cut, and said in full under the table by the screen."""
_HEADER = 8
"""Cells a header is given before it is broken over several lines."""
_GAP = 2
_SAMPLE = 1000
"""Rows measured for the widths of columns: more than a printed page holds."""


class RankingGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """Paints only what is in view. It shows an order of rows and knows nothing of how that came about."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header",
        "grid--header-cursor",
        "grid--cell",
        "grid--row",
        "grid--cursor",
        "grid--summary",
    }

    class Moved(Message):
        """The cursor stands on another cell."""

    def __init__(self, ranking: Ranking, marks: CellMarks) -> None:
        super().__init__()
        self._marks = marks
        self._load(ranking)

    @property
    def table(self) -> Table:
        return self._table

    @property
    def sorted_by(self) -> SortKey | None:
        return self._sorted

    @property
    def order(self) -> Sequence[int]:
        """Indices in the table of the rows shown, from the top."""
        return self._order

    @property
    def printed_row(self) -> int | None:
        """Index in the table of the row under the cursor."""
        return self._order[self.cursor_row] if self._order else None

    def show(self, ranking: Ranking) -> None:
        """Show a table in printed order, with the cursor on its first name."""
        self._load(ranking)
        self.virtual_size = self._virtual_size()
        self.scroll_to(0, 0, animate=False)
        self.refresh()
        self.post_message(self.Moved())

    def mark(self, marks: CellMarks) -> None:
        """Show other marks in the cells."""
        self._marks = marks
        self.refresh()

    def _load(self, ranking: Ranking) -> None:
        self._table = table = ranking.table
        self._numeric = [column.is_numeric for column in ranking.columns]
        count = len(table.columns)
        name = name_column(ranking.columns)
        self._name_column = name.index if name else 0
        self._widths = [self._column_width(index) for index in range(count)]
        headers = [header_lines(safe(name), self._widths[index]) for index, name in enumerate(table.columns)]
        self._header_height = max((len(header) for header in headers), default=1)
        self._headers = [[""] * (self._header_height - len(header)) + header for header in headers]
        self._starts = list(accumulate((width + _GAP for width in self._widths), initial=0))[:count]
        self._order = list(range(len(table.rows)))
        self._sorted: SortKey | None = None
        self.cursor_row, self.cursor_column = 0, self._name_column

    def reorder(self, order: Sequence[int], by: SortKey | None) -> None:
        """Show rows in another order, from its top."""
        self._order, self._sorted = list(order), by
        self.cursor_row = 0
        self.go(0, self.cursor_column)
        self.refresh()

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell, or the nearest there is."""
        self.cursor_row = min(max(row, 0), max(len(self._order) - 1, 0))
        self.cursor_column = min(max(column, 0), max(len(self._widths) - 1, 0))
        self._bring_into_view()
        self.refresh()
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        self.go(self.cursor_row + step, self.cursor_column)

    def move_column(self, step: int) -> None:
        self.go(self.cursor_row, self.cursor_column + step)

    def page(self, direction: int) -> None:
        self.move(direction * max(1, self.scrollable_content_region.height - self._header_height - 1))

    def to_first(self) -> None:
        self.go(0, self.cursor_column)

    def to_last(self) -> None:
        self.go(len(self._order) - 1, self.cursor_column)

    def _column_width(self, index: int) -> int:
        cells = max(
            (cell_width(self._text(row, index)) for row in range(min(_SAMPLE, len(self._table.rows)))), default=0
        )
        header = cell_width(safe(self._table.columns[index]))
        return max(2, min(cells, WIDEST), min(header, _HEADER))

    def _text(self, row: int, column: int) -> str:
        return safe(self._table.rows[row][column].text)

    def _virtual_size(self) -> Size:
        return Size(sum(self._widths) + _GAP * len(self._widths), len(self._order) + self._header_height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        self.set_reactive(Widget.virtual_size, self._virtual_size())
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self._bring_into_view()
        return changed

    @property
    def _kept(self) -> int:
        """Cells at the left edge in which the name stays when the table is scrolled to the side."""
        width = self._widths[self._name_column] + _GAP if self._widths else 0
        return width if width * 2 <= self.scrollable_content_region.width else 0

    def _bring_into_view(self) -> None:
        width, height = self.scrollable_content_region.size
        if not width or not self._widths:
            return
        x, y = self.scroll_offset
        body = max(1, height - self._header_height)
        if self.cursor_row < y:
            y = self.cursor_row
        elif self.cursor_row >= y + body:
            y = self.cursor_row - body + 1
        # With the gap behind it, where the arrow of a sorted column stands.
        start = self._starts[self.cursor_column]
        end = start + self._widths[self.cursor_column] + _GAP
        kept = self._kept if self.cursor_column > self._name_column else 0
        if end > x + width:
            x = end - width
        if start < x + kept:
            x = max(0, start - kept)
        if self.cursor_column == 0:
            x = 0
        self.scroll_to(x, y, animate=False)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        cell = self.get_component_rich_style("grid--cell")
        if y < self._header_height:
            return self._visible([self._header_cell(index, y) for index in range(len(self._widths))], width, cell)
        position = y - self._header_height + self.scroll_offset.y
        if position >= len(self._order):
            return Strip.blank(width, cell)
        row = self._order[position]
        look = cell
        if row in self._table.summary:
            look = self.get_component_rich_style("grid--summary")
        if position == self.cursor_row:
            look += self.get_component_rich_style("grid--row", partial=True)
        cells = []
        for index, room in enumerate(self._widths):
            text = fit(self._text(row, index), room)
            blanks = room - cell_width(text)
            before = blanks if self._numeric[index] else 0
            style, marks = look, self._marks.segments(self._table.rows[row][index], text, look)
            if position == self.cursor_row and index == self.cursor_column:
                style = self.get_component_rich_style("grid--cursor")
                marks = [Segment(text, style)]
            pieces = [Segment(" " * before, style), *marks, Segment(" " * (blanks - before), style)]
            cells.append(Strip([*pieces, Segment(" " * _GAP, look)], room + _GAP))
        return self._visible(cells, width, look)

    def _header_cell(self, index: int, line: int) -> Strip:
        look = self.get_component_rich_style("grid--header")
        style = self.get_component_rich_style("grid--header-cursor") if index == self.cursor_column else look
        room = self._widths[index]
        arrow = ""
        if self._sorted and self._sorted.column == index and line == self._header_height - 1:
            arrow = "▼" if self._sorted.descending else "▲"
        text = pad(self._headers[index][line], room, right=self._numeric[index])
        return Strip([Segment(text, style), Segment(pad(arrow, _GAP), look)], room + _GAP)

    def _visible(self, cells: Sequence[Strip], width: int, style: Style) -> Strip:
        """The part of a row that is in view; the name column stays at the left edge."""
        strip = Strip.join(cells)
        x = self.scroll_offset.x
        if cells and x > self._starts[self._name_column] and self._kept:
            kept = self._kept
            return Strip.join([cells[self._name_column], strip.crop_extend(x + kept, x + width, style)])
        return strip.crop_extend(x, x + width, style)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self._widths:
            return
        x = offset.x + self.scroll_offset.x
        if self._kept and self.scroll_offset.x > self._starts[self._name_column] and offset.x < self._kept:
            x = self._starts[self._name_column]
        column = max(index for index, start in enumerate(self._starts) if start <= x)
        row = (
            self.cursor_row if offset.y < self._header_height else offset.y - self._header_height + self.scroll_offset.y
        )
        self.go(row, column)
