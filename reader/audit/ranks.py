"""The rank column: whether it counts without gaps and doubles, and the order of the scores it follows.

Ties are ranked 1, 2, 2, 4 or 1, 2, 2, 3; both are taken, as is the order of the rows among equal scores.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.audit.counting import count_up
from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Between, Broken, Relations
from reader.audit.words import words
from reader.i18n import _
from reader.parse.tables.shapes import rank_value
from reader.ranking import ColumnKind, rank_column

_FEWEST = 5
_ORDERED = 0.85
_COUNTING = 0.5
"""Steps by one or none that show that the rows stand in the order of their ranks; scattered ranks have few."""
_CLEAR = 8
"""Rows in order that leave no doubt what the ranks follow."""
_MOST_SCORES = 6


class Ranked(NamedTuple):
    row: int
    rank: int


class _Score(NamedTuple):
    """The column the ranks follow; `direction` is -1 where the best has the most."""

    column: int
    direction: int


def ranks(grid: Grid, into: Relations, *, ties_said: bool) -> None:
    """Check the rank column of `grid`, in each run that counts from the beginning.

    `ties_said`: the article says that equal scores share a rank, so a double needs no score to excuse it.
    """
    column = rank_column(grid.columns)
    if column is None:
        return
    ranked = [
        Ranked(row, value)
        for row in grid.body
        if (value := rank_value(grid.text(Place(row, column.index)))) is not None
    ]
    runs = list(_runs(grid, ranked))
    steps = [after.rank - before.rank for run in runs for before, after in pairwise(run)]
    counting = bool(steps) and sum(0 <= step <= 1 for step in steps) > _COUNTING * len(steps)
    if not counting:
        runs = [sorted(ranked, key=lambda one: one.rank)]
    score = _score(grid, runs)
    for run in runs:
        wrong: set[int] = set()
        if counting:
            is_serial = grid.bare(column.index) in words("rows", "serial")
            scores = _scores(grid, score, run)
            wrong = count_up(grid, into, column.index, run, scores, ties=ties_said, is_serial=is_serial)
        elif score is not None:
            wrong = _doubles(grid, into, column.index, score, run)
        if score is not None:
            _order(grid, into, column.index, score, [one for one in run if one.row not in wrong])


def _runs(grid: Grid, ranked: Sequence[Ranked]) -> Iterator[list[Ranked]]:
    """Rows ranked among each other: a run begins where the count begins anew."""
    groups = [c.index for c in grid.columns if c.kind is ColumnKind.GROUP]
    run: list[Ranked] = []
    for index, one in enumerate(ranked):
        behind = ranked[index + 1].rank if index + 1 < len(ranked) else None
        own = [grid.text(Place(one.row, column)) for column in groups]
        other = [grid.text(Place(run[-1].row, column)) for column in groups] if run else own
        anew = one.rank == 1 and (behind in (1, 2, None) or own != other)
        slipped = own != other and behind == 2 and one.rank != run[-1].rank + 1
        if run and (slipped or (anew and run[-1].rank > 1) or (anew and own != other)):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _scores(grid: Grid, score: _Score | None, run: Sequence[Ranked]) -> list[float | None]:
    figures = [grid.figure(Place(one.row, score.column)) if score else None for one in run]
    return [figure.value if figure else None for figure in figures]


def _score(grid: Grid, runs: Sequence[Sequence[Ranked]]) -> _Score | None:
    """The column the ranks follow; of several, that with the most rows in order, and the one nearest to the end."""
    rows = sum(len(run) for run in runs)
    if rows < _FEWEST or sum(max(0, len(run) - 1) for run in runs) < _FEWEST - 1:
        return None
    best: tuple[int, int] | None = None
    found: _Score | None = None
    for column in grid.measured[-_MOST_SCORES:]:
        for direction in (-1, 1):
            score = _Score(column, direction)
            values = [[value for _one, value in _pairs(grid, score, run)] for run in runs]
            ordered = sum(len(in_order(run)) for run in values)
            filled = sum(map(len, values))
            distinct = len({value for run in values for value in run})
            if filled < max(_FEWEST, 0.8 * rows) or distinct * 2 < filled or ordered < _ORDERED * filled:
                continue
            if best is None or (ordered, column) > best:
                best, found = (ordered, column), score
    return found


def _pairs(grid: Grid, score: _Score, run: Sequence[Ranked]) -> list[tuple[Ranked, float]]:
    return [(one, f.value * score.direction) for one in run if (f := grid.figure(Place(one.row, score.column)))]


def in_order(values: Sequence[float]) -> list[int]:
    """The indices of a longest run of `values` that never falls (patience sorting)."""
    ends: list[float] = []
    at_end: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        size = bisect_right(ends, value)
        before.append(at_end[size - 1] if size else -1)
        if size == len(ends):
            ends.append(value)
            at_end.append(index)
        else:
            ends[size] = value
            at_end[size] = index
    found: list[int] = []
    index = at_end[-1] if at_end else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _order(grid: Grid, into: Relations, rank: int, score: _Score, run: Sequence[Ranked]) -> None:
    """Rows whose score stands outside those of the ranks before and behind."""
    pairs = _pairs(grid, score, run)
    kept = in_order([value for _one, value in pairs])
    out = sorted(set(range(len(pairs))) - set(kept))
    if len(pairs) < 4 or len(out) > max(1, 0.1 * len(pairs)):
        return
    values = [value for _one, value in pairs]
    for index in out:
        one, value = pairs[index]
        target = Place(one.row, score.column)
        place = pairs[0][0].rank + sum(other < value for other in values)
        note = _("rank {rank} has {score}, which is place {place} by {column}").format(
            rank=grid.text(Place(one.row, rank)), score=grid.text(target), place=place, column=grid.name(score.column)
        )
        fix = {target: _room(values, kept, index, score), Place(one.row, rank): Between(place, place)}
        for other in (index - 1, index + 1):
            # Of two neighbours that have changed places either may be wrong.
            instead = sorted({*kept, index} - {other})
            if other in kept and all(values[a] <= values[b] for a, b in pairwise(instead)):
                fix[Place(pairs[other][0].row, score.column)] = _room(values, instead, other, score)
        certain = len(kept) >= _CLEAR and len(out) == 1
        into.held[Place(one.row, rank)] += 1
        into.broken.append(Broken(Kind.RANK, target, frozenset(fix), fix.get, note, certain))


def _doubles(grid: Grid, into: Relations, rank: int, score: _Score, run: Sequence[Ranked]) -> set[int]:
    """Check scattered ranks that stand twice though the scores differ, and return the rows where another is due."""
    pairs = _pairs(grid, score, run)
    scores: dict[int, set[float]] = {}
    for one, value in pairs:
        scores.setdefault(one.rank, set()).add(value)
    wrong: set[int] = set()
    for one, value in pairs:
        place = pairs[0][0].rank + sum(other < value for _one, other in pairs)
        if len(scores[one.rank]) > 1 and place != one.rank and place not in scores:
            cell = Place(one.row, rank)
            fix = {cell: Between(place, place)}
            note = _("{printed} stands twice; {wanted} is due").format(printed=grid.text(cell), wanted=place)
            into.broken.append(Broken(Kind.RANK, cell, frozenset(fix), fix.get, note, is_certain=True))
            wrong.add(one.row)
    return wrong


def _room(values: Sequence[float], kept: Sequence[int], index: int, score: _Score) -> Between:
    """Between which scores the one at `index` would have to lie."""
    below = max((values[at] for at in kept if at < index), default=-float("inf"))
    above = min((values[at] for at in kept if at > index), default=float("inf"))
    low, high = sorted((below * score.direction, above * score.direction))
    return Between(low, high)
