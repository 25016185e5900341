"""What is known of a name, beside the list of names; what does not fit is cut (the panel of `i` has it all)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.typeset.fit import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.name_labels import CardLine


class NameCard(Widget):
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--heading", "card--plain"}

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[CardLine] = ()

    def show(self, lines: Sequence[CardLine]) -> None:
        self._lines = lines
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self.get_component_rich_style("card--plain")
        if y >= len(self._lines):
            return Strip.blank(width, plain)
        line = self._lines[y]
        style = self.get_component_rich_style("card--heading") if line.is_heading else plain
        return Strip([Segment(fit(line.text, width), style)]).crop_extend(0, width, plain)
