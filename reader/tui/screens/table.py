"""A ranking table in full, to be looked through and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _
from reader.ranking.columns import score_column
from reader.ranking.sorting import Ranking, SortKey
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.one_line import OneLine
from reader.tui.widgets.ranking_grid import RankingGrid
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model import Article
    from reader.tui.cell_marks import CellMarks
    from reader.tui.screens.moving import Movable


class TableScreen(Moving, Screen[None], inherit_bindings=False):
    """One table of an article at a time."""

    SCOPE = Scope.TABLE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "RankingGrid"

    def __init__(self, article: Article, index: int, marks: CellMarks) -> None:
        super().__init__()
        self._article = article
        self._index = index
        self.heading = OneLine(id="heading")
        self._ranking = Ranking(article.tables[index])
        self.grid = RankingGrid(self._ranking, marks)
        self.cell = OneLine(id="cell")
        self.bar = CommandBar(Scope.TABLE)

    @property
    def moved(self) -> Movable:
        return self.grid

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.grid
        yield self.cell
        yield self.bar

    def on_mount(self) -> None:
        self._name_table()
        self._name_cell()

    def on_ranking_grid_moved(self) -> None:
        self._name_cell()

    def _name_table(self) -> None:
        table = self.grid.table
        title = table.title.text if table.title else self._article.title
        caption = f" {table.caption.text}" if table.caption else ""
        count = len(self._article.tables)
        number = f" ({self._index + 1}/{count})" if count > 1 else ""
        self.heading.say(safe(title + caption) + number)

    def _name_cell(self) -> None:
        """Say under the table where the cursor is and what stands there in full."""
        grid = self.grid
        row = grid.printed_row
        if row is None:
            self.cell.say(_("No rows"))
            return
        where = _("row {row} of {rows}").format(row=grid.cursor_row + 1, rows=len(grid.table.rows))
        name = safe(grid.table.columns[grid.cursor_column])
        text = safe(grid.table.rows[row][grid.cursor_column].text)
        self.cell.say(f"{where} · {name} · {text}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_table":
            return len(self._article.tables) > 1
        return True

    def action_left(self) -> None:
        self.grid.move_column(-1)

    def action_right(self) -> None:
        self.grid.move_column(1)

    def action_sort_score(self) -> None:
        score = score_column(self._ranking.columns)
        if score is None:
            self.bar.say(_("No column of figures to sort by"))
            return
        before = self.grid.sorted_by
        self._sort(score.index, not (before and before.column == score.index and before.descending))

    def action_sort_up(self) -> None:
        self._sort(self.grid.cursor_column, False)

    def action_sort_down(self) -> None:
        self._sort(self.grid.cursor_column, True)

    def action_printed_order(self) -> None:
        self.bar.say("")
        self.grid.reorder(range(len(self.grid.table.rows)), None)

    def action_next_table(self) -> None:
        self._index = (self._index + 1) % len(self._article.tables)
        self.bar.say("")
        self._ranking = Ranking(self._article.tables[self._index])
        self.grid.show(self._ranking)
        self._name_table()

    def action_plot(self) -> None:
        from reader.tui.screens.plot import PlotScreen

        rows = [row for row in self.grid.order if row not in self.grid.table.summary]
        plot = PlotScreen.of(self._ranking, rows, self.grid.cursor_column, self.grid.printed_row, self.heading.text)
        if plot is None:
            self.bar.say(_("No column of figures to draw"))
        else:
            self.app.push_screen(plot)

    def action_close(self) -> None:
        self.dismiss()

    def _sort(self, column: int, descending: bool) -> None:
        if not self.grid.table.columns:
            return
        key = SortKey(column, descending)
        self.grid.cursor_column = column
        self.grid.reorder(self._ranking.order([key]), key)
        template = _("by {column}, largest first") if descending else _("by {column}, smallest first")
        self.bar.say(template.format(column=safe(self.grid.table.columns[column])))
