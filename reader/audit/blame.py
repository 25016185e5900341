"""From equations broken to the cell that breaks them.

A ratio that fails says that one of three cells is wrong, not which. The cell that most broken equations share is named;
of those the one that stands in fewest that hold, and out of order where the rows are sorted by it; then one that a
single digit would put right; then the one that is computed from the others. So 结案率 is named when both its quotient
and the score formula ask for another figure there, and 应结案数 when the total of its column asks for another too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf, isfinite

from reader.audit.figures import Figure
from reader.audit.grid import Grid, Place
from reader.audit.model import Finding, Kind, Severity
from reader.audit.order import Order
from reader.audit.relations import Between, Broken, Relations
from reader.i18n import _

_ORDER = list(Kind)


def findings(grid: Grid, relations: Relations, article: str, table: int) -> Iterator[Finding]:
    """One finding for each cell that has to be wrong, most objected to first."""
    left = list(relations.broken)
    order = Order(grid)
    while left:
        by_cell: dict[Place, list[Broken]] = defaultdict(list)
        for one in left:
            for cell in one.cells:
                by_cell[cell].append(one)
        suspects = {cell: _agreeing(grid, cell, broken) for cell, broken in by_cell.items()}
        cell = min(suspects, key=lambda cell: (_key(grid, relations, order, cell, suspects[cell]), cell))
        chosen = suspects[cell] or by_cell[cell]
        finding = _finding(grid, cell, chosen, article, table)
        if finding is not None:
            yield finding
        left = [one for one in left if one not in chosen]


def _agreeing(grid: Grid, cell: Place, broken: Sequence[Broken]) -> list[Broken]:
    """The largest run of equations that ask for the same value in `cell`; those that name none ask for nothing."""
    asked = [(one, fix) for one in broken if (fix := one.fix(cell)) is not None]
    figure = grid.figure(cell)
    if figure is None or not asked:
        return list(broken)
    best: list[Broken] = []
    for _one, fix in asked:
        group = [other for other, wish in asked if wish.low <= fix.high and fix.low <= wish.high]
        if len(group) > len(best):
            best = group
    silent = [one for one in broken if one.fix(cell) is None]
    return best + silent


def _key(
    grid: Grid, relations: Relations, order: Order, cell: Place, broken: Sequence[Broken]
) -> tuple[int, int, bool, bool]:
    figure = grid.figure(cell)
    wish = _wish(cell, broken)
    slipped = figure is not None and wish is not None and figure.slipped_from(wish.low, wish.high)
    is_target = any(one.target == cell for one in broken)
    # Any figure of a column can be what its total lacks: without another sign none of them is named.
    if len(broken) == 1 and broken[0].kind in (Kind.TOTAL, Kind.MEAN) and not is_target:
        return -1, 99, True, True
    possible = _is_possible(grid, cell, wish)
    held = relations.held[cell] + order.speaks_for(cell, wish) + 9 * (not possible)
    return -len(broken), held, not slipped, not is_target


def _is_possible(grid: Grid, cell: Place, wish: Between | None) -> bool:
    """Whether a cell could hold what is asked of it: whole numbers for counts, and nothing below zero."""
    if wish is None:
        return True
    figure = grid.figure(cell)
    if figure is not None and grid.is_whole(cell.column):
        return wish.high >= 0 and int(wish.high + 1e-6) >= wish.low - 1e-6
    return True


def _wish(cell: Place, broken: Sequence[Broken]) -> Between | None:
    """What all of `broken` ask for in `cell`."""
    wishes = [fix for one in broken if (fix := one.fix(cell)) is not None]
    if not wishes:
        return None
    low, high = max(wish.low for wish in wishes), min(wish.high for wish in wishes)
    return Between(min(low, high), max(low, high))


def _bounds(figure: Figure, wish: Between) -> str:
    """Where a figure would have to lie to stand in order."""
    if wish.low == -inf:
        return f"≤ {figure.like(wish.high)}"
    if wish.high == inf:
        return f"≥ {figure.like(wish.low)}"
    return f"{figure.like(wish.low)}–{figure.like(wish.high)}"


def _finding(grid: Grid, cell: Place, broken: Sequence[Broken], article: str, table: int) -> Finding | None:
    printed = grid.table.rows[cell.row][cell.column]
    figure = grid.figure(cell)
    wish = _wish(cell, broken)
    if printed.span is None or figure is None:
        return None
    broken = sorted(broken, key=lambda one: _ORDER.index(one.kind))
    computed = figure.like(wish.middle) if wish and isfinite(wish.middle) else ""
    direct = [one for one in broken if one.target == cell and one.kind is not Kind.RANK]
    if direct and (value := direct[0].fix(cell)):
        computed = figure.like(value.middle)
    notes = list(dict.fromkeys(one.note for one in broken))
    if wish and all(one.kind is Kind.RANK for one in broken) and wish.low < wish.high:
        computed = _bounds(figure, wish)
    elif not direct and wish and not all(one.kind is Kind.RANK and one.target == cell for one in broken):
        notes.append(_("{computed} would agree").format(computed=computed))
    kinds = tuple(dict.fromkeys(one.kind for one in broken))
    severity = Severity.CERTAIN if any(one.is_certain for one in broken) else Severity.DOUBTFUL
    return Finding(
        article,
        severity,
        kinds[0],
        printed.text,
        computed,
        "; ".join(notes),
        printed.span,
        kinds,
        table,
        cell.row,
        cell.column,
    )
