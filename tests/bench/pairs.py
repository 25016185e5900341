"""Two things timed in turns, so that what else the machine does falls on both alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Pair:
    """`ours` against `other`; each runs once and returns the seconds it took."""

    name: str
    ours: Callable[[], float]
    other: Callable[[], float]


class Result(NamedTuple):
    """Medians in seconds; `ratio` is the median of the ratios of neighbouring runs."""

    ours: float
    other: float
    ratio: float


def measure(pair: Pair, rounds: int) -> Result:
    """One run of each to warm up, then `rounds` of both by turns. A pause between them would only cool the caches."""
    pair.ours()
    pair.other()
    times = [(pair.ours(), pair.other()) for _round in range(rounds)]
    return Result(
        median(ours for ours, _other in times),
        median(other for _ours, other in times),
        median(ours / other for ours, other in times),
    )
