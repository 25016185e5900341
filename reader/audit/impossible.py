"""Rates no figure can reach: a part greater than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from reader.audit.grid import Grid, Place
from reader.audit.model import Finding, Kind, Severity
from reader.audit.words import words
from reader.i18n import _

_OFTEN = 8
"""One row in so many may have a part above its whole."""


def impossible(grid: Grid, article: str, table: int) -> Iterator[Finding]:
    """Rates above 100% of a part in its whole, and 按期结案率 above the 结案率 it is a part of."""
    percents = {grid.bare(c): c for c in grid.figures if grid.is_percent(c)}
    for name, column in percents.items():
        if name.endswith(words("rates", "capped")):
            for row, figure in grid.figures[column].items():
                if figure.value > 100:
                    note = _("{column} is the share of a part and cannot exceed 100%").format(column=grid.name(column))
                    yield from _finding(grid, Place(row, column), "100%", note, Severity.CERTAIN, article, table)
        whole = next((name[len(p) :] for p in words("rates", "subset_prefixes") if name.startswith(p)), None)
        over = percents.get(whole) if whole else None
        if over is None:
            continue
        others = grid.figures[over]
        compared = [(row, figure, others[row]) for row, figure in grid.figures[column].items() if row in others]
        above = [(row, figure, other) for row, figure, other in compared if figure.value > other.value]
        if len(above) * _OFTEN > len(compared):
            # So often that the one is no part of the other, whatever it is called.
            continue
        for row, figure, other in above:
            note = _("{part} is a part of {whole}, but {first} > {second}").format(
                part=grid.name(column), whole=grid.name(over), first=figure.text, second=other.text
            )
            yield from _finding(grid, Place(row, column), f"≤ {other.text}", note, Severity.DOUBTFUL, article, table)


def _finding(
    grid: Grid, place: Place, computed: str, note: str, severity: Severity, article: str, table: int
) -> Iterator[Finding]:
    cell = grid.table.rows[place.row][place.column]
    if cell.span is not None:
        yield Finding(
            article,
            severity,
            Kind.IMPOSSIBLE,
            cell.text,
            computed,
            note,
            cell.span,
            (Kind.IMPOSSIBLE,),
            table,
            place.row,
            place.column,
        )
