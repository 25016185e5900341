"""Putting fewer cells on more columns: a row that lost a cell, a header that lost a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.parse.tables.shapes import NUMERIC, Shape, column_cells, sample, shape_of
from reader.parse.tables.vocabulary import NameKind, name_kind

_WIDEST = 64
"""Columns up to which a placement is searched; the search takes items times columns."""


def place(items: int, columns: int, score: Callable[[int, int], float]) -> list[int]:
    """Ascending columns for `items` things so that the sum of `score(item, column)` is greatest.

    Of two placements as good, the one further left. With `items >= columns` or a table of more than 64 columns, item i
    stands on column i.
    """
    if items >= columns or columns > _WIDEST:
        return list(range(items))
    slack = columns - items
    # best[i][s]: greatest sum for items i and after when s columns have been left free before item i.
    best = [[0.0] * (slack + 1) for _ in range(items + 1)]
    for item in range(items - 1, -1, -1):
        for skipped in range(slack, -1, -1):
            here = score(item, item + skipped) + best[item + 1][skipped]
            later = best[item][skipped + 1] if skipped < slack else float("-inf")
            best[item][skipped] = max(here, later)
    chosen: list[int] = []
    skipped = 0
    for item in range(items):
        while skipped < slack and (score(item, item + skipped) + best[item + 1][skipped] < best[item][skipped] - 1e-9):
            skipped += 1
        chosen.append(item + skipped)
    return chosen


class ColumnShapes:
    """What the cells of each column look like, as shares of shapes."""

    def __init__(self, rows: Sequence[Sequence[str]], width: int) -> None:
        seen = sample(rows)
        self.shares: list[dict[Shape, float]] = []
        for column in range(width):
            cells = column_cells(seen, column)
            counts: dict[Shape, float] = {}
            for cell in cells:
                shape = shape_of(cell)
                counts[shape] = counts.get(shape, 0.0) + 1 / len(cells)
            self.shares.append(counts)

    def numeric(self, column: int) -> float:
        """Share of the column's cells that hold a figure."""
        return sum(share for shape, share in self.shares[column].items() if shape in NUMERIC)

    def cell_fit(self, text: str, column: int) -> float:
        """How well a cell reads in a column: 1 same shape, 0.5 another figure, below 0 words among figures."""
        shape = shape_of(text)
        shares = self.shares[column]
        same = shares.get(shape, 0.0)
        if shape is Shape.BLANK:
            return same
        if shape in NUMERIC:
            return same + 0.5 * (self.numeric(column) - same) - shares.get(Shape.TEXT, 0.0)
        if shape is Shape.DASH:
            return same + 0.5 * self.numeric(column)
        return same - self.numeric(column)

    def name_fit(self, name: str, column: int) -> float:
        """How well a column's name goes with its cells; 0 when the name says nothing."""
        kind = name_kind(name)
        shares = self.shares[column]
        text, percent = shares.get(Shape.TEXT, 0.0), shares.get(Shape.PERCENT, 0.0)
        whole = shares.get(Shape.INTEGER, 0.0) + shares.get(Shape.ORDINAL, 0.0)
        numeric = self.numeric(column)
        match kind:
            case NameKind.RANK:
                return whole - text - percent
            case NameKind.PERCENT:
                return percent + 0.4 * (numeric - percent) - text
            case NameKind.FIGURE:
                return numeric - 0.3 * percent - text
            case NameKind.WORD:
                return text - numeric
            case NameKind.UNKNOWN:
                return 0.0
