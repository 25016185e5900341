"""A ranking table in full: fixed header, a name column that stays in view, a cursor, rows in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.grid.selecting import SelectingGrid

if TYPE_CHECKING:
    from collections.abc import Sequence


class RankingGrid(SelectingGrid):
    """The grid of a screen; see `reader.tui.grid` for its parts."""

    @property
    def order(self) -> Sequence[int]:
        """Indices in the table of the rows in view, from the top; summary rows are not among them."""
        return self.arrangement.rows
