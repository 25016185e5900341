"""A block of cells selected, with the mouse or with keys; what the mouse does besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.ranking.statistics import Statistics, statistics
from reader.tui.grid.changing import ChangingGrid

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events
    from textual.timer import Timer

    from reader.ranking.arrangement import Arrangement

SCROLL_EVERY = 0.05
"""Seconds between two rows while the mouse is held beyond the edge."""


class Corner(NamedTuple):
    """A line, and a place among the columns shown."""

    line: int
    place: int


class Block(NamedTuple):
    """Cells between two corners, both of them with it: lines and table columns."""

    lines: range
    columns: tuple[int, ...]


class SelectingGrid(ChangingGrid, inherit_bindings=False):
    class HeaderClicked(Message):
        def __init__(self, column: int, *, more: bool) -> None:
            super().__init__()
            self.column = column
            self.more = more
            """Shift was held."""

    _anchor: Corner | None = None
    """Where the selection began; its other end is the cursor."""
    _held = False
    """The mouse button is down: columns stay where they are, so that the cell pointed at does."""
    _dragged = False
    _edge: Timer | None = None
    _pointer = (0, 0)

    # The block.

    @property
    def block(self) -> Block | None:
        """What is selected."""
        if self._anchor is None or not self.layout_of_columns.slots:
            return None
        here = self._here()
        top, bottom = sorted((self._anchor.line, here.line))
        first, last = sorted((self._anchor.place, here.place))
        slots = self.layout_of_columns.slots[first : last + 1]
        return Block(range(top, bottom + 1), tuple(slot.column for slot in slots))

    def _here(self) -> Corner:
        return Corner(self.cursor_row, self.layout_of_columns.place(self.cursor_column))

    def block_rows(self) -> list[int]:
        """The rows of the table with selected cells, in the order they are shown; headings of groups are none."""
        block = self.block
        return [] if block is None else [row for line in block.lines if (row := self._lines[line]) >= 0]

    def block_statistics(self) -> Statistics:
        block, rows = self.block, self.block_rows()
        columns = block.columns if block is not None else ()
        return statistics(self.ranking.number(row, column) for row in rows for column in columns)

    def select_nothing(self) -> bool:
        """Give up the selection; false when there was none."""
        had, self._anchor = self._anchor is not None, None
        if had:
            self.refresh()
            self.post_message(self.Moved())
        return had

    def extend(self, down: int, right: int) -> None:
        """Move the selection's end, from the cursor when nothing is selected yet."""
        slots = self.layout_of_columns.slots
        if not slots or not self.lines:
            return
        anchor = self._anchor or self._here()
        place = min(max(self._here().place + right, 0), len(slots) - 1)
        self._go_from(anchor, self.cursor_row + down, slots[place].column)

    def _go_from(self, anchor: Corner, row: int, column: int) -> None:
        super().go(row, column)
        self._anchor = anchor
        self.refresh()

    def go(self, row: int, column: int, *, centre: bool = False) -> None:
        if self._anchor is not None:
            self._anchor = None
            self.refresh()
        super().go(row, column, centre=centre)

    def _take(self, arrangement: Arrangement) -> None:
        self._anchor = None
        super()._take(arrangement)

    def selected_columns(self, position: int) -> Collection[int]:
        block = self.block
        return block.columns if block is not None and position in block.lines else ()

    def column_changed(self) -> None:
        if not self._held:
            super().column_changed()
        else:
            self.paint_anew()

    # The mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if event.button != 1 or offset is None or not self.layout_of_columns.slots:
            return
        found = self._cell_under(offset.x, offset.y)
        if found is None:
            return
        self._held, self._dragged = True, False
        if event.shift:
            self._go_from(self._anchor or self._here(), *found)
        else:
            self.go(*found)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not self._held:
            return
        self._pointer = (event.x - self.gutter.left, event.y - self.gutter.top)
        self._drag()
        y, room = self._pointer[1], self._header_height + self._body_height
        beyond = y < self._header_height or y >= room
        if beyond and self._edge is None:
            self._edge = self.set_interval(SCROLL_EVERY, self._scroll_on)
        elif not beyond:
            self._stop_scrolling()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if not self._held:
            return
        self.release_mouse()
        self._stop_scrolling()
        self._held = False
        self._lay_out()
        self._bring_into_view()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.layout_of_columns.slots:
            return
        if offset.y < self._header_height:
            self.post_message(self.HeaderClicked(self._column_under(offset.x), more=event.shift))
        elif self.group is not None and not self._dragged and self._cell_under(offset.x, offset.y) is not None:
            self.toggle_group()

    def _drag(self) -> None:
        x, y = self._pointer
        width = self.scrollable_content_region.width
        top, bottom = self._header_height, self._header_height + self._body_height - 1
        found = self._cell_under(min(max(x, 0), width - 1), min(max(y, top), bottom), nearest=True)
        if found is None or (found == (self.cursor_row, self.cursor_column) and self._anchor is None):
            return
        self._dragged = True
        self._go_from(self._anchor or self._here(), *found)

    def _scroll_on(self) -> None:
        step = -1 if self._pointer[1] < self._header_height else 1
        self._go_from(self._anchor or self._here(), self.cursor_row + step, self.cursor_column)

    def _stop_scrolling(self) -> None:
        if self._edge is not None:
            self._edge.stop()
            self._edge = None

    def _cell_under(self, x: int, y: int, *, nearest: bool = False) -> tuple[int, int] | None:
        """Line and column under a cell of the screen; None on the header, at the foot and below the last line."""
        line = y - self._header_height + self.scroll_offset.y
        if nearest:
            line = min(line, self.lines - 1)
        elif y < self._header_height or line >= self.lines or self._foot_line(y) is not None:
            return None
        return line, self._column_under(x)

    def _column_under(self, x: int) -> int:
        kept = self.layout_of_columns.kept
        if kept is not None and self.kept and self.scroll_offset.x > kept.start and x < self.kept:
            return kept.column
        return self.layout_of_columns.under(x + self.scroll_offset.x).column
