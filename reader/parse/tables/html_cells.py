"""Rows and cells of one HTML table, laid out on columns as rowspan and colspan say."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Cell, Span
from reader.parse.tables.grid import BLANK, Form, Grid

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,4})", re.I)
# "&#9999999…;" is U+FFFD by the HTML standard (13.2.5.80), and more digits than Python makes a number of.
_BEYOND = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_BLANKS = re.compile(r"\s+")
_ROW_ENDS = frozenset({"thead", "tbody", "tfoot"})
_WIDEST = 128
"""Columns a table may have; spans beyond it are ignored."""
_LEAST_BUDGET = 2000
"""Cells that may be spanned over, at least; more in a long table. So a page cannot ask for more than it prints."""


class _RawCell(NamedTuple):
    start: int
    end: int
    rowspan: int
    colspan: int
    is_header: bool


class _RawRow(NamedTuple):
    start: int
    end: int
    cells: list[_RawCell]
    in_head: bool


def _raw_rows(text: str, start: int, end: int) -> list[_RawRow]:
    rows: list[_RawRow] = []
    cells: list[_RawCell] = []
    row_start = start
    in_head = False
    opened: tuple[int, int, int, bool] | None = None
    depth = 0

    def close_cell(at: int) -> None:
        nonlocal opened
        if opened is not None:
            cells.append(_RawCell(opened[0], at, opened[1], opened[2], opened[3]))
            opened = None

    def close_row(at: int) -> None:
        nonlocal cells
        close_cell(at)
        if cells:
            rows.append(_RawRow(row_start, at, cells, in_head))
            cells = []

    for tag in TAG.finditer(text, start, end):
        name, is_end = tag.group(2).lower(), bool(tag.group(1))
        if name == "table":
            depth += -1 if is_end else 1
        elif depth > 1:
            continue
        elif name in ("td", "th"):
            close_cell(tag.start())
            if not is_end:
                spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(tag.group(3))}
                opened = (tag.end(), max(1, spans.get("row", 1)), max(1, spans.get("col", 1)), name == "th")
        elif name == "tr":
            close_row(tag.start())
            row_start = tag.start()
        elif name in _ROW_ENDS:
            close_row(tag.start())
            in_head = name == "thead" and not is_end
    close_row(end)
    return rows


def _cell(text: str, raw: _RawCell) -> Cell:
    """The cell's text without tags, entities resolved; its span runs from its first printed character to its last."""
    parts: list[str] = []
    first = last = -1
    at = raw.start
    for tag in [*TAG.finditer(text, raw.start, raw.end), None]:
        stop = tag.start() if tag else raw.end
        piece = text[at:stop]
        shown = piece.strip()
        if shown:
            begin = at + len(piece) - len(piece.lstrip())
            first = begin if first < 0 else first
            last = begin + len(shown)
            parts.append(shown)
        at = tag.end() if tag else stop
    if first < 0:
        return BLANK
    return Cell(_BLANKS.sub(" ", html.unescape(_BEYOND.sub("\ufffd", " ".join(parts)))).strip(), Span(first, last))


class _Layout:
    """Rows filled from the left; a cell that spans rows hangs into the next ones and keeps its columns there."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self.rows: list[tuple[Cell, ...]] = []
        self.covered: dict[tuple[int, int], str] = {}
        self.hung: set[tuple[int, int]] = set()
        self._hanging: dict[int, tuple[int, str]] = {}

    def add(self, cells: Sequence[tuple[Cell, _RawCell]]) -> None:
        row: list[Cell] = []
        index = len(self.rows)
        hanging = {column: (rest - 1, text) for column, (rest, text) in self._hanging.items() if rest > 1}
        for cell, raw in cells:
            self._skip_hanging(row, index)
            span = raw.colspan if len(row) + raw.colspan <= _WIDEST and raw.colspan <= self._budget else 1
            self._budget -= span - 1
            for k in range(span):
                if k and len(row) in self._hanging:
                    break
                if k:
                    self.covered[index, len(row)] = cell.text
                if raw.rowspan > 1 and len(row) < _WIDEST and self._budget > 0:
                    hanging[len(row)] = (raw.rowspan - 1, cell.text)
                row.append(BLANK if k else cell)
        self._skip_hanging(row, index)
        self._hanging = hanging
        self.rows.append(tuple(row))

    def _skip_hanging(self, row: list[Cell], index: int) -> None:
        while self._budget > 0 and len(row) in self._hanging:
            self.covered[index, len(row)] = self._hanging[len(row)][1]
            self.hung.add((index, len(row)))
            self._budget -= 1
            row.append(BLANK)


def read_cells(text: str, extent: tuple[int, int], starts: Sequence[int], first: int, last: int) -> Grid | None:
    """The table at `extent` of `text`, on the lines `first` to `last` whose first characters stand at `starts`."""
    layout = _Layout(max(_LEAST_BUDGET, (extent[1] - extent[0]) // 8))
    lines: list[tuple[int, int]] = []
    marked = 0
    for raw in _raw_rows(text, *extent):
        if raw.in_head or all(cell.is_header for cell in raw.cells):
            marked += marked == len(lines)
        layout.add([(_cell(text, cell), cell) for cell in raw.cells])
        top, bottom = bisect_right(starts, raw.start) - 1, bisect_right(starts, raw.end - 1) - 1
        lines.append((max(first, top), max(first, bottom)))
    if not lines:
        return None
    return Grid(
        Form.HTML, first, last, tuple(layout.rows), tuple(lines), marked, layout.covered, frozenset(layout.hung)
    )
