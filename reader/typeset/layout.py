"""Sections as rows of a given width: what the article view paints and the command line prints."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.typeset.breaking import balance, break_rows
from reader.typeset.labels import MIDDLE_DOT
from reader.typeset.sections import BEGINNING, HEADS, Place, Section, SectionKind

MEASURE = 60
"""Widest row in cells: thirty characters, the upper end of what is read fastest."""
GUTTER = 2
"""Cells to the right of the measure in which one closing mark may hang."""

_FIRST_INDENT = {SectionKind.PARAGRAPH: 4}
_MARGIN = {SectionKind.CAPTION: 2, SectionKind.NOTE: 4}
_SPACED = {SectionKind.CROSSHEAD, SectionKind.CAPTION, SectionKind.TABLE}
_BALANCED = {SectionKind.KICKER, SectionKind.HEADLINE, SectionKind.DECK, SectionKind.CROSSHEAD}


class Row(NamedTuple):
    """Characters `[start, end)` of a section on one row of the screen, `indent` cells from the left.

    Of a table, `start` is the number of the drawn line. A blank row has `end == start`.
    """

    section: int
    start: int
    end: int
    indent: int = 0


def lay_out(
    flow: Sequence[Section],
    width: int,
    table_rows: Callable[[int, int], int],
    *,
    words: Callable[[int], Sequence[int] | None] | None = None,
    spaced: bool = False,
) -> list[Row]:
    """Rows of `width` cells, plus the gutter; `table_rows(table, width)` says how many lines a table takes.

    `words(section)` gives the characters of a section at which words begin, where they are known. With `spaced` a blank
    row follows each row of running text.
    """
    rows: list[Row] = []
    for index, section in enumerate(flow):
        if rows and rows[-1].end > rows[-1].start and _parted(flow[index - 1].kind, section.kind):
            rows.append(Row(index, 0, 0))
        if section.table is not None:
            rows += [Row(index, line, line + 1) for line in range(table_rows(section.table, width))]
            continue
        heads = words(index) if words else None
        margin = min(_MARGIN.get(section.kind, 0), max(0, width // 8))
        first = min(_FIRST_INDENT.get(section.kind, 0), max(0, width // 4))
        if section.kind in _BALANCED:
            broken = balance(section.text, max(1, width), words=heads)
        else:
            keep = _items(section.text) if section.kind is SectionKind.MASTHEAD else ()
            broken = break_rows(section.text, max(1, width - margin), indent=first, hang=GUTTER, keep=keep, words=heads)
        for number, (start, end) in enumerate(broken):
            rows.append(Row(index, start, end, margin + (0 if number else first)))
            if spaced and section.kind not in _BALANCED:
                rows.append(Row(index, end, end))
    return rows


def _items(text: str) -> list[tuple[int, int]]:
    """Spans of the items of a masthead, each with the dot behind it, so that a row ends between two of them."""
    spans, start = [], 0
    for item in text.split(MIDDLE_DOT):
        end = start + len(item)
        spans.append((start, min(end + len(MIDDLE_DOT) - 1, len(text))))
        start = end + len(MIDDLE_DOT)
    return spans


def _parted(before: SectionKind, kind: SectionKind) -> bool:
    """Whether a blank row stands between two kinds of section."""
    if before is SectionKind.MASTHEAD or kind in _SPACED:
        return True
    heads = set(HEADS.values())
    if before in heads:
        return kind not in heads
    if before in (SectionKind.CAPTION, SectionKind.TABLE):
        return True
    return kind in heads


def row_of(rows: Sequence[Row], place: Place) -> int:
    """Index of the row that holds a place, 0 when there is none."""
    return max(0, bisect_right(rows, (place.section, place.character), key=lambda row: (row.section, row.start)) - 1)


def place_of(rows: Sequence[Row], index: int) -> Place:
    """The place a row begins at; of rows beyond the end, the last one's."""
    if not rows:
        return BEGINNING
    row = rows[min(max(index, 0), len(rows) - 1)]
    return Place(row.section, row.start)
