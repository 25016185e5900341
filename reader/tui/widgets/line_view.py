"""Pairs of a short and a long text to read through: keys and what they do, files and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.typeset.breaking import break_rows
from reader.typeset.fit import pad
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Line(NamedTuple):
    term: str
    text: str


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """The short texts in a column of their own, the long ones beside them, broken to the width."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--term", "line--text"}

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = pairs
        self._lines: list[_Line] = []
        self._term_width = 0
        self._width = 0

    def show(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other pairs, from the first."""
        self._pairs = pairs
        self._break(self._width)
        self.virtual_size = Size(self._width, len(self._lines))
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def move(self, step: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)

    def page(self, direction: int) -> None:
        self.move(direction * max(1, self.scrollable_content_region.height - 1))

    def to_first(self) -> None:
        self.scroll_to(y=0, animate=False)

    def to_last(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def _break(self, width: int) -> None:
        self._width = width
        widest = max((cell_width(term) for term, _text in self._pairs), default=0)
        self._term_width = min(widest, max(1, width // 2))
        room = max(1, width - self._term_width - 2)
        self._lines = []
        for term, text in self._pairs:
            rows = [text[row.start : row.end] for row in break_rows(text, room, hang=0)]
            self._lines.append(_Line(term, rows[0] if rows else ""))
            self._lines += [_Line("", row) for row in rows[1:]]

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        width = size.width - self.styles.gutter.width - self.styles.scrollbar_size_vertical
        if width != self._width:
            self._break(width)
            self.set_reactive(Widget.virtual_size, Size(width, len(self._lines)))
        return super()._size_updated(size, virtual_size, container_size, layout)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        text_style = self.get_component_rich_style("line--text")
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._lines):
            return Strip.blank(width, text_style)
        line = self._lines[index]
        term = Segment(pad(line.term, self._term_width) + "  ", self.get_component_rich_style("line--term"))
        return Strip([term, Segment(line.text, text_style)]).crop_extend(0, width, text_style)
