"""A table drawn with rich: figures to the right, headers, as wide as it needs to be when it is piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as Drawing
from rich.text import Text

from reader.cli.output import write
from reader.export.tables import Shown
from reader.export.tables.cellvalues import value_text
from reader.gate import visible
from reader.model import Table

_UNBOUNDED = 10_000
"""Cells a piped table may be wide: nothing is cut that a program or a pager downstream could still use."""


def print_shown(shown: Shown, *, values: bool = False) -> None:
    """Title, caption and what is shown of a table; with `values` figures as numbers."""
    for heading in (shown.table.title, shown.table.caption):
        if heading:
            write(heading.text)
    _draw(shown, values=values)


def print_rows(table: Table, order: Sequence[int]) -> None:
    """The rows `order` of a table."""
    _draw(Shown(table, order, range(len(table.columns))), values=False)


def _draw(shown: Shown, *, values: bool) -> None:
    """Cells are text, never markup; a terminal narrower than the table folds its cells. Summary rows are bold."""
    drawing = Drawing(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for column in shown.typed():
        drawing.add_column(
            Text(visible(column.name)), justify="right" if column.is_numeric else "left", overflow="fold"
        )
    for line in shown.lines(values=values):
        cells = (Text(visible(value_text(cell))) for cell in line.cells)
        drawing.add_row(*cells, style="bold" if line.is_summary else None)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _UNBOUNDED, highlight=False, markup=False)
    console.print(drawing, crop=False)
