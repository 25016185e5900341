"""What is done to the screen of a terminal that gives ambiguous characters two cells (see `reader.typeset.ambiguous`).

Every strip of every widget passes the filter before it is painted: page text, frames, marks, what is typed, and what
Textual draws of its own, such as the palette.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from reader.typeset.ambiguous import with_stand_ins

if TYPE_CHECKING:
    from textual.color import Color


class StandIns(LineFilter):
    """Lets no ambiguous character through that has a stand-in."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(with_stand_ins(text), style, control) for text, style, control in segments]


class WholeCells(ScrollBarRender):
    """A scroll bar that ends where a cell does: eighths of a cell are ambiguous."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.VERTICAL_BARS)
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * len(ScrollBarRender.HORIZONTAL_BARS)
