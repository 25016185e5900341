"""Which equation between three columns the rows of a table obey, and the rows that do not."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Between, Broken, Relations

_HOLDS = 0.8
_FEWEST = 4
"""Rows that have to show the equation: 0 of 0 shows nothing."""
_EVIDENCE = 4.0
"""Orders of magnitude by which chance is ruled out, over all rows and for all equations that were tried."""
_PROBES = 7


@dataclass(frozen=True)
class Equation:
    """`target = value(inputs)`. `slopes` are the changes of the value with each input, for what rounding can hide.

    `solve(inputs, at, wanted)` is the input at `at` that gives `wanted`; None when there is none. `show` is the
    arithmetic as text, of the inputs' texts and the value as it would be printed. Values are None where undefined.
    """

    kind: Kind
    target: int
    inputs: tuple[int, ...]
    value: Callable[[Sequence[float]], float | None]
    slopes: Callable[[Sequence[float]], Sequence[float]]
    solve: Callable[[Sequence[float], int, float], float | None]
    show: Callable[[Sequence[str], str], str]
    telling: Callable[[Sequence[float]], bool]

    @property
    def columns(self) -> frozenset[int]:
        return frozenset((self.target, *self.inputs))


@dataclass(frozen=True)
class Fit:
    """How the rows of a table stand to an equation. `broken` are rows with what the target should be."""

    equation: Equation
    held: tuple[int, ...]
    broken: tuple[tuple[int, float, float], ...]
    """Row, value, and how far rounding could move it."""


def _reading(
    grid: Grid, equation: Equation, row: int, blanks: bool
) -> tuple[float, float, list[float], float | None] | None:
    """Target, its tolerance, the inputs, and the value they give; None where a figure is missing."""
    target = grid.figure(Place(row, equation.target))
    if target is None:
        return None
    inputs = []
    for column in equation.inputs:
        figure = grid.figure(Place(row, column))
        if figure is None and not blanks:
            return None
        inputs.append(0.0 if figure is None else figure.value)
    value = equation.value(inputs)
    if value is None:
        return None
    hidden = [grid.hidden(Place(row, column)) for column in equation.inputs]
    slack = sum(abs(slope) * part for slope, part in zip(equation.slopes(inputs), hidden, strict=True))
    own = target.half if target.places or abs(target.scale) > 1 or not grid.is_whole(equation.target) else 0.0
    if equation.kind is Kind.RATIO:
        own = target.half
    return target.value, own + slack + 1e-9 * max(1.0, abs(value)), inputs, value


def fit(grid: Grid, equation: Equation, rows: Sequence[int], tried: int, *, blanks: bool = False) -> Fit | None:
    """How `rows` stand to `equation`, one of `tried`; None unless nearly all of them obey it, by more than chance."""
    step = max(1, len(rows) // _PROBES)
    probes = rows[::step]
    failed = seen = 0
    for row in probes:
        reading = _reading(grid, equation, row, blanks)
        if reading is not None:
            seen += 1
            failed += abs(reading[3] - reading[0]) > reading[1] if reading[3] is not None else 0
    if failed > max(1, seen // 3):
        return None
    held: list[int] = []
    broken: list[tuple[int, float, float]] = []
    spread, evidence, telling = grid.spread(equation.target), 0.0, 0
    for row in rows:
        reading = _reading(grid, equation, row, blanks)
        if reading is None or reading[3] is None:
            continue
        printed, tolerance, inputs, value = reading
        if abs(value - printed) <= tolerance:
            held.append(row)
            if equation.telling(inputs):
                telling += 1
                evidence += math.log10(max(1.0, spread / max(2 * tolerance, 1e-6, 1.0 if tolerance < 1e-6 else 0)))
        else:
            broken.append((row, value, tolerance))
    count = len(held) + len(broken)
    wanted = _EVIDENCE + math.log10(max(1, tried)) + len(broken)
    if count < 5 or len(held) < _HOLDS * count or telling < _FEWEST or evidence < wanted:
        return None
    return Fit(equation, tuple(held), tuple(broken))


def record(grid: Grid, found: Fit, into: Relations, *, certain: bool = True) -> None:
    """Put what holds and what does not into `into`."""
    equation = found.equation
    into.explained.add(equation.target)
    for row in found.held:
        into.held.update(Place(row, column) for column in equation.columns)
    for row, value, tolerance in found.broken:
        into.broken.append(broken(grid, equation, row, value, tolerance, certain=certain))


def broken(grid: Grid, equation: Equation, row: int, value: float, tolerance: float, *, certain: bool) -> Broken:
    """The equation as one row breaks it."""
    place = Place(row, equation.target)
    target = grid.figure(place)
    assert target is not None  # noqa: S101 - a row without it is not read
    figures = [grid.figure(Place(row, column)) for column in equation.inputs]
    inputs = [0.0 if figure is None else figure.value for figure in figures]
    texts = ["0" if figure is None else figure.text for figure in figures]

    def fix(cell: Place) -> Between | None:
        if cell.column == equation.target:
            return Between(value - tolerance, value + tolerance)
        at = equation.inputs.index(cell.column)
        ends = [equation.solve(inputs, at, target.value + side * tolerance) for side in (-1, 1)]
        low, high = ends
        if low is None or high is None:
            return None
        return Between(min(low, high), max(low, high))

    clear = abs(value - target.value) > tolerance + target.half
    note = equation.show(texts, target.like(value))
    cells = frozenset(Place(row, column) for column in equation.columns)
    return Broken(equation.kind, place, cells, fix, note, certain and clear)
