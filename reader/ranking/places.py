"""Which place each row of a ranking table has, of how many."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.parse.tables.shapes import rank_value
from reader.parse.tables.vocabulary import bare_name
from reader.ranking.columns import ColumnKind, rank_column, score_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.ranking.columns import Column
    from reader.ranking.sorting import Ranking

_COUNTERS = frozenset({"序号", "序", "编号", "no", "no.", "index"})
"""Names of columns that count the rows, in the order of merit or in any other."""
_TURNS = 0.1
"""Share of rows that may stand out of order: OCR reads some figures wrong."""


class Place(NamedTuple):
    """`rank` is 1 for the best; `of` is how many have a place, in the row's group where each group is ranked by itself;
    `column` is the one the rank was printed in or counted from."""

    rank: int
    of: int
    column: int


def places(ranking: Ranking) -> dict[int, Place]:
    """The place of every row that has one; summary rows have none.

    The printed rank counts. Where there is none, the place goes by the score, the highest first, and rows with the same
    score share the better place. A column 序号 is a rank if the scores fall or rise along it, as in most rankings.
    """
    column, score = rank_column(ranking.columns), score_column(ranking.columns)
    if column is not None:
        printed = _printed(ranking, column)
        groups = _groups(ranking, printed)
        if printed and _is_rank(ranking, column, score, printed, groups):
            sizes = Counter(groups[row] for row in printed)
            # A rank may be higher than the rows are many: a list of the last ten, a row that OCR has lost.
            last: dict[str, int] = {}
            for row, rank in printed.items():
                last[groups[row]] = max(rank, last.get(groups[row], sizes[groups[row]]))
            return {row: Place(rank, last[groups[row]], column.index) for row, rank in printed.items()}
    return {} if score is None else _by_score(ranking, score)


def _printed(ranking: Ranking, column: Column) -> dict[int, int]:
    table = ranking.table
    found = {row: rank_value(cells[column.index].text) for row, cells in enumerate(table.rows)}
    return {row: rank for row, rank in found.items() if rank is not None and rank > 0 and row not in table.summary}


def _groups(ranking: Ranking, printed: Mapping[int, int]) -> dict[int, str]:
    """The group within which each row is ranked: one for all, unless the ranks begin anew in every group."""
    column = next((column for column in ranking.columns if column.kind is ColumnKind.GROUP), None)
    firsts = [row for row, rank in printed.items() if rank == 1]
    if column is None or len(firsts) < 2:
        return dict.fromkeys(printed, "")
    groups = {row: ranking.table.rows[row][column.index].text for row in printed}
    # Several may share the first place of one ranking; one ranking for each group has a first in more than one.
    return groups if len({groups[row] for row in firsts}) > 1 else dict.fromkeys(printed, "")


def _is_rank(
    ranking: Ranking, column: Column, score: Column | None, printed: Mapping[int, int], groups: Mapping[int, str]
) -> bool:
    """Whether a column says who is better, and does not only count the rows."""
    if score is None or (column.name and bare_name(column.name.rsplit("/", 1)[-1]) not in _COUNTERS):
        return True
    rows: dict[str, list[tuple[int, float]]] = {}
    for row, rank in printed.items():
        number = ranking.number(row, score.index)
        if number is not None:
            rows.setdefault(groups[row], []).append((rank, number))
    steps = [later - earlier for members in rows.values() for earlier, later in _steps(members)]
    turns = min(sum(step > 0 for step in steps), sum(step < 0 for step in steps))
    return turns <= len(steps) * _TURNS


def _steps(members: Iterable[tuple[int, float]]) -> Iterable[tuple[float, float]]:
    return pairwise(number for _rank, number in sorted(members, key=lambda member: member[0]))


def _by_score(ranking: Ranking, score: Column) -> dict[int, Place]:
    rows = range(len(ranking.table.rows))
    numbers = {row: number for row in rows if (number := ranking.number(row, score.index)) is not None}
    order: Sequence[int] = sorted(numbers, key=numbers.__getitem__, reverse=True)
    found: dict[int, Place] = {}
    rank = 0
    for at, row in enumerate(order, 1):
        if at == 1 or numbers[row] != numbers[order[at - 2]]:
            rank = at
        found[row] = Place(rank, len(order), score.index)
    return found
