"""The rows of a table printed one cell per line: whole ones, and those that lack cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.parse.lines import Line
from reader.parse.tables.shapes import rank_value
from reader.parse.tables.stacked_lines import Kind, Seen
from reader.parse.tables.vocabulary import NameKind, is_summary_word, name_kind

_LONGEST_SECTION = 16
_MOST_LEFT_OUT = 9
_MOST_LEFT_OUT_FREE = 3
"""Places a ranking may skip from one row to the next; fewer where nothing but the ranks proves the rows."""
_VALUES = frozenset({Kind.FIGURE, Kind.CODE})


class Columns(NamedTuple):
    """What each column holds, by the first row, and which of them rank the rows.

    With `is_free`, ranks in front alone prove a row: 数量 may be 两间 in one row and 15个 in the next. With
    `is_strict`, when no name is known, codes and words do not mix either.
    """

    kinds: tuple[Kind, ...]
    ranks: tuple[int, ...]
    is_free: bool
    is_strict: bool = False


def columns_under(lines: Sequence[Line], seen: Sequence[Seen], first: int, width: int) -> Columns | None:
    """The columns under a header of `width` lines at `first`; None when what follows cannot be a row of it."""
    start = first + width
    ranked = [column for column in range(width) if name_kind(lines[first + column].text) is NameKind.RANK]
    if ranked and ranked[0] == 0 and _may_be_section(lines, seen, start):
        start += 1
    kinds = tuple(cell.kind for cell in seen[start : start + width])
    if len(kinds) < width or Kind.NONE in kinds or set(kinds) in ({Kind.FIGURE}, {Kind.WORD}, {Kind.DASH}):
        return None
    if any(kinds[column] not in _VALUES for column in ranked):
        return None
    ranks = tuple(column for column in ranked if rank_value(lines[start + column].text) is not None)
    return Columns(kinds, ranks, is_free=0 in ranks)


def is_patterned(kinds: Sequence[Kind]) -> bool:
    """Whether rows of these kinds are proof without a known name: values in two columns, the last one of them.

    A last column of words would leave open whether the header begins a line earlier.
    """
    return (
        len(kinds) >= 3 and sum(kind in _VALUES for kind in kinds) >= 2 and Kind.WORD in kinds and kinds[-1] in _VALUES
    )


def _may_be_section(lines: Sequence[Line], seen: Sequence[Seen], at: int) -> bool:
    return (
        at < len(lines) and seen[at].adjoins and seen[at].kind is Kind.WORD and len(lines[at].text) <= _LONGEST_SECTION
    )


class RowReader:
    """Finds where rows begin among `lines`, whose `columns` are known."""

    def __init__(self, lines: Sequence[Line], seen: Sequence[Seen], columns: Columns) -> None:
        self._lines = lines
        self._seen = seen
        self._columns = columns
        self._width = len(columns.kinds)
        self._skip = _MOST_LEFT_OUT_FREE if columns.is_free else _MOST_LEFT_OUT

    def row_starts(self, start: int, fewest: int) -> list[int] | None:
        """Where each row begins, and behind the last where the table ends; None with fewer whole rows than `fewest`.

        After enough whole rows, a row may lack cells, sum up the others, or be the name of a section, where whole rows
        go on below; where ranks stand in front, a row may lack cells and a section begin from the first.
        """
        ranked = 0 in self._columns.ranks
        starts: list[int] = []
        places: dict[int, int] = {}
        whole = 0
        if ranked and self._is_section(start, places):
            starts.append(start)
            start += 1
        while True:
            starts.append(start)
            size = self._width if self._is_row(start, places) else 0
            if size and ranked and not self._goes_on(start + size, self._places(start)):
                size = self._cut_row(start, places) or size
            elif not size and whole >= fewest:
                size = self._summary_row(start) or self._cut_row(start, places) or int(self._is_section(start, places))
            elif not size and ranked:
                size = int(self._is_section(start, places))
            if not size:
                return starts if whole >= fewest else None
            if size == self._width:
                whole += 1
                places = self._places(start)
            elif size == 1:
                places = {}
            elif ranked and not is_summary_word(self._lines[start].text):
                places = {**places, 0: rank_value(self._lines[start].text) or 0}
            start += size

    def _places(self, start: int) -> dict[int, int]:
        return {column: rank_value(self._lines[start + column].text) or 0 for column in self._columns.ranks}

    def _goes_on(self, at: int, places: dict[int, int]) -> bool:
        return self._is_row(at, places) or self._summary_row(at) > 0 or self._is_section(at, places)

    def _follows(self, at: int, column: int, places: dict[int, int]) -> bool:
        place, last = rank_value(self._lines[at].text), places.get(column)
        return place is not None and (last is None or last <= place <= last + self._skip)

    def _is_row(self, start: int, places: dict[int, int]) -> bool:
        """Whether a whole row stands at `start`, its ranks going on from `places`."""
        if start + self._width > len(self._lines):
            return False
        if not all(self._follows(start + column, column, places) for column in self._columns.ranks):
            return False
        for column, kind in enumerate(self._columns.kinds):
            cell = self._seen[start + column]
            if not cell.adjoins or cell.kind is Kind.NONE:
                return False
            if self._columns.is_free:
                if is_summary_word(self._lines[start + column].text):
                    return False
            elif not self._fits(cell.kind, kind):
                return False
        return True

    def _fits(self, kind: Kind, column: Kind) -> bool:
        if kind is Kind.DASH or column is Kind.DASH:
            return True
        if column is Kind.WORD and not self._columns.is_strict:
            return kind is not Kind.FIGURE
        return kind is column

    def _is_section(self, at: int, places: dict[int, int]) -> bool:
        """Whether a name alone stands over a row whose ranks go on or begin anew."""
        if not _may_be_section(self._lines, self._seen, at) or not self._is_row(at + 1, {}):
            return False
        return self._is_row(at + 1, places) or all(place <= 1 for place in self._places(at + 1).values())

    def _summary_row(self, start: int) -> int:
        """The number of lines of a row that sums up others: its name, behind a dash where it has no rank, and the
        figures there are; else 0."""
        size = self._summary_name(start)
        if not size:
            return 0
        while size < self._width and start + size < len(self._lines) and self._is_value(start + size):
            size += 1
        # The first place of the next row is a figure too.
        sizes = (size - lost for lost in range(size - 1) if self._is_row(start + size - lost, {}))
        return next(sizes, size if size > 1 else 0)

    def _summary_name(self, start: int) -> int:
        """The lines up to the name of a row that sums up others, 0 when there is none."""
        for at in range(start, min(start + 2, len(self._lines))):
            if not self._seen[at].adjoins:
                return 0
            if is_summary_word(self._lines[at].text):
                return at + 1 - start
            if self._seen[at].kind is not Kind.DASH:
                return 0
        return 0

    def _is_value(self, at: int) -> bool:
        return self._seen[at].adjoins and self._seen[at].kind in (*_VALUES, Kind.DASH)

    def _cut_row(self, start: int, places: dict[int, int]) -> int:
        """The number of lines of a row that lacks cells behind its first, where rows go on below; else 0."""
        ranked = 0 in self._columns.ranks
        if start >= len(self._lines) or (ranked and not self._follows(start, 0, places)):
            return 0
        after = {0: rank_value(self._lines[start].text) or 0} if ranked else places
        for size in range(self._width - 1, 1, -1):
            if self._is_row(start + size, after) and self._is_part(start, size):
                return size
        return 0

    def _is_part(self, start: int, size: int) -> bool:
        """Whether the `size` lines at `start` fit into columns in their order, the first into the first."""
        column = -1
        for at in range(start, start + size):
            cell = self._seen[at]
            if not cell.adjoins or cell.kind is Kind.NONE:
                return False
            behind = range(column + 1, 1 if column < 0 else self._width)
            column = next((c for c in behind if self._fits(cell.kind, self._columns.kinds[c])), -1)
            if column < 0:
                return False
        return True
