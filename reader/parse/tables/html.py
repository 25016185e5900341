"""HTML tables as OCR models emit them: `<table>` over one or many lines, with rowspan and colspan.

The tags are read with a pattern that cannot backtrack, not with `html.parser`, whose positions are of lines and whose
time is not linear on malformed input. A table inside a cell is read as that cell's text; so depth costs nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.parse.lines import Line
from reader.parse.tables.grid import Grid
from reader.parse.tables.html_cells import TAG, read_cells

_WRAPPERS = frozenset({"html", "body", "div", "center", "p", "figure"})
_ROW_ENDS = frozenset({"tr", "thead", "tbody", "tfoot"})


class _Extent(NamedTuple):
    start: int
    end: int


def part_markup(text: str, lines: Sequence[Line]) -> list[Line]:
    """`lines`, each cut where an HTML table begins or ends, so that a table has its lines to itself.

    OCR models print `…如下:<table>…</table>备注` on one line. Linear.
    """
    extents = _extents(text)
    if not extents:
        return list(lines)
    cuts = sorted({offset for extent in extents for offset in extent})
    starts = [line.start for line in lines]
    inside: dict[int, list[int]] = {}
    for cut in cuts:
        index = bisect_right(starts, cut) - 1
        if index >= 0 and lines[index].start < cut < lines[index].end:
            inside.setdefault(index, []).append(cut)
    out: list[Line] = []
    for index, line in enumerate(lines):
        out.extend(_cut(text, line, inside[index]) if index in inside else [line])
    return out


def _cut(text: str, line: Line, cuts: list[int]) -> Iterator[Line]:
    edges = [line.raw_start, *cuts, line.raw_start + len(line.raw)]
    gap = line.gap
    for start, end in pairwise(edges):
        raw = text[start:end]
        shown = raw.strip()
        if shown:
            first = start + len(raw) - len(raw.lstrip())
            yield Line(first, first + len(shown), shown, raw, start, gap)
            gap = 0


def find_html(text: str, lines: Sequence[Line]) -> list[Grid]:
    """The HTML tables that have their lines to themselves (see `part_markup`), in page order."""
    starts = [line.start for line in lines]
    ends = {line.end: index for index, line in enumerate(lines)}
    grids: list[Grid] = []
    for extent in _extents(text):
        first = bisect_right(starts, extent.start) - 1
        last = ends.get(extent.end)
        if first < 0 or last is None or lines[first].start != extent.start:
            continue
        grid = read_cells(text, extent, starts, first, last)
        if grid is not None:
            grids.append(grid)
    return grids


def _extents(text: str) -> list[_Extent]:
    """Where the outermost tables stand, wrapping tags included. A table without an end goes to its last row's."""
    if "<table" not in text and "<TABLE" not in text:
        return []
    found: list[_Extent] = []
    start: int | None = None
    wrapped: int | None = None
    depth = last_cell = before = 0
    in_cell = closing = False
    for tag in TAG.finditer(text):
        name, is_end = tag.group(2).lower(), bool(tag.group(1))
        adjoining = not text[before : tag.start()].strip() if tag.start() - before < 200 else False
        before = tag.end()
        if closing and is_end and name in _WRAPPERS and adjoining:
            found[-1] = _Extent(found[-1].start, tag.end())
            continue
        closing = False
        if start is None:
            if name in _WRAPPERS and not is_end:
                wrapped = wrapped if wrapped is not None and adjoining else tag.start()
            elif name == "table" and not is_end:
                start = wrapped if wrapped is not None and adjoining else tag.start()
                depth, last_cell, in_cell, wrapped = 1, tag.end(), False, None
            else:
                wrapped = None
            continue
        if name == "table" and not is_end:
            if in_cell:
                depth += 1
            else:
                found.append(_Extent(start, last_cell))
                start, depth, last_cell = tag.start(), 1, tag.end()
        elif name == "table":
            depth -= 1
            last_cell = tag.end()
            if depth == 0:
                found.append(_Extent(start, tag.end()))
                start, wrapped, closing = None, None, True
        elif name in ("td", "th"):
            in_cell = not is_end if depth == 1 else in_cell
            last_cell = tag.end()
        elif name in _ROW_ENDS:
            in_cell = in_cell and depth > 1
            last_cell = tag.end()
    if start is not None:
        found.append(_Extent(start, last_cell))
    return found
