"""Changes to what a grid shows: another table, another arrangement, groups folded, columns fitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Offset

from reader.ranking.arrangement import Arrangement
from reader.ranking.view import View
from reader.tui.grid.pane import GridPane

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.ranking.sorting import Ranking


@dataclass(frozen=True, slots=True)
class GridState:
    """All that is to be there again when a table is come back to. `row` is that of the table under the cursor."""

    view: View
    row: int | None
    column: int
    scroll: Offset
    fitted: frozenset[int]
    folded: frozenset[str]
    rises_shown: bool


class ChangingGrid(GridPane, inherit_bindings=False):
    """Keeps the reader's row while what is around it changes."""

    def show(self, ranking: Ranking, state: GridState | None = None) -> None:
        """Show a table in printed order, with the cursor on its first name; with `state`, whose view has to be arranged
        afterwards, as it was when it was left."""
        self._load(ranking)
        if state is not None:
            self.cursor_column = state.column
            self._fitted, self._folded, self._rises_shown = state.fitted, state.folded, state.rises_shown
        self.scroll_to(0, 0, animate=False)
        self.refresh()
        self.post_message(self.Moved())

    def rearrange(self, arrangement: Arrangement, row: int | None = None) -> None:
        """Show rows in another way. The cursor stays on its row: a reader who has gone to a row, or found it with a
        filter, wants to know where it stands now. On the first row it stays on the first: what stands on top is wanted
        then. With `row` it goes to that one."""
        found = self.arrangement.view.conditions != arrangement.view.conditions
        if row is None and (self.cursor_row or found):
            row = self.printed_row
        self._take(arrangement)
        try:
            position = self._lines.index(row) if row is not None else 0
        except ValueError:
            position = 0
        self.go(position, self.cursor_column, centre=True)

    def state(self) -> GridState:
        return GridState(
            self.arrangement.view,
            self.printed_row,
            self.cursor_column,
            self.scroll_offset,
            self._fitted,
            self._folded,
            self._rises_shown,
        )

    def fold(self, values: Collection[str]) -> None:
        """Fold the groups with these values, and no others."""
        row, group = self.printed_row, self.group
        self._folded = frozenset(values)
        self._list_lines()
        self._lay_out()
        home = next((one for one in self.arrangement.groups if one is group or row in one.rows), None)
        if row is not None and row in self._lines:
            position = self._lines.index(row)
        else:
            position = self._lines.index(-1 - self.arrangement.groups.index(home)) if home is not None else 0
        self.go(position, self.cursor_column)

    def toggle_group(self) -> None:
        """Fold the group whose heading the cursor is on, or unfold it."""
        if self.group is not None:
            self.fold(self._folded ^ {self.group.value})

    def toggle_all_groups(self) -> None:
        """Fold all groups, or unfold them when all are folded."""
        values = {group.value for group in self.arrangement.groups}
        self.fold(values if values - self._folded else ())

    def toggle_rises(self) -> bool:
        """Show by how much rows have risen since printed order, or stop; whether they are shown now."""
        self._rises_shown = not self._rises_shown
        self._lay_out()
        self._bring_into_view()
        self.refresh()
        return self._rises_shown

    def toggle_width(self) -> bool:
        """Make the column under the cursor as wide as what it holds, or as it was; whether it fits now."""
        self._fitted = self._fitted ^ {self.cursor_column}
        self._lay_out()
        self._bring_into_view()
        self.refresh()
        return self.cursor_column in self._fitted
