"""What one rule of the number scan finds."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Interval, NumberType

Value = float | int | str | Interval | None


class Found(NamedTuple):
    """A mention that ends at `end`. With `type` None it is known to be no number, and is passed over."""

    end: int
    type: NumberType | None = None
    value: Value = None
    unit: str | None = None
