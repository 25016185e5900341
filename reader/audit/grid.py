"""A table as figures: which columns can be reckoned with, and the figure in each cell."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from reader.audit.figures import Figure
from reader.model import Table
from reader.parse.tables.draft import is_summary
from reader.parse.tables.vocabulary import bare_name
from reader.ranking import Column, ColumnKind, parse_value, typed_columns
from reader.ranking.values import is_blank

MOST_COLUMNS = 12
"""Columns that are combined with each other; of more, the first ones."""
FEWEST_ROWS = 5


class Place(NamedTuple):
    """A cell by the indices of its row and column."""

    row: int
    column: int


class Grid:
    """The figures of one table. Rows that sum up others are in `summary`, all others in `body`."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns: tuple[Column, ...] = typed_columns(table)
        self.summary = [i for i, row in enumerate(table.rows) if i in table.summary or is_summary(row)]
        summary = set(self.summary)
        self.body = [i for i in range(len(table.rows)) if i not in summary]

    def name(self, column: int) -> str:
        """The last part of a column's name, or its number where it has none."""
        return self.table.columns[column].rsplit("/", 1)[-1] or f"#{column + 1}"

    def bare(self, column: int) -> str:
        return bare_name(self.name(column))

    def text(self, place: Place) -> str:
        return self.table.rows[place.row][place.column].text

    @cached_property
    def figures(self) -> dict[int, dict[int, Figure]]:
        """Column → row → figure, of the numeric columns, ranks included."""
        return {column.index: dict(self._read(column.index)) for column in self.columns if column.is_numeric}

    def _read(self, column: int) -> Iterable[tuple[int, Figure]]:
        for index, row in enumerate(self.table.rows):
            text = row[column].text
            # A cell with a blank inside is two, run together in a row with one too many.
            if is_blank(text) or len(text.split()) > 1:
                continue
            value = parse_value(text)
            if value is not None:
                yield index, Figure(text, value.number)

    def figure(self, place: Place) -> Figure | None:
        return self.figures.get(place.column, {}).get(place.row)

    @cached_property
    def measured(self) -> list[int]:
        """The columns that are tried against each other: figures in some rows at least, no ranks."""
        return self.filled(FEWEST_ROWS)

    def filled(self, least: int) -> list[int]:
        """The columns of figures, ranks aside, with figures in at least so many rows of the body."""
        body = set(self.body)
        found = [
            column.index
            for column in self.columns
            if column.is_numeric
            and column.kind is not ColumnKind.RANK
            and sum(row in body for row in self.figures[column.index]) >= least
        ]
        return found[:MOST_COLUMNS]

    def is_percent(self, column: int) -> bool:
        return self.columns[column].unit == "%" or "%" in self.table.columns[column].replace("％", "%")

    def is_whole(self, column: int) -> bool:
        """Whether a column counts things: figures without decimals, of things by ones."""
        return self._whole[column]

    @cached_property
    def _whole(self) -> dict[int, bool]:
        # Asked for in each row, and answered by all of them.
        return {column: self._counts(column) for column in self.figures}

    def _counts(self, column: int) -> bool:
        unit = self.columns[column].unit or ""
        return (
            not self.is_percent(column)
            and not unit.startswith(("万", "亿", "千", "百"))
            and not any(figure.places or abs(figure.scale) != 1 for figure in self.figures[column].values())
        )

    def hidden(self, place: Place) -> float:
        """The most that rounding can have taken from a cell: 0 for counts."""
        figure = self.figure(place)
        return 0.0 if figure is None or self._whole[place.column] else figure.half

    def spread(self, column: int) -> float:
        """Between the lowest and the highest tenth of a column."""
        body = set(self.body)
        values = sorted(f.value for row, f in self.figures[column].items() if row in body)
        if not values:
            return 0.0
        cut = len(values) // 10
        return values[-1 - cut] - values[cut]
