"""Round figures for an axis: steps of 1, 2 or 5 times a power of ten."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

_STEPS = (1, 2, 5, 10)


class Axis(NamedTuple):
    """From `low` to `high` (`low < high`), both ticks themselves; `ticks` ascend by one step, `labels` are theirs."""

    low: float
    high: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]

    def share(self, value: float) -> float:
        """Where a value stands between the ends: 0 to 1."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def axis(values: Iterable[float], most: int = 6) -> Axis:
    """The axis on which all of some finite values find room, with about `most` steps (2 or more), and one or two more
    where ends are rounded. Without values it goes from 0 to 1; a single value gets room on both sides."""
    found = list(values) or [0.0, 1.0]
    low, high = min(found), max(found)
    if high - low <= max(abs(low), abs(high)) * 1e-9:
        room = abs(high) / 10 or 1.0
        low, high = low - room, high + room
    step, decimals = _step((high - low) / max(most, 2))
    # Counted in whole steps, for adding 0.1 ten times does not make 1.
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(number * step, decimals) for number in range(first, last + 1))
    shown = max(decimals, 0)
    return Axis(ticks[0], ticks[-1], ticks, tuple(f"{tick + 0.0:.{shown}f}" for tick in ticks))


def _step(rough: float) -> tuple[float, int]:
    """The next round step from `rough` on, and how many decimals it has (negative: noughts at its end)."""
    power = math.floor(math.log10(rough))
    factor = next(factor for factor in _STEPS if factor * 10.0**power >= rough * (1 - 1e-9))
    return factor * 10.0**power, -power - (factor == _STEPS[-1])
