"""Marks inside the cells of a table, drawn small or in full."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.theme import MarkClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.style import Style

    from reader.model import Cell
    from reader.tui.marks import Mark


class CellMarks:
    """Marks over the page text, and how each class is drawn in a cell."""

    def __init__(self, marks: Sequence[Mark] = (), styles: Mapping[str, Style] | None = None) -> None:
        self._marks = sorted(marks)
        self._styles = styles or {}

    def over(self, cell: Cell, shown: str) -> Iterator[tuple[int, int, Style]]:
        """Where `shown`, the text of a cell or its beginning with an ellipsis, is marked, and how: start, end, style.

        A cell that is one figure and nothing else is left alone.
        """
        if cell.span is None or len(cell.text) != cell.span.end - cell.span.start:
            return
        start, end = cell.span
        length = len(shown.removesuffix("…"))
        index = bisect_left(self._marks, start, key=lambda mark: mark.start)
        while index < len(self._marks) and self._marks[index].start < min(end, start + length):
            mark = self._marks[index]
            if mark.kind is not MarkClass.FIGURES or mark.end - mark.start != end - start:
                yield mark.start - start, min(mark.end - start, length), self._styles[mark.kind]
            index += 1

    def segments(self, cell: Cell, shown: str, look: Style) -> list[Segment]:
        """`shown` in pieces, each in `look` and in all that it is marked with: a name may hold a figure."""
        laid = list(self.over(cell, shown))
        cuts = sorted({0, len(shown), *(at for start, end, _style in laid for at in (start, end))})
        return [
            Segment(shown[start:end], sum((one[2] for one in laid if one[0] <= start < one[1]), look))
            for start, end in pairwise(cuts)
        ]
