"""What the ranking tests share: tables made of plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.model import Cell, Table
from reader.parse.lines import split_lines
from reader.parse.tables import find_pieces, logical_tables

SEEDS = Path(__file__).parents[2] / "seeds"


def table_of(columns: Sequence[str], rows: Iterable[Sequence[str]], summary: Iterable[int] = ()) -> Table:
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    return Table(None, None, tuple(columns), cells, (), summary=frozenset(summary))


def one_column(name: str, *texts: str, summary: Iterable[int] = ()) -> Table:
    return table_of([name], [[text] for text in texts], summary)


def seed_table(number: str, index: int = 0) -> Table:
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8-sig")
    lines = split_lines(text)
    return logical_tables(text, lines, find_pieces(text, lines))[index].table
