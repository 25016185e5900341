"""Which equation between three columns the rows of a table obey, and the rows that do not."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class _Reading(NamedTuple):
    printed: float
    tolerance: float
    inputs: tuple[float, ...]
    value: float

    @property
    def holds(self) -> bool:
        return abs(self.value - self.printed) <= self.tolerance


def _reading(grid: Grid, equation: Equation, row: int, blanks: bool) -> _Reading | None:
    """One row as the equation sees it; None where a figure is missing, or stands for no value of the equation."""
    target = grid.figure(Place(row, equation.target))
    if target is None:
        return None
    inputs: list[float] = []
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
    own = target.half if equation.kind is not Kind.SUM else grid.hidden(Place(row, equation.target))
    return _Reading(target.value, own + slack + 1e-9 * max(1.0, abs(value)), tuple(inputs), value)


def fit(grid: Grid, equation: Equation, rows: Sequence[int], tried: int, *, blanks: bool = False) -> Fit | None:
    """How `rows` stand to `equation`, one of `tried`; None unless nearly all of them obey it, by more than chance."""
    step = max(1, len(rows) // _PROBES)
    probes = [one for row in rows[::step] if (one := _reading(grid, equation, row, blanks)) is not None]
    if sum(not one.holds for one in probes) > max(1, len(probes) // 3):
        return None
    held: list[int] = []
    broken: list[tuple[int, float, float]] = []
    spread, evidence, telling = grid.spread(equation.target), 0.0, 0
    for row in rows:
        reading = _reading(grid, equation, row, blanks)
        if reading is None:
            continue
        if not reading.holds:
            broken.append((row, reading.value, reading.tolerance))
            continue
        held.append(row)
        if equation.telling(reading.inputs):
            telling += 1
            # Counts that agree exactly agree within one.
            width = 2 * reading.tolerance if reading.tolerance > 1e-6 else 1.0
            evidence += math.log10(max(1.0, spread / width))
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
