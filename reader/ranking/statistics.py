"""Figures about the figures of a column."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Statistics:
    """`count` is that of the figures; the others are None when there is none."""

    count: int
    sum: float | None = None
    mean: float | None = None
    median: float | None = None
    min: float | None = None
    max: float | None = None


def statistics(numbers: Iterable[float | None]) -> Statistics:
    """Of the figures among `numbers`; what is None, a blank cell or a word, counts for nothing."""
    found = [number for number in numbers if number is not None]
    if not found:
        return Statistics(0)
    # Exact: the sum of printed decimals must not show the tenth digit of a float.
    total = math.fsum(found)
    return Statistics(len(found), total, total / len(found), median(found), min(found), max(found))
