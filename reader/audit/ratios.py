"""Columns that are quotients of two others: rates, growth rates, averages, prices."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import permutations

from reader.audit.equations import Equation, Fit, broken, fit, record
from reader.audit.figures import plain
from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Relations


def quotients(grid: Grid, into: Relations) -> None:
    """Find the quotient columns of `grid`, and the rows, 合计 rows among them, that do not agree."""
    best: dict[frozenset[int], Fit] = {}
    candidates = list(_candidates(grid))
    for equation in candidates:
        found = fit(grid, equation, grid.body, len(candidates))
        if found is not None:
            other = best.get(equation.columns)
            if other is None or _strength(grid, found) > _strength(grid, other):
                best[equation.columns] = found
    of_target: dict[int, Fit] = {}
    for found in best.values():
        other = of_target.get(found.equation.target)
        if other is None or _strength(grid, found) > _strength(grid, other):
            of_target[found.equation.target] = found
    for found in of_target.values():
        record(grid, found, into)
        _summary(grid, found.equation, into)


def _strength(grid: Grid, found: Fit) -> tuple[bool, int, int]:
    return grid.is_percent(found.equation.target), len(found.held) - len(found.broken), -found.equation.inputs[0]


def _candidates(grid: Grid) -> Iterator[Equation]:
    columns = grid.measured
    for target in columns:
        for part in columns:
            if grid.is_percent(target) and not grid.is_percent(part):
                yield _share(target, part, sum(f.value for row in grid.body if (f := grid.figure(Place(row, part)))))
        for over, under in permutations([c for c in columns if c != target and not grid.is_percent(c)], 2):
            if grid.is_percent(target):
                yield _percent(target, over, under)
                yield _growth(target, over, under)
            else:
                factor = _factor(grid, target, over, under)
                if factor is not None:
                    yield _quotient(target, over, under, factor)


def _factor(grid: Grid, target: int, over: int, under: int) -> float | None:
    """The power of ten between the columns' units, from a row in the middle; None when there is none."""
    rows = [row for row in grid.body if row in grid.figures[target]]
    for row in rows[len(rows) // 2 :]:
        figures = [grid.figure(Place(row, column)) for column in (target, over, under)]
        if all(figure is not None and figure.value > 0 for figure in figures):
            t, a, b = (figure.value for figure in figures if figure is not None)
            power = math.log10(t * b / a)
            return 10.0 ** round(power) if abs(power - round(power)) < 0.05 and abs(power) < 9 else None
    return None


def _summary(grid: Grid, equation: Equation, into: Relations) -> None:
    """Judge the rates in total rows, each the quotient of the totals or the mean of the rates."""
    rows = [row for row in grid.summary if all(grid.figure(Place(row, c)) for c in equation.columns)]
    for row in rows:
        target = grid.figure(Place(row, equation.target))
        inputs = [figure.value for c in equation.inputs if (figure := grid.figure(Place(row, c)))]
        value = equation.value(inputs)
        if target is None or value is None:
            continue
        hidden = [_rounded(grid, Place(row, c)) for c in equation.inputs]
        slopes = equation.slopes(inputs)
        tolerance = target.half + sum(abs(s) * h for s, h in zip(slopes, hidden, strict=True)) + 1e-9 * abs(value)
        cells = [Place(row, c) for c in equation.columns]
        if abs(value - target.value) <= tolerance:
            into.held.update(cells)
        elif not _is_mean(grid, row, equation.target):
            into.broken.append(broken(grid, equation, row, value, tolerance, certain=True))


def _rounded(grid: Grid, place: Place) -> float:
    """The most that rounding can have taken from a cell of a total row: a mean is rounded though its column counts."""
    figure = grid.figure(place)
    above = [other.value for at in grid.body if (other := grid.figure(Place(at, place.column)))]
    is_mean = figure is not None and bool(above) and figure.value <= max(above)
    return figure.half if figure is not None and is_mean else grid.hidden(place)


def _is_mean(grid: Grid, row: int, column: int) -> bool:
    printed = grid.figure(Place(row, column))
    values = [figure.value for at in grid.body if (figure := grid.figure(Place(at, column)))]
    return printed is not None and bool(values) and abs(sum(values) / len(values) - printed.value) <= printed.step


def _telling(inputs: Sequence[float]) -> bool:
    return inputs[0] != 0 and abs(inputs[0]) != abs(inputs[1])


def _percent(target: int, over: int, under: int) -> Equation:
    return _quotient(target, over, under, 100.0)


def _quotient(target: int, over: int, under: int, factor: float) -> Equation:
    def value(inputs: Sequence[float]) -> float | None:
        return inputs[0] / inputs[1] * factor if inputs[1] else None

    def slopes(inputs: Sequence[float]) -> Sequence[float]:
        return factor / inputs[1], inputs[0] * factor / inputs[1] ** 2

    def solve(inputs: Sequence[float], at: int, wanted: float) -> float | None:
        if at == 0:
            return wanted * inputs[1] / factor
        return inputs[0] * factor / wanted if wanted else None

    def show(texts: Sequence[str], result: str) -> str:
        return f"{texts[0]} ÷ {texts[1]} = {result}"

    return Equation(Kind.RATIO, target, (over, under), value, slopes, solve, show, _telling)


def _share(target: int, part: int, whole: float) -> Equation:
    """A column's figures as shares of their sum."""

    def value(inputs: Sequence[float]) -> float | None:
        return inputs[0] / whole * 100 if whole else None

    def slopes(inputs: Sequence[float]) -> Sequence[float]:
        return (100 / whole,)

    def solve(inputs: Sequence[float], at: int, wanted: float) -> float | None:
        return wanted * whole / 100

    def show(texts: Sequence[str], result: str) -> str:
        return f"{texts[0]} ÷ {plain(whole)} = {result}"

    return Equation(Kind.RATIO, target, (part,), value, slopes, solve, show, lambda inputs: inputs[0] != 0)


def _growth(target: int, now: int, then: int) -> Equation:
    def value(inputs: Sequence[float]) -> float | None:
        return (inputs[0] / inputs[1] - 1) * 100 if inputs[1] else None

    def slopes(inputs: Sequence[float]) -> Sequence[float]:
        return 100 / inputs[1], inputs[0] * 100 / inputs[1] ** 2

    def solve(inputs: Sequence[float], at: int, wanted: float) -> float | None:
        grown = 1 + wanted / 100
        if at == 0:
            return inputs[1] * grown
        return inputs[0] / grown if grown else None

    def show(texts: Sequence[str], result: str) -> str:
        return f"{texts[0]} ÷ {texts[1]} − 1 = {result}"

    return Equation(Kind.RATIO, target, (now, then), value, slopes, solve, show, _telling)
