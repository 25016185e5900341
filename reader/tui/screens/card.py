"""One row of a table as a card: every column's name, and its cell in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _
from reader.ranking.columns import name_column
from reader.tui.bindings import bindings_of
from reader.tui.styling import LATER
from reader.tui.titles import title
from reader.tui.widgets.line_view import LineView
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.tui.widgets.ranking_grid import RankingGrid


class CardScreen(ModalScreen[bool], inherit_bindings=False):
    """The row under the cursor of a grid, which moves along; dismissed with whether to go to its place in print.

    Columns that are hidden are on the card too.
    """

    SCOPE = Scope.CARD
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "LineView"
    CSS_PATH = LATER

    def __init__(self, grid: RankingGrid) -> None:
        super().__init__()
        self._grid = grid
        self.lines = LineView(())

    def compose(self) -> ComposeResult:
        self.lines.border_subtitle = _("↑ ↓ other rows, Esc closes")
        self._show()
        yield self.lines

    def _show(self) -> None:
        grid, table = self._grid, self._grid.table
        row = grid.printed_row
        if row is None:
            return
        cells = table.rows[row]
        self.lines.show([(safe(name) or "□", safe(cell.text)) for name, cell in zip(table.columns, cells, strict=True)])
        name = name_column(grid.ranking.columns)
        where = _("row {row} of {rows}").format(row=grid.place, rows=len(grid.arrangement.rows))
        self.lines.border_title = title(f"{safe(cells[name.index].text)} · {where}" if name else where)

    def action_card_next(self) -> None:
        self._grid.move_row(1)
        self._show()

    def action_card_previous(self) -> None:
        self._grid.move_row(-1)
        self._show()

    def action_table_page_down(self) -> None:
        self.lines.page(1)

    def action_table_page_up(self) -> None:
        self.lines.page(-1)

    def action_close_card(self) -> None:
        self.dismiss(False)

    def action_to_print(self) -> None:
        self.dismiss(True)
