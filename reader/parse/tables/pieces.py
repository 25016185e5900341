"""From lines to printed tables: each form's reader in turn, then header, title and caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.limits import limits
from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.delimited import find_blanks, find_tabs, find_wide_blanks
from reader.parse.tables.grid import Form, Grid, printed, within
from reader.parse.tables.headers import header_height, numeric_columns, read_header, reads_as_header, same_header
from reader.parse.tables.html import find_html
from reader.parse.tables.pipes import find_pipes
from reader.parse.tables.shapes import NUMERIC, shape_of
from reader.parse.tables.stacked import find_stacked
from reader.parse.tables.titles import find_headings
from reader.parse.tables.vocabulary import is_header_word


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """One table, or one piece of a table, as it stands on the page.

    `first` and `last` are indices into the lines it was found in, both part of it. `title` and `caption` are indices of
    lines over it, proposals only. `heading` is a title printed inside the table, over all its columns. `columns` are
    blank names when no header is printed (`headed` false). `rows` keep the number of cells they were printed with;
    `hung` gives, by row and column, the text of the HTML cell that spans down over a blank one.
    """

    form: Form
    first: int
    last: int
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    headed: bool
    title: tuple[int, ...] = ()
    caption: tuple[int, ...] = ()
    heading: Cell | None = None
    hung: tuple[tuple[int, int, str], ...] = ()
    cut: int = 0
    """Rows that are printed behind these and left out, for the table is too large."""


def find_pieces(text: str, lines: Sequence[Line]) -> list[PrintedTable]:
    """The tables among `lines`, in page order, no line in two of them. `lines` are those of `part_markup`. Linear."""
    taken = [False] * len(lines)
    grids: list[Grid] = []

    def take(found: Sequence[Grid]) -> None:
        for whole in found:
            grid = within(whole, limits().largest_table)
            for part in [grid] if grid.cut else _parted(grid, lines):
                grids.append(part)
                taken[part.first : part.last + 1] = [True] * (part.last + 1 - part.first)

    take(find_html(text, lines))
    take(find_pipes(lines, taken))
    take(find_tabs(lines, taken))
    take(find_wide_blanks(lines, taken))
    take(find_stacked(lines, taken))
    take(find_blanks(lines, taken))
    pieces: list[PrintedTable] = []
    for grid in sorted(grids, key=lambda grid: grid.first):
        piece = _piece(grid, lines, taken)
        for index in (*piece.title, *piece.caption):
            taken[index] = True
        pieces.append(piece)
    return pieces


def _parted(grid: Grid, lines: Sequence[Line]) -> list[Grid]:
    """`grid` cut before each header printed inside it, where it has its own line."""
    rows = grid.texts
    figures = numeric_columns(rows)
    if grid.form is Form.HTML or len(rows) < 4:
        return [grid]
    height = header_height(rows, grid.marked)
    cuts = [0]
    row = max(1, height)
    while row < len(rows) - 1:
        if _begins_anew(rows, row, figures, height):
            cuts.append(row)
            row += 1
            while row < len(rows) - 1 and figures and reads_as_header(rows[row], figures):
                row += 1
        row += 1
    parts = [grid.part(start, stop) for start, stop in zip(cuts, [*cuts[1:], len(rows)], strict=True)]
    return [part for part in (_trimmed(part, lines) for part in parts) if part.rows]


def _begins_anew(rows: list[list[str]], row: int, figures: Sequence[int], height: int) -> bool:
    cells = [cell for cell in rows[row] if cell]
    if len(cells) < 2:
        return False
    if height and same_header(rows[row], rows[0]):
        return True
    if not figures or not reads_as_header(rows[row], figures):
        return False
    words = sum(map(is_header_word, cells))
    above = row - 1
    titled = sum(map(bool, rows[above])) == 1 and above > 1
    if titled:
        # The title of another table stands between.
        above -= 1
    figures_before = any(shape_of(rows[above][c]) in NUMERIC for c in figures if c < len(rows[above]))
    return figures_before and words * (2 if titled else 3) >= len(cells) * (1 if titled else 2)


def _trimmed(grid: Grid, lines: Sequence[Line]) -> Grid:
    """`grid` without lines of one cell at its end or beginning that no tab or pipe marks as a row: they are titles."""
    start, stop = 0, len(grid.rows)
    if grid.form in (Form.PIPES, Form.HTML, Form.STACKED):
        return grid

    def is_bare(row: int) -> bool:
        return printed(grid.rows[row]) <= 1 and "\t" not in lines[grid.lines[row][0]].raw

    while stop > start and is_bare(stop - 1):
        stop -= 1
    while start < stop and is_bare(start):
        start += 1
    return grid.part(start, stop)


def _piece(grid: Grid, lines: Sequence[Line], taken: Sequence[bool]) -> PrintedTable:
    blank = next((i for i, row in enumerate(grid.rows) if printed(row)), 0)
    grid = replace(grid.part(blank, len(grid.rows)), first=grid.first)
    heading = _heading(grid)
    inner = grid.part(1, len(grid.rows)) if heading else grid
    header = read_header(inner)
    title, caption = find_headings(lines, grid.first, taken)
    return PrintedTable(
        form=grid.form,
        first=grid.first,
        last=grid.last,
        columns=header.names,
        rows=inner.rows[header.height :],
        headed=header.height > 0,
        title=title,
        caption=caption,
        heading=heading,
        hung=_hung(inner, header.height),
        cut=inner.cut,
    )


def _heading(grid: Grid) -> Cell | None:
    """A title printed as the first row, alone on all columns."""
    if len(grid.rows) < 3 or printed(grid.rows[0]) != 1 or printed(grid.rows[1]) < 2:
        return None
    cell, text = grid.rows[0][0], grid.rows[0][0].text
    if not text or shape_of(text) in NUMERIC:
        return None
    if grid.form is Form.HTML:
        alone = all((0, column) in grid.covered for column in range(1, len(grid.rows[0])))
        return cell if alone and len(grid.rows[0]) > 1 else None
    return cell if grid.rows[1][0].text else None


def _hung(grid: Grid, height: int) -> tuple[tuple[int, int, str], ...]:
    """Body cells a cell above spans over. A span that comes down from the header names no row."""
    found: list[tuple[int, int, str]] = []
    from_header: set[tuple[int, int]] = set()
    for row, column in sorted(grid.hung):
        if row < height or not (text := grid.covered[row, column]):
            continue
        if row == height or (row - 1, column) in from_header:
            from_header.add((row, column))
        else:
            found.append((row - height, column, text))
    return tuple(found)
