"""The linear formula a score column obeys, recovered from the rows, and the rows that do not obey it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.audit.figures import plain
from reader.audit.fitting import dot, least_deviations, least_squares
from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Between, Broken, Relations
from reader.ranking import ColumnKind, score_column

_HOLDS = 0.85
_SPARE = 8
"""Rows that must be left over when the coefficients have used up theirs."""
_MOST_FITTED = 200
"""Rows of a long table the formula is recovered from."""
_SHARP = 20
"""How many times wider than rounding the scores must spread for a fit to mean anything."""


@dataclass(frozen=True)
class _Formula:
    columns: tuple[int, ...]
    weights: tuple[float, ...]
    constant: float


def formula(grid: Grid, into: Relations) -> None:
    """Recover the formula of the score column of `grid`, unless sums already explain it."""
    score = score_column(grid.columns)
    if score is None or score.index in into.explained or score.index not in grid.measured:
        return
    rows = [row for row in grid.body if (f := grid.figure(Place(row, score.index))) and f.value]
    others = [column for column in grid.measured if column != score.index] + _sparse(grid, score.index)
    fine = [column for column in others if grid.columns[column].kind is not ColumnKind.COUNT]
    for columns in dict.fromkeys((tuple(fine), tuple(others))):
        found = _recovered(grid, score.index, columns, rows)
        if found is not None:
            rare = [column for column in others if column not in found.columns and _is_rare(grid, column, rows)]
            plain_rows = [row for row in rows if not any(_inputs(grid, row, rare))]
            _record(grid, into, score.index, found, plain_rows)
            return


def _sparse(grid: Grid, score: int) -> list[int]:
    """Columns of points added and taken off, which most rows have none of."""
    return [
        column.index
        for column in grid.columns
        if column.is_numeric
        and column.kind is not ColumnKind.RANK
        and column.index != score
        and column.index not in grid.measured
        and grid.figures[column.index]
    ]


def _is_rare(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether few rows have anything but 0 in a column: points taken off, too few to show in the formula."""
    return sum(any(_inputs(grid, row, [column])) for row in rows) < 0.4 * len(rows)


def _inputs(grid: Grid, row: int, columns: Sequence[int]) -> list[float]:
    return [figure.value if (figure := grid.figure(Place(row, column))) else 0.0 for column in columns]


def _tolerance(grid: Grid, row: int, score: int, found: _Formula) -> float:
    own = grid.figure(Place(row, score))
    parts = sum(
        abs(w) * figure.half
        for w, column in zip(found.weights, found.columns, strict=True)
        if (figure := grid.figure(Place(row, column))) and not grid.is_whole(column)
    )
    return (own.half if own else 0.0) + parts + 1e-6


def _off(grid: Grid, row: int, score: int, found: _Formula) -> float:
    own = grid.figure(Place(row, score))
    value = dot(found.weights, _inputs(grid, row, found.columns)) + found.constant
    return value - (own.value if own else 0.0)


def _obeying(grid: Grid, rows: Sequence[int], score: int, found: _Formula, slack: float = 1.0) -> list[int]:
    return [row for row in rows if abs(_off(grid, row, score, found)) <= slack * _tolerance(grid, row, score, found)]


