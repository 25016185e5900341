"""Ranking tables of the corpus one below the other, or the places of a name in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _
from reader.ranking.standings import Standing
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.fit import fit, pad
from reader.typeset.labels import MIDDLE_DOT, date_label, newspaper_label, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ranking.standings import PlacedTable

ONE_LINE_FROM = 110
"""Cells from which an item takes one line."""
_DATE, _PAPER, _PLACE, _NAME, _SCORE = 16, 14, 8, 28, 16
"""Cells of the columns of such a line."""


class RankingList(RowList):
    """Its items are all of one kind: tables or standings. Only what is in view is looked into."""

    def __init__(self, items: Sequence[PlacedTable] | Sequence[Standing]) -> None:
        super().__init__()
        self._items = items

    @property
    def items(self) -> Sequence[PlacedTable] | Sequence[Standing]:
        return self._items

    @property
    def standing(self) -> Standing | None:
        """The standing under the cursor, if it is standings that are listed."""
        item = self._items[self.cursor] if self._items else None
        return item if isinstance(item, Standing) else None

    @property
    def placed(self) -> PlacedTable | None:
        """The table under the cursor, or that of the standing there."""
        item = self._items[self.cursor] if self._items else None
        return item.placed if isinstance(item, Standing) else item

    def show(self, items: Sequence[PlacedTable] | Sequence[Standing], cursor: int = 0) -> None:
        self._items = items
        self.items_changed(cursor)

    def item_count(self) -> int:
        return len(self._items)

    def height_for(self, width: int) -> int:
        return 1 if width >= ONE_LINE_FROM else 2

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        item = self._items[index]
        return self._standing_lines(item) if isinstance(item, Standing) else self._table_lines(item)

    def _table_lines(self, placed: PlacedTable) -> Sequence[ListLine]:
        date, paper, title = _day(placed), newspaper_label(placed.newspaper), _title(placed)
        size = "{} × {}".format(*placed.size)
        score = _score_name(placed)
        if self.item_height == 1:
            left = f"{pad(date, _DATE)} {pad(paper, _PAPER)} {title}"
            return [ListLine(Piece(left), Piece(f"{size}  {pad(score, _SCORE)}", "rows--quiet"))]
        below = MIDDLE_DOT.join(filter(None, (paper, size, score)))
        return [
            ListLine(Piece(title, "rows--heading"), Piece(date, "rows--quiet")),
            ListLine(Piece(f"  {below}", "rows--quiet")),
        ]

    def _standing_lines(self, standing: Standing) -> Sequence[ListLine]:
        placed = standing.placed
        date, name, score = _day(placed), shown(standing.name), shown(standing.score)
        paper = shown(placed.newspaper) if placed.newspaper else ""
        title, place = MIDDLE_DOT.join(filter(None, (paper, _title(placed)))), place_label(standing)
        if self.item_height == 1:
            left = f"{pad(date, _DATE)} {pad(place, _PLACE, right=True)}  {pad(name, _NAME)} {title}"
            return [ListLine(Piece(left), Piece(f"{fit(score, _SCORE)}  {pad(_score_name(placed), _SCORE)}"))]
        below = MIDDLE_DOT.join(filter(None, (date, title)))
        return [
            ListLine(Piece(f"{pad(place, _PLACE, right=True)}  {name}", "rows--heading"), Piece(score)),
            ListLine(Piece(f"{' ' * _PLACE}  {below}", "rows--quiet"), Piece(_score_name(placed), "rows--quiet")),
        ]


def place_label(standing: Standing) -> str:
    """3/58, or a dash where nothing ranks the row."""
    return f"{standing.place.rank}/{standing.place.of}" if standing.place else "—"


def _day(placed: PlacedTable) -> str:
    return date_label(placed.date, short=True)


def _title(placed: PlacedTable) -> str:
    return shown(placed.title) or _("untitled")


def _score_name(placed: PlacedTable) -> str:
    return fit(shown(placed.score.name.rsplit("/", 1)[-1]), _SCORE) if placed.score else ""
