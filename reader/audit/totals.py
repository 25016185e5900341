"""Rows that sum up others: 合计, 小计, 平均, against the column above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.audit.figures import Figure
from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Between, Broken, Relations
from reader.audit.words import words
from reader.i18n import _
from reader.parse.tables.vocabulary import bare_name

_FEWEST = 3
"""Rows that are worth a total."""
_NEAR = 0.05
"""How far a lone total may be from its column's sum for a misprint to be likelier than another base."""


class _Reading(NamedTuple):
    place: Place
    figure: Figure
    value: float
    tolerance: float

    @property
    def holds(self) -> bool:
        return abs(self.value - self.figure.value) <= self.tolerance


def totals(grid: Grid, into: Relations) -> None:
    """Compare the summary rows of `grid` with the rows they can sum up."""
    for row in grid.summary:
        label = _label(grid, row)
        means = label.endswith(words("rows", "mean"))
        adds = label.endswith(words("rows", "sum"))
        readings: list[tuple[bool, tuple[int, ...], list[_Reading]]] = []
        for rows in _scopes(grid, row):
            if means or not adds:
                readings.append((True, rows, list(_means(grid, row, rows))))
            if adds or not means:
                readings.append((False, rows, list(_sums(grid, row, rows))))
        if not readings:
            continue
        is_mean, rows, best = max(readings, key=lambda item: sum(one.holds for one in item[2]))
        _judge(grid, into, is_mean, rows, best, said=means or adds)


def _label(grid: Grid, row: int) -> str:
    for cell in grid.table.rows[row]:
        name = bare_name(cell.text).rstrip(":")
        if name.endswith((*words("rows", "mean"), *words("rows", "sum"))):
            return name
    return ""


def _scopes(grid: Grid, row: int) -> Iterator[tuple[int, ...]]:
    """What a summary row can sum up: the rows between it and the one before it, those of its group, all."""
    before = max((other for other in grid.summary if other < row), default=-1)
    seen: set[tuple[int, ...]] = set()
    groups = [column.index for column in grid.columns if column.kind == "group"]
    found = [tuple(at for at in grid.body if before < at < row), tuple(grid.body)]
    found.append(tuple(at for at in grid.body if at < row))
    for column in groups:
        group = grid.text(Place(row, column))
        found.append(tuple(at for at in grid.body if group and grid.text(Place(at, column)) == group))
    for rows in found:
        if len(rows) >= 2 and rows not in seen:
            seen.add(rows)
            yield rows


def _column(grid: Grid, column: int, rows: Sequence[int]) -> list[int]:
    return [at for at in rows if grid.figure(Place(at, column))]


def _values(grid: Grid, row: int, rows: Sequence[int]) -> Iterator[tuple[Place, Figure, list[float], float]]:
    for column in grid.filled(_FEWEST):
        place = Place(row, column)
        figure = grid.figure(place)
        filled = _column(grid, column, rows)
        if figure is None or len(filled) < 2:
            continue
        values = [one.value for at in filled if (one := grid.figure(Place(at, column)))]
        hidden = sum(grid.hidden(Place(at, column)) for at in filled)
        yield place, figure, values, hidden


def _sums(grid: Grid, row: int, rows: Sequence[int]) -> Iterator[_Reading]:
    for place, figure, values, hidden in _values(grid, row, rows):
        # A figure like those above it sums up nothing: a rate without its sign, a yield, a mean.
        is_like_them = min(values) <= figure.value <= max(values) and 2 * max(values) <= sum(values)
        if not grid.is_percent(place.column) and not is_like_them:
            # Rounding goes both ways: the sum of n roundings is seldom off by more than a few of them.
            slack = min(hidden, 4 * figure.step) if hidden else 0.0
            yield _Reading(place, figure, sum(values), slack + 1e-6 * figure.step)


def _means(grid: Grid, row: int, rows: Sequence[int]) -> Iterator[_Reading]:
    for place, figure, values, hidden in _values(grid, row, rows):
        slack = hidden / len(values)
        yield _Reading(place, figure, sum(values) / len(values), figure.half + slack + 1e-9 * abs(figure.value))


def _judge(
    grid: Grid, into: Relations, is_mean: bool, rows: tuple[int, ...], readings: Sequence[_Reading], *, said: bool
) -> None:
    holds = sum(one.holds for one in readings)
    for one in readings:
        if is_mean and _is_change(grid, one.place.column):
            continue
        if one.holds:
            into.held.update(Place(at, one.place.column) for at in (*rows, one.place.row))
            continue
        off = abs(one.value - one.figure.value)
        near = one.figure.slipped_from(one.value - one.tolerance, one.value + one.tolerance)
        near = near or off <= _NEAR * abs(one.value)
        if is_mean:
            # The mean of rates may be weighted by what is not printed.
            sure = holds >= 2 and holds * 2 >= len(readings)
            if not sure and not (said and near and _alone(grid, readings)):
                continue
        else:
            sure = holds >= 1
            if not sure and not (said and near):
                continue
        into.broken.append(_broken(grid, one, rows, is_mean, certain=sure))


def _is_change(grid: Grid, column: int) -> bool:
    """Whether a column says how much others changed, of which no mean is made."""
    return any(word in grid.bare(column) for word in words("rows", "change"))


def _alone(grid: Grid, readings: Sequence[_Reading]) -> bool:
    """Whether a mean is of a column nothing else in the table could weigh."""
    return len(readings) == 1 and not any(grid.is_whole(column) for column in grid.measured)


def _broken(grid: Grid, one: _Reading, rows: tuple[int, ...], is_mean: bool, *, certain: bool) -> Broken:
    column = one.place.column
    filled = _column(grid, column, rows)
    count = len(filled) if is_mean else 1
    low, high = (one.figure.value + side * one.tolerance for side in (-1, 1))

    def fix(cell: Place) -> Between | None:
        if cell == one.place:
            return Between(one.value - one.tolerance, one.value + one.tolerance)
        own = grid.figure(cell)
        if own is None:
            return None
        others = one.value * count - own.value
        return Between(low * count - others, high * count - others)

    text = (
        _("the mean of the {count} figures under {column} is {result}")
        if is_mean
        else _("the {count} figures under {column} add up to {result}")
    )
    note = text.format(count=len(filled), column=grid.name(column), result=one.figure.like(one.value))
    cells = frozenset([one.place, *(Place(at, column) for at in filled)])
    return Broken(Kind.MEAN if is_mean else Kind.TOTAL, one.place, cells, fix, note, certain)