def _recovered(grid: Grid, score: int, columns: tuple[int, ...], rows: Sequence[int]) -> _Formula | None:
    if len(columns) < 2 or len(rows) < len(columns) + 1 + _SPARE:
        return None
    sample = rows[:: max(1, -(-len(rows) // _MOST_FITTED))]
    for chosen in (sample, sample[::2], sample[1::2], sample[: len(sample) // 2], sample[len(sample) // 2 :]):
        if len(chosen) < len(columns) + 3:
            continue
        found = _refined(grid, score, columns, sample, _fitted(grid, score, columns, chosen, robust=True))
        if found is not None and _is_sharp(grid, score, found, sample):
            return found
    return None


def _fitted(grid: Grid, score: int, columns: tuple[int, ...], rows: Sequence[int], *, robust: bool) -> _Formula:
    inputs = [_inputs(grid, row, columns) for row in rows]
    centre = [sum(column) / len(rows) for column in zip(*inputs, strict=True)]
    width = [max(1e-9, max(c) - min(c)) if max(c) > min(c) else 1.0 for c in zip(*inputs, strict=True)]
    even = [[1.0, *((v - m) / w for v, m, w in zip(row, centre, width, strict=True))] for row in inputs]
    scores = [figure.value for row in rows if (figure := grid.figure(Place(row, score)))]
    found = least_deviations(even, scores) if robust else least_squares(even, scores, [1.0] * len(rows))
    weights = tuple(value / w for value, w in zip(found[1:], width, strict=True))
    return _Formula(columns, weights, found[0] - dot(weights, centre))


def _refined(grid: Grid, score: int, columns: tuple[int, ...], rows: Sequence[int], found: _Formula) -> _Formula | None:
    """`found` fitted again to the rows that nearly obey it, without idle columns; None if it cannot be made round."""
    for slack in (4.0, 2.0, 1.2):
        obeying = _obeying(grid, rows, score, found, slack)
        if len(obeying) < max(_HOLDS * len(rows), len(columns) + 1 + _SPARE):
            return None
        found = _fitted(grid, score, found.columns, obeying, robust=False)
        found = _without_idle(grid, score, found, obeying)
    obeying = _obeying(grid, rows, score, found, 1.5)
    for weights in _round_weights(found.weights):
        rounded = _Formula(found.columns, weights, found.constant)
        offs = sorted(_off(grid, row, score, rounded) for row in obeying)
        middle = offs[len(offs) // 2] if offs else 0.0
        rounded = _Formula(found.columns, weights, round(found.constant - middle, 1))
        if len(_obeying(grid, rows, score, rounded)) >= _HOLDS * len(rows):
            return rounded
    return None


def _round_weights(weights: tuple[float, ...]) -> Iterator[tuple[float, ...]]:
    """Coefficients somebody would decide on, which chance does not hit: in hundredths, in two-hundredths, all equal."""
    yield tuple(round(weight, 2) for weight in weights)
    yield tuple(round(weight * 200) / 200 for weight in weights)
    yield (1 / len(weights),) * len(weights)


def _without_idle(grid: Grid, score: int, found: _Formula, rows: Sequence[int]) -> _Formula:
    """Without the columns that move no score by as much as rounding does."""
    unit = max((f.half for row in rows if (f := grid.figure(Place(row, score)))), default=0.0)
    inputs = [_inputs(grid, row, found.columns) for row in rows]
    kept = [
        column
        for column, weight, values in zip(found.columns, found.weights, zip(*inputs, strict=True), strict=True)
        if abs(weight) * (max(values) - min(values)) > 2 * unit
    ]
    if len(kept) == len(found.columns) or not kept:
        return found
    return _fitted(grid, score, tuple(kept), rows, robust=False)


def _is_sharp(grid: Grid, score: int, found: _Formula, rows: Sequence[int]) -> bool:
    tolerance = max(_tolerance(grid, row, score, found) for row in rows)
    return grid.spread(score) > _SHARP * tolerance and len(found.columns) >= 2


def _text(grid: Grid, found: _Formula) -> str:
    terms = []
    for weight, column in zip(found.weights, found.columns, strict=True):
        sign = "−" if weight < 0 else "+"
        terms.append(f"{sign} {plain(abs(weight), 4)} × {grid.name(column)}")
    text = " ".join(terms).removeprefix("+ ")
    if abs(found.constant) >= 0.005:
        text += f" {'−' if found.constant < 0 else '+'} {plain(abs(found.constant))}"
    return text


def _record(grid: Grid, into: Relations, score: int, found: _Formula, rows: Sequence[int]) -> None:
    for row in rows:
        cells = frozenset(Place(row, column) for column in (score, *found.columns) if grid.figure(Place(row, column)))
        tolerance = _tolerance(grid, row, score, found)
        off = _off(grid, row, score, found)
        if abs(off) <= tolerance:
            into.held.update(cells)
        elif abs(off) > 1.3 * tolerance:
            into.broken.append(_broken(grid, row, score, found, tolerance, cells))


def _broken(grid: Grid, row: int, score: int, found: _Formula, tolerance: float, cells: frozenset[Place]) -> Broken:
    target = Place(row, score)
    off = _off(grid, row, score, found)

    def fix(cell: Place) -> Between | None:
        figure = grid.figure(cell)
        if figure is None:
            return None
        if cell == target:
            return Between(figure.value + off - tolerance, figure.value + off + tolerance)
        weight = found.weights[found.columns.index(cell.column)]
        if not weight:
            return None
        ends = (figure.value - (off - side * tolerance) / weight for side in (-1, 1))
        low, high = sorted(ends)
        return Between(low, high)

    own = grid.figure(target)
    result = own.like(own.value + off) if own else ""
    note = f"{grid.name(score)} = {_text(grid, found)} = {result} ≠ {own.text if own else ''}"
    return Broken(Kind.FORMULA, target, cells, fix, note, is_certain=abs(off) > 2 * tolerance)
