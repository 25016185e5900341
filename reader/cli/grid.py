"""A table drawn with rich: figures to the right, headers, as wide as it needs to be when it is piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as Drawing
from rich.text import Text

from reader.cli.output import write
from reader.gate import visible
from reader.model import Table
from reader.ranking import typed_columns

_UNBOUNDED = 10_000
"""Cells a piped table may be wide: nothing is cut that a program or a pager downstream could still use."""


def print_table(table: Table, order: Sequence[int]) -> None:
    """Title, caption and the rows `order` of a table."""
    for heading in (table.title, table.caption):
        if heading:
            write(heading.text)
    print_rows(table, order)


def print_rows(table: Table, order: Sequence[int]) -> None:
    """The rows `order` of a table. Cells are text, never markup; a terminal narrower than the table folds its cells."""
    drawing = Drawing(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for column in typed_columns(table):
        drawing.add_column(
            Text(visible(column.name)), justify="right" if column.is_numeric else "left", overflow="fold"
        )
    for row in order:
        drawing.add_row(*(Text(visible(cell.text)) for cell in table.rows[row]))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _UNBOUNDED, highlight=False, markup=False)
    console.print(drawing, crop=False)
