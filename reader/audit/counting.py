"""Ranks printed in order, one by one: doubles, gaps, and a number that stands for another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.audit.grid import Grid, Place
from reader.audit.model import Kind
from reader.audit.relations import Between, Broken, Relations
from reader.i18n import _

if TYPE_CHECKING:
    from reader.audit.ranks import Ranked


def count_up(
    grid: Grid,
    into: Relations,
    column: int,
    run: Sequence[Ranked],
    scores: Sequence[float | None],
    *,
    ties: bool,
    is_serial: bool,
) -> set[int]:
    """Check that `run` counts up by one, ties aside, and return the rows where it does not.

    `scores` are those of the rows, None where there is none; `ties` says that doubles are to be expected, `is_serial`
    that the column numbers the rows and ranks nothing.
    """
    if len(run) < 3:
        return set()
    numbers = [one.rank for one in run]
    first = numbers[0] if numbers[0] == 1 or numbers[1] == numbers[0] + 1 else numbers[1] - 1
    shift = 0
    wrong: set[int] = set()
    doubled = False
    before: int | None = None
    for index, number in enumerate(numbers):
        wanted = first + index + shift
        behind = numbers[index + 1] if index + 1 < len(numbers) else None
        tied = (
            index > 0
            and number == before
            and _may_tie(scores, index, ties=ties, is_serial=is_serial, alone=not doubled)
        )
        if number == wanted or tied:
            doubled = doubled or tied
        elif doubled and before is not None and number == before + 1 and behind in (number, number + 1, None):
            shift = number - first - index
        else:
            lasting = behind is not None and behind == number + 1 and behind != wanted + 1
            _flag(grid, into, Place(run[index].row, column), wanted, before, certain=not lasting and behind is not None)
            wrong.add(run[index].row)
            if lasting:
                shift = number - first - index
            else:
                before = wanted
                continue
        before = number
    return wrong


def _may_tie(scores: Sequence[float | None], index: int, *, ties: bool, is_serial: bool, alone: bool) -> bool:
    """Whether the row may share the rank of the one before: equal scores, or none and nothing against it."""
    here, above = scores[index], scores[index - 1]
    if here is not None and above is not None:
        return here == above
    return not is_serial and (ties or not alone)


def _flag(grid: Grid, into: Relations, place: Place, wanted: int, before: int | None, *, certain: bool) -> None:
    printed = grid.text(place)
    if before is not None and before == wanted - 1 and printed == str(before):
        note = _("{printed} stands twice; {wanted} is due").format(printed=printed, wanted=wanted)
    else:
        note = _("{printed} stands where {wanted} is due").format(printed=printed, wanted=wanted)
    fix = {place: Between(wanted, wanted)}
    into.broken.append(Broken(Kind.RANK, place, frozenset(fix), fix.get, note, certain))
