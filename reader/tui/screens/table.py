"""A ranking table in full, to be looked through and questioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.ranking.sorting import Ranking
from reader.tui.bindings import bindings_of
from reader.tui.grid.sentences import block_line, state_line, statistics_line
from reader.tui.screens.checking import Checking
from reader.tui.screens.moving import Moving
from reader.tui.screens.table_commands import TableCommands
from reader.tui.screens.table_views import PrintedRow
from reader.tui.widgets.one_line import OneLine
from reader.typeset.labels import MIDDLE_DOT, safe

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model import Article, Table
    from reader.tui.cell_marks import CellMarks
    from reader.tui.grid.changing import GridState
    from reader.tui.screens.moving import Movable


class TableScreen(Moving, TableCommands, inherit_bindings=False):
    """One table of an article at a time. Dismissed with the row whose print is to be gone to, or with nothing.

    `states` keeps, by table, how it was left; it is read when a table is shown, and written to.
    """

    SCOPE = Scope.TABLE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "RankingGrid"

    def __init__(
        self, article: Article, index: int, marks: CellMarks, states: MutableMapping[Table, GridState] | None = None
    ) -> None:
        super().__init__(Ranking(article.tables[index]), marks)
        self._article = article
        self._index = index
        self._states: MutableMapping[Table, GridState] = {} if states is None else states
        self.heading = OneLine(id="heading")
        self.state = OneLine(id="state")
        self.cell = OneLine(id="cell")
        self.statistics = OneLine(id="statistics")

    @property
    def moved(self) -> Movable:
        return self.grid

    def compose(self) -> ComposeResult:
        yield self.heading
        yield self.state
        yield self.grid
        yield self.cell
        yield self.statistics
        yield self.bar

    def on_mount(self) -> None:
        self._show_table()

    def _show_table(self) -> None:
        state = self._states.get(self.grid.table)
        self._name_table()
        self.bar.say("")
        if state is not None:
            self.grid.show(self.grid.ranking, state)
            self.return_to(state)
        else:
            self.say_all()

    def on_arranged_grid_moved(self) -> None:
        self.say_all()

    def say_all(self) -> None:
        """Say around the table what has been made of it, where the cursor is, and what its column holds."""
        self.state.say(state_line(self.grid.table, self.grid.arrangement))
        self._name_cell()
        self._say_figures()

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
        row, group = grid.printed_row, grid.group
        if group is not None:
            template = ngettext("{count} row", "{count} rows", len(group.rows))
            self.cell.say(MIDDLE_DOT.join([safe(group.value) or "□", template.format(count=len(group.rows))]))
            return
        if row is None:
            self.cell.say(_("No rows: Esc takes the filter away") if grid.arrangement.view.conditions else _("No rows"))
            return
        where = _("row {row} of {rows}").format(row=grid.place, rows=len(grid.arrangement.rows))
        place = grid.arrangement.places.get(row)
        if place is not None:
            # Who filters for a name wants to know where it stands among all.
            count = len(grid.table.rows) - len(grid.table.summary)
            where += " " + _("(of all: {place} of {count})").format(place=place, count=count)
        name = safe(grid.table.columns[grid.cursor_column])
        text = safe(grid.table.rows[row][grid.cursor_column].text)
        self.cell.say(f"{where} · {name} · {text}")

    def _say_figures(self) -> None:
        grid = self.grid
        if not grid.table.columns:
            self.statistics.say("")
            return
        block = grid.block
        if block is not None:
            columns = [grid.ranking.columns[index] for index in block.columns]
            cells = len(grid.block_rows()) * len(columns)
            self.statistics.say(block_line(columns, cells, grid.block_statistics()))
            return
        column = grid.ranking.columns[grid.cursor_column]
        figures = grid.figures(column.index)
        self.statistics.say("…" if figures is None else statistics_line(column, figures))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_table":
            return len(self._article.tables) > 1
        if action == "check":
            # Not where the table was opened from the list of all, which knows no page.
            return isinstance(self.app.screen_stack[-2], Checking)
        return super().check_action(action, parameters)

    def action_next_table(self) -> None:
        self._keep_state()
        self._index = (self._index + 1) % len(self._article.tables)
        self.load(Ranking(self._article.tables[self._index]))
        self._show_table()

    def action_check(self) -> None:
        """Leave the table for the audit of its page; `t` comes back to it as it is."""
        self.action_leave_table()
        self.app.call_after_refresh(self.app.run_action, "screen.check")

    def action_plot(self) -> None:
        from reader.tui.screens.plot import PlotScreen

        grid = self.grid
        plot = PlotScreen.of(grid.ranking, grid.order, grid.cursor_column, grid.printed_row, self.heading.text)
        if plot is None:
            self.bar.say(_("No column of figures to draw"))
        else:
            self.app.push_screen(plot)

    def action_leave_table(self) -> None:
        self._keep_state()
        self.dismiss(None)

    def leave_for(self, row: int, offset: int, name: str) -> None:
        self._keep_state()
        self.dismiss(PrintedRow(self._index, row, offset, name))

    def _keep_state(self) -> None:
        self._states[self.grid.table] = self.grid.state()
