"""What is done to the screen of a terminal that gives ambiguous characters two cells (see `reader.typeset.ambiguous`).

Page text has its stand-ins before it is laid out (`reader.tui.labels.safe`). The filter here is for all the rest, ours
and Textual's: frames, marks, ellipses, the palette, what is typed. Every strip of every widget passes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from reader.typeset.ambiguous import painted

if TYPE_CHECKING:
    from textual.color import Color


class StandIns(LineFilter):
    """Paints no ambiguous character that has a stand-in, whoever drew it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(painted(text), style, control) for text, style, control in segments]


class WholeCells(ScrollBarRender):
    """A scroll bar that ends where a cell does: eighths of a cell are ambiguous."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.VERTICAL_BARS)
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.HORIZONTAL_BARS)
