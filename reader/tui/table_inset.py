"""A table inside an article: a rich table of the columns and rows that fit, and a line that says what is left out."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from reader.commands import key_label
from reader.i18n import _
from reader.ranking.columns import name_column, rank_column, score_column, typed_columns
from reader.tui.cell_marks import CellMarks
from reader.typeset.breaking import break_rows
from reader.typeset.fit import fit, header_lines
from reader.typeset.labels import safe
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from reader.model import Table
    from reader.ranking.columns import Column

WHOLE_UP_TO = 20
"""Rows up to which a table is shown whole; of longer ones `EXCERPT` are: the first, or those around a row wanted."""
EXCERPT = 12
_WIDEST = 24
_HEADER = 8
_GAP = 2
_SAMPLE = 200
"""Rows measured for the width of a column."""


class Inset(NamedTuple):
    """A drawn table; `complete` when no row and no column is left out."""

    lines: list[list[Segment]]
    complete: bool
    first_row: int
    """The line of the first row that is drawn; a line for each row follows."""
    from_row: int = 0
    """Which row of the table that is."""

    def line_of(self, row: int) -> int | None:
        """The line a row of the table stands on, None when it is left out."""
        line = self.first_row + row - self.from_row
        return line if self.from_row <= row and line < len(self.lines) - (not self.complete) else None


class Look(NamedTuple):
    title: Style
    header: Style
    cell: Style
    more: Style


class Pointed(NamedTuple):
    """A row that has to be among those drawn, and how; `style` None: as others are."""

    row: int
    style: Style | None = None


def draw(table: Table, width: int, look: Look, marks: CellMarks | None = None, pointed: Pointed | None = None) -> Inset:
    """Draw a table in at most `width` cells; as many lines whichever row is `pointed` at."""
    marks = marks or CellMarks()
    widths = [_column_width(table, index) for index in range(len(table.columns))]
    columns = typed_columns(table)
    shown = _choose(columns, widths, width)
    first = 0
    rows = table.rows
    if len(rows) > WHOLE_UP_TO:
        first = min(max(pointed.row - EXCERPT // 3, 0), len(rows) - EXCERPT) if pointed else 0
        rows = rows[first : first + EXCERPT]
    drawn = RichTable(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        border_style=look.more,
        header_style=look.header,
    )
    for index in shown:
        room = min(widths[index], width)
        header = "\n".join(header_lines(safe(table.columns[index]), room))
        drawn.add_column(
            Text(header, style=look.header),
            style=look.cell,
            justify="right" if columns[index].is_numeric else "left",
            width=room,
            no_wrap=False,
        )
    for number, row in enumerate(rows, first):
        style = look.header if number in table.summary else look.cell
        if pointed is not None and pointed.style is not None and number == pointed.row:
            style = pointed.style
        cells = [Text(fit(safe(row[index].text), min(widths[index], width)), style=style) for index in shown]
        for text, index in zip(cells, shown, strict=True):
            for start, end, mark in marks.over(row[index], text.plain):
                text.stylize(mark, start, end)
        drawn.add_row(*cells)
    # A console of our own: the drawing must not depend on the terminal the program was started in.
    console = Console(width=width, file=StringIO(), color_system="truecolor", force_terminal=True)
    lines = [
        [Segment(text[row.start : row.end], style)]
        for text, style in _headings(table, look)
        for row in break_rows(text, width, hang=0)
    ]
    if shown:
        lines += console.render_lines(drawn, pad=False)
    first_row = len(lines) - len(rows)
    complete = len(shown) == len(table.columns) and len(rows) == len(table.rows)
    if not complete:
        lines.append([Segment(fit(_left_out(table, first), width), look.more)])
    return Inset(lines, complete, first_row, first)


def _headings(table: Table, look: Look) -> list[tuple[str, Style]]:
    headings = []
    if table.title:
        headings.append((safe(table.title.text), look.title))
    if table.caption:
        headings.append((safe(table.caption.text), look.more))
    return headings


def _column_width(table: Table, index: int) -> int:
    """Cells for the widest figure or name of the sample, and for a word of the header."""
    cells = max((cell_width(safe(row[index].text[:_WIDEST])) for row in table.rows[:_SAMPLE]), default=0)
    return max(1, min(cells, _WIDEST), min(cell_width(safe(table.columns[index][:_HEADER])), _HEADER))


def _choose(columns: Sequence[Column], widths: Sequence[int], width: int) -> list[int]:
    """Columns that fit, in printed order: what names, scores and ranks the rows before the others."""
    leading = [column.index for find in (name_column, score_column, rank_column) if (column := find(columns))]
    left = width
    shown: list[int] = []
    for index in dict.fromkeys([*leading, *range(len(widths))]):
        need = widths[index] + (_GAP if shown else 0)
        if need <= left or not shown:
            shown.append(index)
            left -= need
    return sorted(shown)


def _left_out(table: Table, first: int) -> str:
    if first:
        return _("rows {first} to {last} of {rows}; {key} opens all").format(
            first=first + 1, last=first + EXCERPT, rows=len(table.rows), key=key_label("t")
        )
    return _("{key} opens all: {rows} rows, {columns} columns").format(
        key=key_label("t"), rows=len(table.rows), columns=len(table.columns)
    )
