"""A list painted line by line: only what is in view costs anything, whether it has ten items or a million."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.typeset.fit import fit
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class Piece(NamedTuple):
    """Text in one of the list's component styles; the style `over` shows on the row of the cursor, too."""

    text: str
    style: str = "rows--plain"
    over: str = ""


class ListLine(NamedTuple):
    """One line of an item: `left`, and what follows it, is cut where `right`, set at the right edge, begins."""

    left: Piece
    right: Piece = Piece("")
    more: tuple[Piece, ...] = ()


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list with a cursor. Sub-classes say what the items are and how they are drawn."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--plain",
        "rows--quiet",
        "rows--heading",
        "rows--cursor",
        "rows--idle",
        "rows--hit",
    }

    class Moved(Message):
        """The reader has moved the cursor to another item."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            return self.rows

    class Chosen(Moved):
        """The reader wants to go into an item."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cursor = 0
        self.item_height = 1
        self._width = 0

    def item_count(self) -> int:
        raise NotImplementedError

    def is_heading(self, index: int) -> bool:
        """Whether an item parts others and cannot be chosen."""
        return False

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        """The `item_height` lines of an item."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """Lines an item takes when the list is `width` cells wide."""
        return 1

    def items_changed(self, cursor: int) -> None:
        """Take up new items, with the cursor on the given one or the first after it that can be chosen."""
        self.cursor = self._settle(cursor, 1)
        self._measure(self._width)
        self.scroll_to(y=0, animate=False)
        self._bring_into_view()
        self.refresh()

    def move(self, step: int) -> bool:
        """Move the cursor by a number of items, stopping at either end; whether it went anywhere."""
        before = self.cursor
        self._go(self.cursor + step, 1 if step > 0 else -1)
        return self.cursor != before

    def page(self, direction: int) -> None:
        self.move(direction * max(1, self.scrollable_content_region.height // self.item_height - 1))

    def to_first(self) -> None:
        self._go(0, 1)

    def to_last(self) -> None:
        self._go(self.item_count() - 1, -1)

    def choose(self) -> None:
        if self.item_count():
            self.post_message(self.Chosen(self, self.cursor))

    def _go(self, index: int, direction: int) -> None:
        index = self._settle(index, direction)
        if index != self.cursor:
            self.cursor = index
            self._bring_into_view()
            self.refresh()
            self.post_message(self.Moved(self, index))

    def _settle(self, index: int, direction: int) -> int:
        """The nearest item to `index` that can be chosen, sought in `direction` first."""
        last = self.item_count() - 1
        start = min(max(index, 0), max(last, 0))
        for step in (direction, -direction):
            index = start
            while 0 <= index <= last:
                if not self.is_heading(index):
                    return index
                index += step
        return start

    def _bring_into_view(self) -> None:
        height = self.scrollable_content_region.height
        # The heading over the first item of a group comes into view with it.
        top_item = self.cursor - 1 if self.cursor and self.is_heading(self.cursor - 1) else self.cursor
        top, bottom = top_item * self.item_height, (self.cursor + 1) * self.item_height
        if self.scroll_offset.y > top:
            self.scroll_to(y=top, animate=False)
        elif height and self.scroll_offset.y + height < bottom:
            self.scroll_to(y=bottom - height, animate=False)

    def _measure(self, width: int) -> None:
        self._width = width
        self.item_height = self.height_for(width)
        self.virtual_size = Size(width, self.item_count() * self.item_height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Measured here and not on Resize, which comes only after a frame with the old lines has been painted.
        width = size.width - self.styles.gutter.width - self.styles.scrollbar_size_vertical
        if width != self._width:
            self._width = width
            self.item_height = self.height_for(width)
            self.set_reactive(Widget.virtual_size, Size(width, self.item_count() * self.item_height))
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self._bring_into_view()
        return changed

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index, number = divmod(y + self.scroll_offset.y, self.item_height)
        plain = self.get_component_rich_style("rows--plain")
        if not 0 <= index < self.item_count():
            return Strip.blank(width, plain)
        line = self.item_lines(index, width)[number]
        over = None
        if index == self.cursor and not self.is_heading(index):
            over = self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--idle", partial=True)
        right = Piece(f" {line.right.text}" if line.right.text else "", line.right.style)
        room = width - cell_width(right.text)
        pieces = _cut((line.left, *line.more), room)
        gap = Piece(" " * (room - sum(cell_width(piece.text) for piece in pieces)))
        segments = [Segment(one.text, self._style(one, over)) for one in (*pieces, gap, right) if one.text]
        return Strip(segments, width).crop(0, width)

    def _style(self, piece: Piece, cursor: Style | None) -> Style:
        style = self.get_component_rich_style(piece.style)
        over = self.get_component_rich_style(piece.over, partial=True) if piece.over else Style.null()
        if cursor is None:
            return style + over
        if cursor.reverse and over.reverse:
            # What is reversed on a row that is reversed, as without colours, stands out by not being so.
            over += Style(reverse=False)
        return style + cursor + over

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self.item_height
        if 0 <= index < self.item_count() and not self.is_heading(index):
            if index == self.cursor and event.chain > 1:
                self.choose()
            else:
                self._go(index, 1)


def _cut(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """As much of some pieces, one behind the other, as there is room for."""
    if len(pieces) == 1:
        return [pieces[0]._replace(text=fit(pieces[0].text, room))]
    found: list[Piece] = []
    whole = fit("".join(piece.text for piece in pieces), room)
    for piece in pieces:
        found.append(piece._replace(text=whole[: len(piece.text)]))
        whole = whole[len(piece.text) :]
    return found
