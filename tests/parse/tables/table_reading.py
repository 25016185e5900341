"""What the table tests share: a page text in, its logical tables out."""

from __future__ import annotations

from pathlib import Path

from reader.model import Table
from reader.parse.lines import Line, split_lines
from reader.parse.tables import PrintedTable, find_pieces, logical_tables, part_markup

ROOT = Path(__file__).parents[3]


def lines_of(text: str) -> list[Line]:
    return part_markup(text, split_lines(text))


def pieces_of(text: str) -> list[PrintedTable]:
    return find_pieces(text, lines_of(text))


def tables_of(text: str) -> list[Table]:
    lines = lines_of(text)
    return [found.table for found in logical_tables(text, lines, find_pieces(text, lines))]


def only_table(text: str) -> Table:
    tables = tables_of(text)
    assert len(tables) == 1
    return tables[0]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def tsv(*rows: str) -> str:
    """Rows written with single blanks between cells and `_` for a blank one, as a page with tabs."""
    return "\n".join("\t".join("" if cell == "_" else cell for cell in row.split(" ")) for row in rows)
