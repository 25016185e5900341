"""What a reader has made of a table: rows sorted, filtered and grouped, columns hidden.

What is seen is what is exported: the grid and the command line both go by a `View`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model import Table
from reader.ranking.filters import Condition
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

    def columns(self, table: Table) -> list[int]:
        """The columns that are shown, in printed order."""
        return [index for index in range(len(table.columns)) if index not in self.hidden]


def rows_in(ranking: Ranking, view: View) -> list[int]:
    """The row indices of a view in its order, summary rows (合计, 平均) left out."""
    table = ranking.table
    body = [row for row in ranking.order(view.keys) if row not in table.summary]
    if not view.conditions:
        return body
    kept = []
    for row in body:
        cells = tuple(cell.text for cell in table.rows[row])
        if all(condition.holds(cells) for condition in view.conditions):
            kept.append(row)
    return kept


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
