"""Bars and points as SVG 1.1, Chinese labels at their own width.

No `textLength` is given: a viewer would squeeze or stretch each text to it (see `reader.tui.picture`). Room is measured
in cells of half an em, which is what Han characters and most Latin letters take. Fonts are named, not embedded; those
named have Chinese on Linux, macOS and Windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reader.gate import visible
from reader.plot.bars import Bar, figures
from reader.plot.scatter import Point
from reader.plot.ticks import Axis, axis
from reader.typeset.width import cell_width

_FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei','SimSun',sans-serif"
)
_SIZE = 14
"""Pixels of an em."""
_CELL = _SIZE / 2
_LINE = 22
_MARGIN = 16
_BARS = 480
"""Pixels for bars."""
_FIELD = (640, 420)
"""Pixels for points."""
_NAMED = 60
"""Points up to which each has its name beside it; of more, names are seen by pointing at them."""
_INK, _QUIET, _FILL = "#1f2328", "#6b7280", "#2f6db5"


def bars_svg(title: str, bars: Sequence[Bar], column: str) -> str:
    """Bars under a title and the name of their column: a whole document, every label and figure in it, in order."""
    left = _MARGIN + _width([bar.label for bar in bars])
    right = _width([bar.text for bar in bars])
    scale = axis([0.0, *figures(bars)])
    zero = left + 10 + scale.share(0.0) * _BARS
    width, top = left + 10 + _BARS + 10 + right + _MARGIN, 2 * _MARGIN + 2 * _LINE
    parts = [_text(_MARGIN, _MARGIN + _SIZE, title, size=18), _text(_MARGIN, _MARGIN + _LINE + _SIZE, column, _QUIET)]
    for at, bar in enumerate(bars):
        y = top + at * _LINE
        parts.append(_text(left, y + _SIZE, bar.label, anchor="end"))
        parts.append(_text(width - _MARGIN, y + _SIZE, bar.text, anchor="end"))
        if bar.value is not None:
            end = left + 10 + scale.share(bar.value) * _BARS
            parts.append(_bar(min(zero, end), y, abs(end - zero)))
    bottom = top + len(bars) * _LINE
    parts.append(_rule(zero, top - 4, zero, bottom))
    return _document(max(width, _MARGIN * 2 + _width([title], 18)), bottom + _MARGIN, parts)


def scatter_svg(title: str, names: Sequence[str], points: Sequence[Point], columns: tuple[str, str]) -> str:
    """Points with their names under a title, between axes that have the names of their columns (x, y)."""
    below, aside = axis([point.x for point in points]), axis([point.y for point in points])
    left, top = _MARGIN + _width(aside.labels) + 8, 2 * _MARGIN + 2 * _LINE
    across, down = _FIELD
    right, bottom = left + across, top + down
    parts = [_text(_MARGIN, _MARGIN + _SIZE, title, size=18), _text(_MARGIN, top - 12, columns[1], _QUIET)]
    parts += [_rule(left, top, left, bottom), _rule(left, bottom, right, bottom)]
    parts += _ticks(below, aside, left, top)
    parts.append(_text(right, bottom + 2 * _LINE, columns[0], _QUIET, anchor="end"))
    for name, point in zip(names, points, strict=True):
        x, y = left + below.share(point.x) * across, bottom - aside.share(point.y) * down
        hint = f"{name} ({point.x:g}, {point.y:g})"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_FILL}" fill-opacity="0.7">'
            f"<title>{_safe(hint)}</title></circle>"
        )
        if len(points) <= _NAMED:
            parts.append(_text(x + 6, y - 4, name, size=10))
    width = max(right + _width(names, 10) + _MARGIN, _MARGIN * 2 + _width([title], 18))
    return _document(width, bottom + 2 * _LINE + _MARGIN, parts)


def _ticks(below: Axis, aside: Axis, left: float, top: float) -> list[str]:
    across, down = _FIELD
    parts = []
    for tick, label in zip(below.ticks, below.labels, strict=True):
        x = left + below.share(tick) * across
        parts += [_rule(x, top + down, x, top + down + 4), _text(x, top + down + _LINE, label, anchor="middle")]
    for tick, label in zip(aside.ticks, aside.labels, strict=True):
        y = top + down - aside.share(tick) * down
        parts += [_rule(left - 4, y, left, y), _text(left - 8, y + _SIZE / 3, label, anchor="end")]
    return parts


def _width(texts: Sequence[str], size: int = _SIZE) -> float:
    """Pixels of the widest of some texts."""
    return max((cell_width(text) for text in texts), default=0) * size / 2


def _safe(text: str) -> str:
    """`text` as XML has it: marks for what no XML 1.0 document may hold, entities for what it would read."""
    return escape(visible(text, keep=""))


def _text(x: float, y: float, text: str, colour: str = _INK, *, anchor: str = "start", size: int = _SIZE) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"'
    return f'<text {place} xml:space="preserve">{_safe(text)}</text>'


def _bar(x: float, y: float, width: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_LINE - 5}" fill="{_FILL}"/>'


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{_QUIET}"/>'


def _document(width: float, height: float, parts: Sequence[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    body = "\n".join(parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FONTS}">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )
