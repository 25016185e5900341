"""The grid on the screen: header and name stay in view, a cursor by cell, summary rows at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.grid.arranged import ArrangedGrid

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.style import Style


_STRIPS = 1000
"""Painted rows that are kept."""
_BESIDE = 32
"""Cells that have to be left beside the name for it to stay: room for a column with bars."""


class GridPane(ArrangedGrid, inherit_bindings=False):
    """Paints only what is in view."""

    # Moving.

    def go(self, row: int, column: int, *, centre: bool = False) -> None:
        """Put the cursor on a line and a column, or the nearest there is; `centre` what was out of view."""
        row_before, column_before, scroll_before = self.cursor_row, self.cursor_column, self.scroll_offset
        self.cursor_row = min(max(row, 0), max(self.lines - 1, 0))
        if self.layout_of_columns.slots:
            self.cursor_column = self.layout_of_columns.slot(column).column
        if self.cursor_column != column_before:
            self.column_changed()
        self._bring_into_view(centre=centre)
        if self.cursor_column == column_before and self.scroll_offset == scroll_before and not centre:
            for line in {row_before, self.cursor_row}:
                self.refresh_lines(self._header_height + line)
        else:
            self.refresh()
        self.post_message(self.Moved())

    def column_changed(self) -> None:
        """The cursor is in another column, which has the bars now."""
        self._lay_out()

    def move(self, step: int) -> None:
        self.go(self.cursor_row + step, self.cursor_column)

    def move_column(self, step: int) -> None:
        slots = self.layout_of_columns.slots
        if slots:
            place = self.layout_of_columns.place(self.cursor_column) + step
            self.go(self.cursor_row, slots[min(max(place, 0), len(slots) - 1)].column)

    def move_row(self, step: int) -> None:
        """To the next row, over headings of groups."""
        position = self.cursor_row + step
        while 0 <= position < self.lines and self._lines[position] < 0:
            position += step
        if 0 <= position < self.lines:
            self.go(position, self.cursor_column)

    def page(self, direction: int) -> None:
        self.move(direction * max(1, self._body_height - 1))

    def to_first(self) -> None:
        self.go(0, self.cursor_column)

    def to_last(self) -> None:
        self.go(self.lines - 1, self.cursor_column)

    # The view.

    @property
    def foot_height(self) -> int:
        """Lines of summary rows; they leave rows at least half of the room."""
        room = self.scrollable_content_region.height - self._header_height
        return min(len(self._foot), max(room // 2, 0))

    @property
    def _body_height(self) -> int:
        return max(1, self.scrollable_content_region.height - self._header_height - self.foot_height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        resized = size.width != self._room
        if resized:
            self._room = size.width
            self._lay_out()
        self.set_reactive(Widget.virtual_size, self._virtual_size())
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed or resized:
            self._bring_into_view()
        return changed

    @property
    def kept(self) -> int:
        """Cells at the left edge in which the name stays when the table is scrolled to the side."""
        slot = self.layout_of_columns.kept
        width = slot.cells if slot is not None else 0
        room = self.scrollable_content_region.width
        return width if width <= max(room // 2, room - _BESIDE) else 0

    def _bring_into_view(self, *, centre: bool = False) -> None:
        width, height = self.scrollable_content_region.size
        if not width or not height or not self.layout_of_columns.slots:
            return
        x, y = self.scroll_offset
        body = self._body_height
        if not y <= self.cursor_row < y + body:
            if centre:
                y = max(0, self.cursor_row - body // 2)
            else:
                y = self.cursor_row if self.cursor_row < y else self.cursor_row - body + 1
        slot, kept_slot = self.layout_of_columns.slot(self.cursor_column), self.layout_of_columns.kept
        kept = self.kept if kept_slot is not None and slot.start > kept_slot.start else 0
        # With the gap behind it, where the sign of a sorted column stands.
        if slot.end > x + width:
            x = slot.end - width
        if slot.start < x + kept:
            x = max(0, slot.start - kept)
        if slot.start == 0:
            x = 0
        self.scroll_to(x, y, animate=False)

    # Painting.

    def selected_columns(self, _position: int) -> Collection[int]:
        """The columns whose cells are selected on a line."""
        return ()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        painter = self.painter
        look = painter.looks.cell
        if y < self._header_height:
            keys = self.arrangement.view.keys
            return self._visible(painter.header(y, keys, self.cursor_column), width, painter.looks.header)
        position = y - self._header_height + self.scroll_offset.y
        foot = self._foot_line(y)
        if foot is not None:
            look = painter.looks.summary
            return self._visible(painter.row(self._foot[foot], look, None, ()), width, look)
        if position >= self.lines:
            return Strip.blank(width, look)
        line, cursor = self._lines[position], None
        selected = self.selected_columns(position)
        plain = position != self.cursor_row and not selected
        # Most rows in view are those that were in view before the key.
        key = line, self.scroll_offset.x, width
        if plain and key in self._strips:
            return self._strips[key]
        look = painter.looks.group if line < 0 else look
        if position == self.cursor_row:
            look, cursor = look + painter.looks.row, self.cursor_column
        if line < 0:
            group, means = self.arrangement.groups[-1 - line], self.arrangement.means[-1 - line]
            cells = painter.group(group, means, look, cursor, folded=group.value in self._folded)
        else:
            cells = painter.row(line, look, cursor, selected)
        strip = self._visible(cells, width, look)
        if plain:
            if len(self._strips) >= _STRIPS:
                self._strips.clear()
            self._strips[key] = strip
        return strip

    def _foot_line(self, y: int) -> int | None:
        """Which summary row stands on a line of the screen: they are at the foot, or behind the last row above it."""
        top = self._header_height + min(self._body_height, max(self.lines - self.scroll_offset.y, 0))
        return y - top if top <= y < top + self.foot_height else None

    def _visible(self, cells: list[Strip], width: int, style: Style) -> Strip:
        """The part of a row that is in view; the name column stays at the left edge."""
        layout, x = self.layout_of_columns, self.scroll_offset.x
        kept = layout.kept if layout.kept is not None and x > layout.kept.start and self.kept else None
        left = x + (kept.cells if kept is not None else 0)
        for place, slot in enumerate(layout.slots):
            # 96.25% without its first digit is another figure.
            begin, end = slot.start + slot.lead, slot.start + slot.lead + slot.width
            is_cut = begin < left < end or begin < x + width < end
            if slot.right and is_cut and slot.column != self.cursor_column:
                cells[place] = Strip.blank(slot.cells, style)
        strip = Strip.join(cells)
        if kept is not None:
            return Strip.join([cells[layout.place(kept.column)], strip.crop_extend(left, x + width, style)])
        return strip.crop_extend(x, x + width, style)
