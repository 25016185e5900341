"""A ranking table in full: fixed header, a name column that stays in view, a cursor, rows in any order."""

from __future__ import annotations

from reader.tui.grid.selecting import SelectingGrid


class RankingGrid(SelectingGrid):
    """The grid of a screen; see `reader.tui.grid` for its parts."""
