"""A screen with a grid, and the view of the table that is shown in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _
from reader.ranking.arrangement import arrange, column_figures
from reader.ranking.view import View
from reader.tui.grid.arranged import AT_ONCE
from reader.tui.startup import PATIENCE
from reader.tui.styling import LATER
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.ranking_grid import RankingGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.ranking.arrangement import Arrangement
    from reader.ranking.sorting import Ranking
    from reader.tui.cell_marks import CellMarks
    from reader.tui.grid.changing import GridState


class PrintedRow(NamedTuple):
    """Where a row is printed: the number of its table in the article, of the row in it, an offset in the page."""

    table: int
    row: int
    offset: int
    name: str
    """Who or what the row is about, safe to paint."""


class TableViews(Screen["PrintedRow | None"], inherit_bindings=False):
    """Arranges the table as `view` says, at once or, when it has very many rows, in a thread while keys go on."""

    CSS_PATH = LATER

    def __init__(self, ranking: Ranking, marks: CellMarks) -> None:
        super().__init__()
        self.grid = RankingGrid(ranking, marks)
        self.bar = CommandBar(Scope.TABLE)
        self.view = View()
        """What the reader has asked for; what is shown, `grid.arrangement.view`, may be behind."""
        self._waiting: Timer | None = None

    def load(self, ranking: Ranking) -> None:
        """Show another table, in printed order."""
        self.view = View()
        self.stop_waiting()
        self.grid.show(ranking)

    def return_to(self, state: GridState) -> None:
        """Show the table as it was when it was left."""

        def back() -> None:
            self.call_after_refresh(lambda: self.grid.scroll_to(*state.scroll, animate=False))

        self.see(state.view, row=state.row, then=back)

    def see(self, view: View, *, row: int | None = None, then: Callable[[], None] | None = None) -> None:
        """Show the table in another way, with the cursor on `row` if it is given; `then` is called when it is shown."""
        self.view = view
        ranking = self.grid.ranking
        if len(ranking.table.rows) <= AT_ONCE:
            self._seen(arrange(ranking, view), row, then)
            return
        if self._waiting is None:
            self._waiting = self.set_timer(PATIENCE, self.say_working)

        def work() -> None:
            arrangement = arrange(ranking, view)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(arrived, arrangement)

        def arrived(arrangement: Arrangement) -> None:
            # The reader may have asked for something else by now, whose rows are to come.
            if self.grid.ranking is ranking and self.view is view:
                self._seen(arrangement, row, then)

        self.run_worker(work, thread=True, exclusive=True, group="arrange")

    def say_working(self) -> None:
        """Tell a reader who waits."""
        self.bar.say(_("working …"))

    def _seen(self, arrangement: Arrangement, row: int | None, then: Callable[[], None] | None) -> None:
        self.stop_waiting()
        self.grid.rearrange(arrangement, row)
        self.refresh_bindings()
        if then is not None:
            then()

    @property
    def is_waiting(self) -> bool:
        return self._waiting is not None

    def stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self.bar.say("")

    def on_arranged_grid_figures_wanted(self, event: RankingGrid.FiguresWanted) -> None:
        grid, arrangement = self.grid, self.grid.arrangement
        ranking, column = grid.ranking, event.column

        def work() -> None:
            figures = column_figures(ranking, arrangement.rows, column)
            with suppress(RuntimeError):
                self.app.call_from_thread(grid.know_figures, arrangement, column, figures)

        self.run_worker(work, thread=True, group="figures")
