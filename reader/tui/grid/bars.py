"""A figure's bar beside it, and the sign of the ends of a column.

The bar is eighths of cells, so that it is seen without colour. The highest and the lowest tenth have a sign between
figure and bar (▴ ▾) besides being bold and quiet: weight alone is lost on many terminals, a hue on many readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ranking.arrangement import ColumnFigures

BAR = 8
"""Cells of the bar of the greatest figure."""
TAIL = BAR + 1
"""Cells behind a figure: the sign, then the bar."""
HIGH, LOW = "▴", "▾"
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: float) -> str:
    """A bar of `BAR` cells for a figure that stands at `share`, 0 to 1, of the way from least to greatest.

    The least figure has the narrowest bar there is: no bar at all would mean no figure.
    """
    eighths = max(1, round(min(max(share, 0.0), 1.0) * BAR * 8))
    whole, part = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[part] if part else "")).ljust(BAR)


def sign(number: float, figures: ColumnFigures) -> str:
    """The sign of the highest or the lowest tenth of a column, a blank for what is between."""
    if figures.high is not None and number >= figures.high:
        return HIGH
    return LOW if figures.low is not None and number <= figures.low else " "


def tail(number: float | None, figures: ColumnFigures | None) -> str:
    """The `TAIL` cells behind a figure."""
    if number is None or figures is None:
        return " " * TAIL
    share = figures.share(number)
    return sign(number, figures) + (bar(share) if share is not None else " " * BAR)
