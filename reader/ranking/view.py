"""What a reader has made of a table: rows sorted, filtered and grouped, columns hidden.

What is seen is what is exported: the grid and the command line both go by a `View`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model import Table
from reader.ranking.filters import Comparison, Condition, compares_figures
from reader.ranking.sorting import Ranking, SortKey
from reader.ranking.statistics import Statistics, statistics


class Group(NamedTuple):
    """The rows with one value in the column grouped by, in the order of the view."""

    value: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """`keys` weigh from the first to the last; every one of `conditions` must hold; `hidden` are column indices;
    `grouped` is the index of the column whose values make groups."""

    keys: tuple[SortKey, ...] = ()
    conditions: tuple[Condition, ...] = ()
    hidden: frozenset[int] = frozenset()
    grouped: int | None = None

    def sorted_by(self, column: int, *, descending: bool, more: bool = False) -> View:
        """Sorted by a column, and by nothing else; with `more` by it after the columns sorted by so far."""
        key = SortKey(column, descending)
        if not more:
            return replace(self, keys=(key,))
        at = next((at for at, one in enumerate(self.keys) if one.column == column), len(self.keys))
        return replace(self, keys=(*self.keys[:at], key, *self.keys[at + 1 :]))

    def filtered(self, condition: Condition) -> View:
        return replace(self, conditions=(*self.conditions, condition))

    def toggled(self, condition: Condition) -> View:
        """Filtered by a condition, or no longer by it."""
        if condition not in self.conditions:
            return self.filtered(condition)
        return replace(self, conditions=tuple(one for one in self.conditions if one != condition))

    def unfiltered(self) -> View:
        return replace(self, conditions=())

    def printed(self) -> View:
        """In printed order."""
        return replace(self, keys=())

    def without(self, column: int) -> View:
        """With a column hidden."""
        return replace(self, hidden=self.hidden | {column})

    def with_all_columns(self) -> View:
        return replace(self, hidden=frozenset())

    def grouped_by(self, column: int | None) -> View:
        """Grouped by a column, by none with None."""
        return replace(self, grouped=column)

    def columns(self, table: Table) -> list[int]:
        """The columns that are shown, in printed order."""
        return [index for index in range(len(table.columns)) if index not in self.hidden]


def rows_in(ranking: Ranking, view: View) -> list[int]:
    """The row indices of a view in its order, summary rows (合计, 平均) left out."""
    table = ranking.table
    rows = [row for row in ranking.order(view.keys) if row not in table.summary]
    for condition in view.conditions:
        rows = _kept(ranking, rows, condition)
    return rows


def _kept(ranking: Ranking, rows: Sequence[int], condition: Condition) -> list[int]:
    column = condition.column
    if column is not None and compares_figures(condition.comparison) and ranking.columns[column].is_numeric:
        # The figures have been read, or are read once, for sorting.
        return [row for row in rows if condition.holds_for(ranking.number(row, column))]
    cells = ranking.table.rows
    if column is not None and condition.comparison is not Comparison.LACKS:
        alone = replace(condition, column=0)
        return [row for row in rows if alone.holds((cells[row][column].text,))]
    return [row for row in rows if condition.holds(tuple(cell.text for cell in cells[row]))]


def summary_rows(table: Table) -> list[int]:
    """合计 and 平均, which stand at the foot whatever the order, and outside of every count."""
    return sorted(table.summary)


def groups(table: Table, rows: Sequence[int], column: int) -> list[Group]:
    """`rows` by their value in a column, the groups in the order in which they first come."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(table.rows[row][column].text, []).append(row)
    return [Group(value, tuple(members)) for value, members in found.items()]


def column_statistics(ranking: Ranking, rows: Sequence[int], column: int) -> Statistics:
    """Of the figures of a column in some rows."""
    return statistics(ranking.number(row, column) for row in rows)


def rises(rows: Sequence[int]) -> dict[int, int]:
    """By how many places each of `rows`, in the order of a view, stands higher than in printed order; below 0: lower.

    Places are counted among these rows only, so that they say what sorting did and not what a filter left out.
    """
    printed = {row: place for place, row in enumerate(sorted(rows))}
    return {row: printed[row] - place for place, row in enumerate(rows)}
