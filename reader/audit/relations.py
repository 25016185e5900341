"""An equation between cells of a table, and whether a row obeys it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.audit.grid import Place
from reader.audit.model import Kind


class Between(NamedTuple):
    """Where a value would have to lie, rounding allowed for."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


Fix = Callable[[Place], Between | None]
"""What one of the cells would have to be for the equation to hold, the others as printed."""


@dataclass(frozen=True)
class Broken:
    """An equation that most rows obey and this one does not. `target` is the cell that is computed from the others."""

    kind: Kind
    target: Place
    cells: frozenset[Place]
    fix: Fix
    note: str
    is_certain: bool


@dataclass
class Relations:
    """What was found in one table: the equations broken, and how often each cell stands in one that holds."""

    broken: list[Broken] = field(default_factory=list)
    held: Counter[Place] = field(default_factory=Counter)
    explained: set[int] = field(default_factory=set)
    """Columns whose figures follow from others."""
