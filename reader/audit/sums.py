"""Columns that are sums or differences of others: 新增 = 今年 − 去年, 总分 = 四项之和."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.audit.equations import Equation, Fit, fit, record
from reader.audit.grid import Grid
from reader.audit.model import Kind
from reader.audit.relations import Relations


def sums(grid: Grid, into: Relations) -> None:
    """Find the columns of `grid` that are sums of others, and the rows in which they are not."""
    best: dict[frozenset[int], Fit] = {}
    candidates = list(_candidates(grid))
    for equation in candidates:
        if any(equation.columns > columns for columns in best):
            continue
        found = fit(grid, equation, grid.body, len(candidates), blanks=equation.kind is Kind.SUM)
        if found is not None:
            other = best.get(equation.columns)
            if other is None or _strength(found) > _strength(other):
                best[equation.columns] = found
    for found in best.values():
        record(grid, found, into)


def _strength(found: Fit) -> tuple[int, int]:
    return len(found.held) - len(found.broken), found.equation.target


def _candidates(grid: Grid) -> Iterator[Equation]:
    """Sums of two, and of neighbours. a = c − b is the same equation as c = a + b."""
    columns = grid.measured
    for target in columns:
        others = [column for column in columns if column != target]
        for pair in combinations(others, 2):
            yield _sum(target, pair)
    for target in columns:
        others = [column for column in columns if column != target]
        for size in range(3, len(others) + 1):
            for start in range(len(others) - size + 1):
                yield _sum(target, tuple(others[start : start + size]))
    for target in columns:
        others = [column for column in columns if column != target]
        for size in range(2, len(others) + 1):
            for start in range(len(others) - size + 1):
                yield _sum(target, tuple(others[start : start + size]), size)


def _sum(target: int, parts: tuple[int, ...], over: int = 1) -> Equation:
    """The sum of `parts`, or with `over` their mean."""

    def value(inputs: Sequence[float]) -> float:
        return sum(inputs) / over

    def slopes(inputs: Sequence[float]) -> Sequence[float]:
        return [1.0 / over] * len(inputs)

    def solve(inputs: Sequence[float], at: int, wanted: float) -> float:
        return wanted * over - sum(inputs) + inputs[at]

    def show(texts: Sequence[str], result: str) -> str:
        added = " + ".join(texts)
        return f"({added}) ÷ {over} = {result}" if over > 1 else f"{added} = {result}"

    def telling(inputs: Sequence[float]) -> bool:
        return sum(part != 0 for part in inputs) >= 2 and (over == 1 or len(set(inputs)) > 1)

    return Equation(Kind.SUM if over == 1 else Kind.MEAN, target, parts, value, slopes, solve, show, telling)
