"""Quotients of figures in prose, with what rounding can hide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations

from reader.audit.figures import Figure
from reader.audit.relations import Between
from reader.audit.sentences import Quantity

TRUNCATED = 0.95
"""Units of the last place by which a figure cut off instead of rounded may be off."""
_MOST_THIRD = 60
"""Figures of a paragraph that are tried as a third."""
_MOST = 14
"""Figures of a paragraph that are tried against each other."""


def quotient(over: Figure, under: Figure, more: float = 0.0) -> Between | None:
    """`over` ÷ `under`, `more` added to both; None when there is none."""
    if under.value + more - under.rounded <= 0:
        return None
    low = (over.value + more - over.rounded) / (under.value + more + under.rounded)
    high = (over.value + more + over.rounded) / (under.value + more - under.rounded)
    return Between(low, high)


def agrees(printed: Figure, value: Between | None, units: float = 0.55) -> bool:
    """Whether `printed` can be `value`, rounded; `units` of its last place are allowed for."""
    if value is None:
        return False
    slack = units * printed.step + 1e-12
    return value.low - slack <= printed.value <= value.high + slack


def explained(printed: Quantity, figures: Iterable[Quantity]) -> bool:
    """Whether any two of `figures` that count the same give the percentage."""
    counted = [figure for figure in figures if figure.is_counted and figure is not printed][:_MOST]
    return any(
        over.alike(under) and agrees(printed, quotient(over, under), TRUNCATED)
        for over, under in permutations(counted, 2)
    )


def closing(printed: Quantity, over: Quantity, under: Quantity, figures: Sequence[Quantity]) -> Quantity | None:
    """A third figure that, added to both terms, gives the percentage: cases that only one of two offices counts."""
    for third in figures[:_MOST_THIRD]:
        if third is over or third is under or not third.alike(over) or third.value <= 0:
            continue
        if agrees(printed, quotient(over, under, third.value)):
            return third
    return None
