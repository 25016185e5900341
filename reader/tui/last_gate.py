"""What no widget paints past: the gate once more, between everything on the screen and the terminal.

Page text is marked where it is set (`reader.typeset.labels`), so that rows are as wide as they look. Whatever comes
another way – what is typed or pasted, messages, what Textual draws of its own, such as the palette – passes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from reader.gate import visible

if TYPE_CHECKING:
    from textual.color import Color


class LastGate(LineFilter):
    """Lets nothing through that a terminal obeys or hides, and no link. A row keeps its width: a mark stands for what
    has a cell, and what has none is left out."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        text = "".join([one.text for one in segments])
        if visible(text, keep="") is text and not any(one.style and one.style.link for one in segments):
            return segments
        return [_harmless(one) for one in segments]


def _harmless(segment: Segment) -> Segment:
    text, style, control = segment
    marked = visible(text, keep="")
    if marked is not text:
        text = "".join(mark for ch, mark in zip(text, marked, strict=True) if ch == mark or cell_len(ch))
    return Segment(text, style.update_link(None) if style and style.link else style, control)
