"""What a grid shows: the rows of an arrangement on lines, its columns, and what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ranking.arrangement import Arrangement, column_figures
from reader.ranking.columns import ColumnKind, name_column
from reader.ranking.view import View, rises, summary_rows
from reader.tui.grid.bars import TAIL
from reader.tui.grid.layout import ColumnLayout, Measures
from reader.tui.grid.rows import Looks, RowPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from reader.model import Table
    from reader.ranking.arrangement import ColumnFigures
    from reader.ranking.sorting import Ranking
    from reader.ranking.view import Group
    from reader.tui.cell_marks import CellMarks

AT_ONCE = 5_000
"""Rows that are worked out while a key waits; what takes longer is done beside."""
_BARS_FROM = 60
"""Cells of a grid that has room for bars."""


class ArrangedGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """It shows an arrangement and knows nothing of how that came about."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name.replace('_', '-')}" for name in Looks._fields}

    class Moved(Message):
        """The cursor stands on another cell, or more is known of its column."""

    class FiguresWanted(Message):
        """The figures of a column are to be worked out beside: there are too many rows to do it at once."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self, ranking: Ranking, marks: CellMarks) -> None:
        super().__init__()
        self._marks = marks
        self._painter: RowPainter | None = None
        self._strips: dict[tuple[int, int, int], Strip] = {}
        """Rows as they were painted, by their line's number, the first cell in view and the cells of the view."""
        self._room = 0
        """Cells from edge to edge."""
        self._load(ranking)

    def _load(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self._measures = Measures(ranking)
        self._foot = summary_rows(ranking.table)
        self._fitted: frozenset[int] = frozenset()
        self._folded: frozenset[str] = frozenset()
        self._rises_shown = False
        name = name_column(ranking.columns)
        self.cursor_row, self.cursor_column = 0, name.index if name else 0
        summary = ranking.table.summary
        self._take(Arrangement(View(), [row for row in range(len(ranking.table.rows)) if row not in summary]))

    def _take(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self._figures: dict[int, ColumnFigures] = {}
        self._awaited: set[int] = set()
        self._rises: dict[int, int] | None = None
        self._list_lines()
        self._lay_out()

    def _list_lines(self) -> None:
        """What stands on each line: a row, or as `-1 - number` the heading of a group."""
        if self.arrangement.view.grouped is None:
            self._lines: Sequence[int] = self.arrangement.rows
            return
        self._lines = lines = []
        for number, group in enumerate(self.arrangement.groups):
            lines.append(-1 - number)
            if group.value not in self._folded:
                lines += group.rows

    def _lay_out(self) -> None:
        if self._rises_shown and self._rises is None:
            self._rises = rises(self.arrangement.rows)
        most = max((abs(rise) for rise in (self._rises or {}).values()), default=0)
        view, column = self.arrangement.view, self.cursor_column
        kind = self.ranking.columns[column].kind if self.ranking.columns else ColumnKind.BLANK
        has_bars = (
            bool(self.ranking.columns)
            and self.ranking.columns[column].is_numeric
            and kind is not ColumnKind.RANK
            and self._room >= _BARS_FROM
        )
        self.layout_of_columns = ColumnLayout(
            self.ranking,
            self._measures,
            view.columns(self.table),
            self._fitted,
            tailed=column if has_bars else None,
            tail=TAIL,
            lead=len(str(most)) + 2 if self._rises_shown else 0,
        )
        self.paint_anew()
        self.virtual_size = self._virtual_size()

    def paint_anew(self) -> None:
        """Forget what was painted: something else is to be seen."""
        self._painter = None
        self._strips.clear()

    @property
    def table(self) -> Table:
        return self.ranking.table

    @property
    def lines(self) -> int:
        """Rows and headings of groups, one a line; summary rows are not among them."""
        return len(self._lines)

    @property
    def printed_row(self) -> int | None:
        """Index in the table of the row under the cursor, None on the heading of a group."""
        line = self._lines[self.cursor_row] if self._lines else -1
        return line if line >= 0 else None

    @property
    def group(self) -> Group | None:
        """The group whose heading the cursor is on."""
        line = self._lines[self.cursor_row] if self._lines else 0
        return self.arrangement.groups[-1 - line] if line < 0 else None

    @property
    def place(self) -> int:
        """How many rows there are up to the cursor's."""
        if self.arrangement.view.grouped is None:
            return self.cursor_row + 1
        row = self.printed_row
        return 0 if row is None else list(self.arrangement.rows).index(row) + 1

    def figures(self, column: int) -> ColumnFigures | None:
        """Those of the rows in view; None while they are worked out beside."""
        found = self._figures.get(column)
        if found is None and len(self.arrangement.rows) <= AT_ONCE:
            found = self._figures[column] = column_figures(self.ranking, self.arrangement.rows, column)
        elif found is None and column not in self._awaited:
            self._awaited.add(column)
            self.post_message(self.FiguresWanted(column))
        return found

    def know_figures(self, arrangement: Arrangement, column: int, figures: ColumnFigures) -> None:
        """Take what was worked out beside, unless the rows are others by now."""
        if arrangement is self.arrangement:
            self._figures[column] = figures
            self.paint_anew()
            self.refresh()
            self.post_message(self.Moved())

    @property
    def painter(self) -> RowPainter:
        if self._painter is None:
            tailed = any(slot.tail for slot in self.layout_of_columns.slots)
            self._painter = RowPainter(
                self.ranking,
                self.layout_of_columns,
                self._marks,
                Looks(*(self._look(name) for name in Looks._fields)),
                self.figures(self.cursor_column) if tailed else None,
                self._rises if self._rises_shown else None,
            )
        return self._painter

    def _look(self, name: str) -> Style:
        partial = name in ("row", "high", "low", "bar")
        return self.get_component_rich_style(f"grid--{name.replace('_', '-')}", partial=partial)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.paint_anew()

    def mark(self, marks: CellMarks) -> None:
        """Show other marks in the cells."""
        self._marks = marks
        self.paint_anew()
        self.refresh()

    def _virtual_size(self) -> Size:
        return Size(self.layout_of_columns.width, self.lines + self._header_height + len(self._foot))

    @property
    def _header_height(self) -> int:
        return self.layout_of_columns.header_height
