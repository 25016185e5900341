"""Days counted by the year they lie in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple


class Years(NamedTuple):
    """How many there are of each year from the first to the last, none left out; `undated` ones stand in none."""

    counted: tuple[tuple[int, int], ...]
    undated: int


def by_year(days: Mapping[int, int]) -> Years:
    """`days` are ordinals with how many there are of each, 0 for what has no day."""
    years: Counter[int] = Counter()
    for day, count in days.items():
        if day:
            years[dt.date.fromordinal(day).year] += count
    span = range(min(years), max(years) + 1) if years else range(0)
    return Years(tuple((year, years[year]) for year in span), days.get(0, 0))
