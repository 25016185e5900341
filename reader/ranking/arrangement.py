"""A view worked out: its rows, its groups, and the figures of its columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.ranking.columns import ColumnKind
from reader.ranking.sorting import Ranking
from reader.ranking.statistics import Statistics, statistics
from reader.ranking.values import is_blank
from reader.ranking.view import Group, View, column_statistics, groups, rows_in

_TENTH = 10
_TIES = 2
"""Tenths that equal figures may fill and still count as an end of a column."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`rows` are the row indices of `view` in its order. With a column grouped by, `groups` hold the same rows, and
    `means` has, for each group by its number, the mean of every column of figures that has one, by column index.
    With filters, `places` has the place from 1 of each row in the same order without them."""

    view: View
    rows: Sequence[int]
    groups: Sequence[Group] = ()
    means: Sequence[Mapping[int, float]] = ()
    places: Mapping[int, int] = field(default_factory=dict)


def arrange(ranking: Ranking, view: View) -> Arrangement:
    """Work out a view: 0.2 s and more for a hundred thousand rows. Raises `IndexError` for a column there is not."""
    rows = rows_in(ranking, view)
    places: dict[int, int] = {}
    if view.conditions:
        kept = set(rows)
        everyone = rows_in(ranking, view.unfiltered())
        places = {row: place for place, row in enumerate(everyone, 1) if row in kept}
    if view.grouped is None:
        return Arrangement(view, rows, places=places)
    found = groups(ranking.table, rows, view.grouped)
    # The mean of ranks says nothing.
    measured = [one.index for one in ranking.columns if one.is_numeric and one.kind is not ColumnKind.RANK]
    means = [
        {
            column: mean
            for column in measured
            if (mean := column_statistics(ranking, group.rows, column).mean) is not None
        }
        for group in found
    ]
    return Arrangement(view, rows, found, means, places)


@dataclass(frozen=True, slots=True)
class ColumnFigures:
    """What stands in a column: its figures, how many cells are filled, how many different words they hold.

    Figures up to `low` are the lowest tenth, from `high` on the highest; None when there is no such end: under ten
    figures, or as many equal ones that they would fill twice a tenth.
    """

    statistics: Statistics
    filled: int
    different: int
    low: float | None = None
    high: float | None = None

    def share(self, number: float) -> float | None:
        """Where a figure stands between the least (0) and the greatest (1); None when all are the same."""
        least, greatest = self.statistics.min, self.statistics.max
        if least is None or greatest is None or greatest == least:
            return None
        return (number - least) / (greatest - least)


def column_figures(ranking: Ranking, rows: Sequence[int], column: int) -> ColumnFigures:
    """The figures of a column in some rows."""
    if not ranking.columns[column].is_numeric:
        words = [text for row in rows if not is_blank(text := ranking.table.rows[row][column].text)]
        return ColumnFigures(Statistics(0), len(words), len(set(words)))
    numbers = sorted(number for row in rows if (number := ranking.number(row, column)) is not None)
    found = statistics(numbers)
    tenth = len(numbers) // _TENTH
    low = high = None
    if tenth:
        low, high = numbers[tenth - 1], numbers[-tenth]
        most = tenth * _TIES
        if bisect_right(numbers, low) > most:
            low = None
        if len(numbers) - bisect_left(numbers, high) > most:
            high = None
    return ColumnFigures(found, len(numbers), 0, low, high)
