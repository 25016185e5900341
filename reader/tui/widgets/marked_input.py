"""A line to type in, in which nothing that is typed, pasted or remembered reaches the terminal but as a mark."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import Input

from reader.gate import visible


class MarkedInput(Input):
    """`value` is what was typed; what is painted of it has a cell for each character that a terminal would obey."""

    @property
    def _value(self) -> Text:
        text = Text(visible(self.value, keep=""), no_wrap=True, overflow="ignore", end="")
        return self.highlighter(text) if self.highlighter is not None else text

    def _position_to_cell(self, position: int) -> int:
        return cell_len(visible(self.value[:position], keep=""))
