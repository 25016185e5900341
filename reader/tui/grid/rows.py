"""The lines of a grid as they are painted: header, rows, group headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.grid.bars import HIGH, LOW, tail
from reader.tui.grid.layout import GAP
from reader.tui.grid.sentences import DOWN, UP, figure, unit_of
from reader.typeset.fit import fit, pad
from reader.typeset.labels import safe
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rich.style import Style

    from reader.ranking.arrangement import ColumnFigures
    from reader.ranking.sorting import Ranking, SortKey
    from reader.ranking.view import Group
    from reader.tui.cell_marks import CellMarks
    from reader.tui.grid.layout import ColumnLayout, Slot

FOLDED, UNFOLDED = "▸", "▾"


class Looks(NamedTuple):
    """Styles of what is painted."""

    cell: Style
    header: Style
    header_cursor: Style
    row: Style
    """Laid over the row the cursor is in."""
    cursor: Style
    summary: Style
    group: Style
    selection: Style
    high: Style
    low: Style
    """Laid over figures of the highest and the lowest tenth."""
    bar: Style


class RowPainter(NamedTuple):
    """Paints cells in their slots; all of it is true of one table, looked at in one way."""

    ranking: Ranking
    layout: ColumnLayout
    marks: CellMarks
    looks: Looks
    figures: ColumnFigures | None
    """Of the column with bars, as far as they are known."""
    rises: Mapping[int, int] | None
    """By how many places rows have risen, when that is shown."""

    def header(self, line: int, keys: Sequence[SortKey], cursor: int) -> list[Strip]:
        """One line of the header; on the last one stand the directions sorted in, numbered where there are several."""
        layout, looks = self.layout, self.looks
        signs = {}
        if line == layout.header_height - 1:
            for number, key in enumerate(keys, 1):
                direction = DOWN if key.descending else UP
                signs[key.column] = f"{direction}{number}" if len(keys) > 1 else direction
        strips = []
        for slot, header in zip(layout.slots, layout.headers, strict=True):
            style = looks.header_cursor if slot.column == cursor else looks.header
            text = pad(header[line], slot.width, right=slot.right)
            # The sign stands beside the name, over the bar if there is one.
            after = pad(signs.get(slot.column, ""), slot.tail + GAP)
            segments = [Segment(" " * slot.lead, looks.header), Segment(text, style), Segment(after, looks.header)]
            strips.append(Strip(segments, slot.cells))
        return strips

    def row(self, row: int, look: Style, cursor: int | None, selected: Collection[int]) -> list[Strip]:
        """A row of the table; `cursor` and `selected` are columns."""
        return [self._cell(row, slot, look, cursor, selected) for slot in self.layout.slots]

    def _cell(self, row: int, slot: Slot, look: Style, cursor: int | None, selected: Collection[int]) -> Strip:
        looks, cell = self.looks, self.ranking.table.rows[row][slot.column]
        text = fit(safe(cell.text), slot.width)
        blanks = slot.width - cell_width(text)
        before = blanks if slot.right else 0
        behind = ""
        style = look
        if slot.tail:
            behind = tail(self.ranking.number(row, slot.column), self.figures)
            style = look + {HIGH: looks.high, LOW: looks.low}[behind[0]] if behind[0] in (HIGH, LOW) else look
        if slot.column == cursor:
            style = looks.cursor
            texts = [Segment(text, style)]
        elif slot.column in selected:
            style = looks.selection
            texts = [Segment(text, style)]
        else:
            texts = self.marks.segments(cell, text, style)
        segments = [Segment(" " * before, style), *texts, Segment(" " * (blanks - before), style)]
        if slot.lead:
            segments.insert(0, Segment(pad(self._rise(row), slot.lead), look))
        if behind:
            segments += [Segment(behind[0], look), Segment(behind[1:], look + looks.bar)]
        segments.append(Segment(" " * GAP, look))
        return Strip(segments, slot.cells)

    def _rise(self, row: int) -> str:
        rise = self.rises.get(row) if self.rises is not None else None
        if rise is None:
            return ""
        return "=" if rise == 0 else f"↑{rise}" if rise > 0 else f"↓{-rise}"

    def group(
        self, group: Group, means: Mapping[int, float], look: Style, cursor: int | None, *, folded: bool
    ) -> list[Strip]:
        """A group's heading: its value and the number of its rows in the column that stays, means in the others."""
        strips = []
        for slot in self.layout.slots:
            style = self.looks.cursor if slot.column == cursor else look
            if self.layout.kept is not None and slot.column == self.layout.kept.column:
                count = f" ({len(group.rows)})"
                name = fit(safe(group.value) or "□", slot.lead + slot.width - cell_width(count) - 2)
                text = pad(f"{FOLDED if folded else UNFOLDED} {name}{count}", slot.lead + slot.width)
            else:
                mean = means.get(slot.column)
                unit = unit_of(self.ranking.columns[slot.column])
                text = pad("" if mean is None else figure(mean, unit), slot.width, right=True)
            strips.append(Strip([Segment(text, style), Segment(" " * (slot.tail + GAP), look)], slot.cells))
        return strips
