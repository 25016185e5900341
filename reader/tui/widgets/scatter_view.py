"""Two columns of figures as points in braille, with one of them under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.plot.scatter import nearest, scatter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from reader.plot.scatter import Drawing, Point


class ScatterView(Widget, can_focus=True, inherit_bindings=False):
    """The cursor goes from point to point in the order they are given in. Drawn anew only for other points or another
    size."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"scatter--axis", "scatter--points", "scatter--cursor"}

    class Moved(Message):
        """The cursor is on another point."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0
        self._points: Sequence[Point] = ()
        self._drawn: tuple[Size, Drawing] | None = None

    def show(self, points: Sequence[Point], cursor: int) -> None:
        self._points, self._drawn = points, None
        self.cursor = min(max(cursor, 0), max(len(points) - 1, 0))
        self.refresh()

    def move(self, step: int) -> None:
        self.go(self.cursor + step)

    def page(self, direction: int) -> None:
        self.go(self.cursor + direction * 10)

    def to_first(self) -> None:
        self.go(0)

    def to_last(self) -> None:
        self.go(len(self._points) - 1)

    def go(self, cursor: int) -> None:
        self.cursor = min(max(cursor, 0), max(len(self._points) - 1, 0))
        self.refresh()
        self.post_message(self.Moved())

    @property
    def _drawing(self) -> Drawing:
        size = self.content_size
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, scatter(self._points, size.width, size.height))
        return self._drawn[1]

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        axis, points = (self.get_component_rich_style(f"scatter--{part}") for part in ("axis", "points"))
        drawing = self._drawing
        if y >= len(drawing.rows):
            return Strip.blank(width, axis)
        row = drawing.rows[y]
        field = len(row)
        if y < len(drawing.rows) - 2:
            field = next((at + 1 for at, sign in enumerate(row) if sign in "│┤"), field)
        segments = [Segment(row[:field], axis), Segment(row[field:], points)]
        strip = Strip([segment for segment in segments if segment.text])
        if self._points:
            column, line = drawing.cells[self.cursor]
            if line == y:
                cursor = self.get_component_rich_style("scatter--cursor")
                marked = Strip([Segment(row[column : column + 1], cursor)])
                strip = Strip.join([strip.crop(0, column), marked, strip.crop(column + 1)])
        return strip.crop_extend(0, width, axis)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        at = None if offset is None else nearest(self._drawing, offset.x, offset.y)
        if at is not None:
            self.go(at)
