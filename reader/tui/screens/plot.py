"""A column of a ranking table as bars, or two as points."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _
from reader.plot.bars import Bar
from reader.plot.scatter import Point
from reader.ranking.columns import name_column, score_column
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.styling import LATER
from reader.tui.widgets.bar_list import BarList
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.one_line import OneLine
from reader.tui.widgets.scatter_view import ScatterView
from reader.typeset.labels import MIDDLE_DOT, safe, shown
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.ranking.sorting import Ranking
    from reader.tui.screens.moving import Movable


class PlotScreen(Moving, Screen[None], inherit_bindings=False):
    """Draws `rows` of a table, in their order. `columns` are the indices of those of figures, at least one; `cursor` is
    the index in `rows` of the row to begin with."""

    SCOPE = Scope.PLOT
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "BarList"
    CSS_PATH = LATER

    def __init__(
        self, ranking: Ranking, rows: Sequence[int], columns: Sequence[int], column: int, cursor: int, title: str
    ) -> None:
        super().__init__()
        self._ranking, self._rows, self._columns, self._table_title = ranking, rows, columns, title
        self._cursor = cursor
        self._up = column
        # What is drawn against it at first: the column before it, which a score is often made of.
        self._across = columns[columns.index(column) - 1]
        self._pointed: list[int] = []
        """Positions in `rows` of those that have both figures, point by point."""
        name = name_column(ranking.columns)
        self._name_column = name.index if name else 0
        self.heading = OneLine(id="heading")
        self.bars = BarList()
        self.points = ScatterView()
        self.row = OneLine(id="cell")
        self.bar = CommandBar(Scope.PLOT)

    @classmethod
    def of(cls, ranking: Ranking, rows: Sequence[int], column: int, row: int | None, title: str) -> PlotScreen | None:
        """For a table with the cursor in a column of it: that one if it holds figures, else the score, else the first
        that does. None when no column does, or there are no rows."""
        columns = [one.index for one in ranking.columns if one.is_numeric]
        score = score_column(ranking.columns)
        if not columns or not rows:
            return None
        chosen = column if column in columns else score.index if score else columns[0]
        return cls(ranking, rows, columns, chosen, rows.index(row) if row in rows else 0, title)

    @property
    def moved(self) -> Movable:
        return self.points if self.points.display else self.bars

    def compose(self) -> ComposeResult:
        self.points.display = False
        yield self.heading
        yield self.bars
        yield self.points
        yield self.row
        yield self.bar

    def on_mount(self) -> None:
        self._draw()

    def on_row_list_moved(self) -> None:
        self._cursor = self.bars.cursor
        self._name_row()

    def on_scatter_view_moved(self) -> None:
        self._cursor = self._pointed[self.points.cursor] if self._pointed else 0
        self._name_row()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return len(self._columns) > 1 if action == "other_drawing" else True

    def action_other_drawing(self) -> None:
        show_points = not self.points.display
        self.points.display, self.bars.display = show_points, not show_points
        self.set_focus(self.points if show_points else self.bars, scroll_visible=False)
        self.bar.say("")
        self._draw()

    def action_column_before(self) -> None:
        self._up = self._step(self._up, -1)
        self._draw()

    def action_next_column(self) -> None:
        self._up = self._step(self._up, 1)
        self._draw()

    def action_across_before(self) -> None:
        self._go_across(-1)

    def action_next_across(self) -> None:
        self._go_across(1)

    def action_write_svg(self) -> None:
        from reader.export.newfile import write_new
        from reader.plot.svg import bars_svg, scatter_svg

        title, up, across = safe(self._table_title), self._column_name(self._up), self._column_name(self._across)
        if self.points.display:
            names = [self._row_name(self._rows[at]) for at in self._pointed]
            svg = scatter_svg(title, names, self._points(), (across, up))
        else:
            svg = bars_svg(title, self._bars(), up)
        parts = [title, up, across] if self.points.display else [title, up]
        try:
            path = write_new(Path.cwd(), "-".join(parts), ".svg", svg)
        except OSError as error:
            self.bar.say(_("Not written: {reason}").format(reason=safe(error.strerror or str(error))))
        else:
            self.bar.say(_("Written"))
            # With its folder where there is room for it; the end of the name is what tells files apart.
            full, name = safe(str(path)), safe(path.name)
            self.row.say(full if cell_width(full) <= self.row.content_size.width else name)

    def action_close(self) -> None:
        self.dismiss()

    def _go_across(self, step: int) -> None:
        if self.points.display:
            self._across = self._step(self._across, step)
        else:
            self._up = self._step(self._up, step)
        self._draw()

    def _step(self, column: int, step: int) -> int:
        return self._columns[(self._columns.index(column) + step) % len(self._columns)]

    def _draw(self) -> None:
        up, across = self._column_name(self._up), self._column_name(self._across)
        if self.points.display:
            self._pointed = [at for at, row in enumerate(self._rows) if self._point(row) is not None]
            # Where the row of the bars has no point, the next one that has.
            self.points.show(self._points(), sum(at < self._cursor for at in self._pointed))
            drawn = _("{up} (up), {across} (across)").format(up=up, across=across)
        else:
            self.bars.show(self._bars(), self._cursor)
            drawn = up
        self.heading.say(f"{drawn}{MIDDLE_DOT}{self._table_title}")
        self._name_row()

    def _bars(self) -> list[Bar]:
        number, up = self._ranking.number, self._up
        return [Bar(self._row_name(row), number(row, up), self._text(row, up)) for row in self._rows]

    def _points(self) -> list[Point]:
        return [point for row in self._rows if (point := self._point(row)) is not None]

    def _point(self, row: int) -> Point | None:
        x, y = (self._ranking.number(row, column) for column in (self._across, self._up))
        return None if x is None or y is None else Point(x, y)

    def _name_row(self) -> None:
        """Say under the drawing which row the cursor is on, and its figures."""
        if self.points.display and not self._pointed:
            self.row.say(_("No row has both figures"))
            return
        at = self._pointed[self.points.cursor] if self.points.display else self._cursor
        row = self._rows[at]
        columns = (self._up, self._across) if self.points.display else (self._up,)
        figures = [f"{self._column_name(column)} {self._text(row, column) or '—'}" for column in columns]
        where = _("row {row} of {rows}").format(row=at + 1, rows=len(self._rows))
        self.row.say(MIDDLE_DOT.join([where, self._row_name(row), *figures]))

    def _row_name(self, row: int) -> str:
        return shown(self._ranking.table.rows[row][self._name_column].text)

    def _column_name(self, column: int) -> str:
        return shown(self._ranking.table.columns[column]) or _("column {number}").format(number=column + 1)

    def _text(self, row: int, column: int) -> str:
        return safe(self._ranking.table.rows[row][column].text)
