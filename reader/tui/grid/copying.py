r"""Cells as tab-separated lines, as a spreadsheet takes them from the clipboard; `\n` line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.tables import Shown, to_tsv
from reader.ranking.view import summary_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Table
    from reader.ranking.arrangement import Arrangement


def block_text(table: Table, rows: Sequence[int], columns: Sequence[int]) -> str:
    """A block of cells, without a header: it is pasted into a table that has one."""
    return to_tsv(Shown(table, rows, columns)).partition("\n")[2]


def view_text(table: Table, arrangement: Arrangement) -> str:
    """What a view shows: header, rows in its order, summary rows at the end. A second for a hundred thousand rows."""
    rows = [row for group in arrangement.groups for row in group.rows] or arrangement.rows
    return to_tsv(Shown(table, rows, arrangement.view.columns(table), summary_rows(table)))
