"""A table as a reader of one form hands it on: rows of cells, each row with the lines it was printed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from reader.model import Cell, Span

BLANK = Cell("")


class Form(Enum):
    """How the columns of a table are told apart in the page text."""

    TABS = "tabs"
    BLANKS = "blanks"
    PIPES = "pipes"
    HTML = "html"
    STACKED = "one cell per line"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one table, header rows not yet told from the others.

    `lines[i]` are the first and last line index of row `i`; `first` and `last` enclose the whole table, rules and tags
    included. `marked` is the number of rows the form itself marks as header. `covered` gives, for a row and column, the
    text of the HTML cell that spans over it from the left or from above; `hung` are those spanned from above.
    """

    form: Form
    first: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[tuple[int, int], ...]
    marked: int = 0
    covered: dict[tuple[int, int], str] = field(default_factory=dict)
    hung: frozenset[tuple[int, int]] = frozenset()
    cut: int = 0
    """Rows behind the last one that stand on the page and are left out, for the table is too large."""

    @property
    def texts(self) -> list[list[str]]:
        return [[cell.text for cell in row] for row in self.rows]

    def part(self, start: int, stop: int) -> Grid:
        """The rows `start` to `stop`, with the lines between them; outer rules go with the outer rows."""
        covered = {(r - start, c): text for (r, c), text in self.covered.items() if start <= r < stop}
        return replace(
            self,
            first=self.first if start == 0 else self.lines[start][0],
            last=self.last if stop == len(self.rows) else self.lines[stop - 1][1],
            rows=self.rows[start:stop],
            lines=self.lines[start:stop],
            marked=max(0, min(self.marked, stop) - start),
            cut=self.cut if stop == len(self.rows) else 0,
            covered=covered,
            hung=frozenset((r - start, c) for r, c in self.hung if start <= r < stop),
        )


def within(grid: Grid, most: int) -> Grid:
    """`grid` with as many rows as have `most` cells, one at least; the lines of the others stay with it."""
    cells = 0
    for row, printed_cells in enumerate(grid.rows):
        cells += len(printed_cells)
        if cells > most and row:
            return replace(grid.part(0, row), last=grid.last, cut=len(grid.rows) - row)
    return grid


def usual_width(rows: Sequence[Sequence[object]]) -> int:
    """The number of cells most rows have; of two that are as frequent, the larger."""
    counts = Counter(map(len, rows))
    return max(counts, key=lambda width: (counts[width], width), default=0)


def make_cell(raw: str, offset: int) -> Cell:
    """The cell printed as `raw` at `offset` of the page, without the blanks around it."""
    text = raw.strip()
    if not text:
        return BLANK
    start = offset + len(raw) - len(raw.lstrip())
    return Cell(text, Span(start, start + len(text)))


def printed(row: Sequence[Cell]) -> int:
    """How many cells of `row` hold something."""
    return len([cell for cell in row if cell.text])
