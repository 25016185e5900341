"""Horizontal bars in cells: a label, a bar from the zero line on, the figure as printed.

Bars to the right end within an eighth of a cell. For those to the left Unicode has half blocks only, so they end within
a half.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.typeset.fit import pad
from reader.typeset.width import cell_width

_EIGHTHS = "▏▎▍▌▋▊▉"
_FULL, _RIGHT_HALF, _ZERO = "█", "▐", "│"
_WIDEST_LABEL = 28
_WIDEST_FIGURE = 14
_GAP = 1


class Bar(NamedTuple):
    """`value` is None where there is no figure; `text` is what is printed there."""

    label: str
    value: float | None
    text: str


class BarRow(NamedTuple):
    """The parts of a row, each of its full width: together as wide as the layout."""

    label: str
    bar: str
    text: str


class Layout(NamedTuple):
    """Cells of each part, and how bars are measured: `left` cells for what is below nought, one for the zero line when
    there is any of it, `right` for the others; `unit` is what one cell stands for."""

    label: int
    left: int
    right: int
    text: int
    unit: float


def lay_out(bars: Sequence[Bar], width: int) -> Layout:
    """How `bars` share `width` cells: labels at most two fifths of them and 28, figures at most 14.

    Figures give way when fewer than four cells are left to the bars, then labels. Bars begin at nought, so that their
    lengths compare as their figures do. Linear.
    """
    widest = max((cell_width(bar.label) for bar in bars), default=0)
    label = min(widest, _WIDEST_LABEL, max(width * 2 // 5, 1))
    text = min(max((cell_width(bar.text) for bar in bars), default=0), _WIDEST_FIGURE)
    if width - label - text - 2 * _GAP < 4:
        text = 0
    room = max(width - label - _GAP - (text + _GAP if text else 0), 1)
    low = min((bar.value for bar in bars if bar.value is not None), default=0.0)
    high = max((bar.value for bar in bars if bar.value is not None), default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    if low == 0 or room < 3:
        return Layout(label, 0, room, text, (high or 1.0) / room)
    free = room - 1
    left = min(max(round(free * (-low / (high - low))), 1), free - 1 if high else free)
    right = free - left
    return Layout(label, left, right, text, max(-low / left, high / right if right else 0.0))


def draw(bar: Bar, layout: Layout) -> BarRow:
    """One bar as a row; what is not nought is never drawn as nothing."""
    text = f"{' ' * _GAP}{pad(bar.text, layout.text, right=True)}" if layout.text else ""
    return BarRow(pad(bar.label, layout.label) + " " * _GAP, _bar(bar.value, layout), text)


def figures(bars: Iterable[Bar]) -> list[float]:
    return [bar.value for bar in bars if bar.value is not None]


def _bar(value: float | None, layout: Layout) -> str:
    value = value or 0.0
    left = right = ""
    if value > 0:
        whole, rest = divmod(max(round(value / layout.unit * 8), 1), 8)
        right = _FULL * whole + (_EIGHTHS[rest - 1] if rest else "")
    elif value < 0 and layout.left:
        whole, rest = divmod(max(round(-value / layout.unit * 2), 1), 2)
        left = _RIGHT_HALF * rest + _FULL * whole
    zero = _ZERO if layout.left else ""
    return f"{left:>{layout.left}}{zero}{right:<{layout.right}}" if layout.left else f"{right:<{layout.right}}"
