"""Names of the archive, one a line, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.name_labels import days_label, type_label
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.breaking import break_rows
from reader.typeset.fit import pad
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from reader.search.roster import Roster, RosterName

_TYPE, _COUNT, _DAYS = 7, 9, 23
"""Cells of the columns behind the name."""
_ALL_FROM, _COUNTS_FROM = 70, 40
"""Cells from which there is room for the days too, and for both counts."""


class NameList(RowList):
    """Its items are places of a roster; without any, a sentence says why."""

    def __init__(self) -> None:
        super().__init__()
        self.roster: Roster | None = None
        self.places: Sequence[int] = ()
        self._why_none = ""

    @property
    def place(self) -> int | None:
        """The name under the cursor, by its place in the roster."""
        return self.places[self.cursor] if self.cursor < len(self.places) else None

    @property
    def name_at_cursor(self) -> RosterName | None:
        place = self.place
        return None if place is None or self.roster is None else self.roster.names[place]

    def show(self, roster: Roster, places: Sequence[int], cursor: int, why_none: str) -> None:
        """Show other names from the top, or as far down as the cursor needs."""
        self.roster, self.places, self._why_none = roster, places, why_none
        self.items_changed(cursor)

    def show_anew(self, roster: Roster, places: Sequence[int], cursor: int, why_none: str) -> None:
        """Show what has become of the names, the one under the cursor standing still."""
        above = self.cursor - self.scroll_offset.y
        self.show(roster, places, cursor, why_none)
        self.scroll_to(y=max(0, self.cursor - above), animate=False)
        self._bring_into_view()

    def item_count(self) -> int:
        return len(self.places)

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        assert self.roster is not None  # noqa: S101 - it has come with the items
        name = self.roster.names[self.places[index]]
        counts = str(name.mentions), str(name.articles)
        days = days_label(name.first, name.last)
        right = _columns(width, type_label(name.name.type), counts, days)
        return [ListLine(Piece(safe(name.name.text)), Piece(right))]

    def render_line(self, y: int) -> Strip:
        if self.places or not self._why_none:
            return super().render_line(y)
        from rich.segment import Segment
        from textual.strip import Strip

        width, style = self.scrollable_content_region.width, self.get_component_rich_style("rows--quiet")
        rows = [self._why_none[row.start : row.end] for row in break_rows(self._why_none, max(1, width), hang=0)]
        text = rows[y - 1] if 0 < y <= len(rows) else ""
        return Strip([Segment(text, style)]).crop_extend(0, width, style)


def column_heads(width: int) -> str:
    """The line over the list, `width` cells wide as that is."""
    right = " " + _columns(width, _("Type"), (_("Mentions"), _("Articles")), _("First – last day"))
    return pad(_("Name"), width - _cells(width)) + right


def _columns(width: int, type_: str, counts: tuple[str, str], days: str) -> str:
    mentions, articles = (pad(count, _COUNT, right=True) for count in counts)
    if width < _COUNTS_FROM:
        return articles
    left = pad(type_, _TYPE) + mentions + articles
    return left if width < _ALL_FROM else f"{left}  {pad(days, _DAYS)}"


def _cells(width: int) -> int:
    """Cells of the columns with the blank before them."""
    return 1 + (_COUNT if width < _COUNTS_FROM else _TYPE + 2 * _COUNT + (2 + _DAYS) * (width >= _ALL_FROM))
