"""What the ranking tests share: tables made of plain rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.model import Article, ArticleKind, Cell, Certainty, IssueDate, Part, Role, Table
from reader.parse.lines import split_lines
from reader.parse.tables import find_pieces, logical_tables
from reader.ranking.standings import PlacedTable

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


def placed(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    title: str = "",
    day: str | None = None,
    newspaper: str | None = None,
) -> PlacedTable:
    """A table that stands alone in an article of a page of its own; `day` is an ISO date."""
    table = table_of(columns, rows)
    if title:
        table = table._replace(title=Part(title, (), role=Role.TABLE_TITLE))
    article = Article(f"{day}.1", ArticleKind.NOTICE, tables=(table,))
    date = IssueDate(dt.date.fromisoformat(day), Certainty.PRINTED, (day,)) if day else IssueDate()
    size = (len(table.rows), len(table.columns))
    return PlacedTable(title, newspaper, date, f"{day}.txt", 0, 0, size, lambda: article)
