"""A column of figures as bars, one row each; only those in view are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.plot.bars import draw, lay_out
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.plot.bars import Bar, Layout


class BarList(RowList):
    """Label, bar, figure; the cursor is on a row."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._layout: tuple[int, Layout] | None = None

    def show(self, bars: Sequence[Bar], cursor: int) -> None:
        """Draw other bars, those in view staying there where they are as many."""
        y = self.scroll_offset.y if len(bars) == len(self._bars) else 0
        self._bars, self._layout = bars, None
        self.items_changed(cursor)
        self.scroll_to(y=y, animate=False)
        self._bring_into_view()

    def go(self, cursor: int) -> None:
        self._go(cursor, 1)

    def item_count(self) -> int:
        return len(self._bars)

    def render_line(self, y: int) -> Strip:
        width, index = self.scrollable_content_region.width, y + self.scroll_offset.y
        plain = self.get_component_rich_style("rows--plain")
        if not 0 <= index < len(self._bars):
            return Strip.blank(width, plain)
        if self._layout is None or self._layout[0] != width:
            self._layout = (width, lay_out(self._bars, width))
        row = draw(self._bars[index], self._layout[1])
        fill = self.get_component_rich_style("rows--heading")
        if index == self.cursor:
            over = self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--idle", partial=True)
            plain, fill = plain + over, fill + over
        return Strip([Segment(row.label, plain), Segment(row.bar, fill), Segment(row.text, plain)]).crop_extend(
            0, width, plain
        )
