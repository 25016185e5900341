"""What is exported: the part of a table that is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.export.tables.cellvalues import CellValue, cell_value
from reader.model import Article, Page, Table
from reader.ranking.columns import Column, typed_columns
from reader.ranking.sorting import Ranking
from reader.ranking.view import View, groups, rows_in, summary_rows


class Source(NamedTuple):
    """Where a table stands: the article's id and title, the newspaper, and the day as an ISO date."""

    article: str
    title: str
    newspaper: str | None = None
    date: str | None = None

    @classmethod
    def of(cls, article: Article, page: Page) -> Source:
        day = page.date.value
        return cls(article.id, article.title, page.newspaper, day.isoformat() if day else None)


class Line(NamedTuple):
    """One row as exported: a cell for each column that is shown."""

    cells: tuple[CellValue, ...]
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows and columns of a table as indices, in the order they are seen in; `summary` rows stand below the others."""

    table: Table
    rows: Sequence[int]
    columns: Sequence[int]
    summary: Sequence[int] = ()
    source: Source | None = None

    @classmethod
    def of(
        cls, ranking: Ranking, view: View, *, columns: Sequence[int] | None = None, source: Source | None = None
    ) -> Shown:
        """What a view shows, group by group when it is grouped. `columns` picks columns and orders them; without, they
        are those of the view as printed."""
        table = ranking.table
        chosen = view.columns(table) if columns is None else columns
        rows = rows_in(ranking, view)
        if view.grouped is not None:
            rows = [row for group in groups(table, rows, view.grouped) for row in group.rows]
        return cls(table, rows, chosen, summary_rows(table), source)

    @classmethod
    def whole(cls, table: Table) -> Shown:
        """All of a table as printed, summary rows where they stand."""
        return cls(table, range(len(table.rows)), range(len(table.columns)))

    @property
    def names(self) -> list[str]:
        """The headers, as printed."""
        return [self.table.columns[column] for column in self.columns]

    @property
    def title(self) -> str:
        """What the table is called: its title, else that of its article; blank when there is neither."""
        if self.table.title:
            return self.table.title.text
        return self.source.title if self.source else ""

    @property
    def caption(self) -> str:
        return self.table.caption.text if self.table.caption else ""

    def typed(self) -> list[Column]:
        """The columns with their kinds, judged by all rows of the table and not only by those that are shown."""
        typed = typed_columns(self.table)
        return [typed[column] for column in self.columns]

    def lines(self, *, values: bool = False) -> Iterator[Line]:
        """The rows one by one: the strings as printed, or with `values` numbers for figures and None for blanks."""
        rows, columns = self.table.rows, self.columns
        numeric = [column.is_numeric for column in self.typed()] if values else []
        for indices, is_summary in ((self.rows, False), (self.summary, True)):
            for row in indices:
                texts = [rows[row][column].text for column in columns]
                if values:
                    pairs = zip(texts, numeric, strict=True)
                    yield Line(tuple(cell_value(text, numeric=number) for text, number in pairs), is_summary)
                else:
                    yield Line(tuple(texts), is_summary)
