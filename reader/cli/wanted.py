"""What is asked of tables by the names of their columns, and what each table can give of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.export.tables import Shown, Source
from reader.model import Table
from reader.parse.fold import fold
from reader.ranking import Ranking, SortKey, UnknownColumnError, find_column, score_column
from reader.ranking.filters import Condition, named_condition
from reader.ranking.view import View

SCORE = "score"
_SCORE = re.compile(rf"\s*{SCORE}(?=\s*[<>=≤≥≠~!])", re.IGNORECASE)
_COMMA = re.compile("[,，]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`sort` are columns with whether they go down, the first weighing most; every one of the conditions `where` must
    hold; `columns` are lists of names, parted by commas, blank when all columns are wanted."""

    sort: Sequence[tuple[str, bool]] = ()
    where: Sequence[str] = ()
    columns: Sequence[str] = ()


class Given(NamedTuple):
    """`shown` is None for a table that cannot be filtered or cut as asked; `faults` are the names it has not."""

    shown: Shown | None
    faults: tuple[UnknownColumnError, ...] = ()


def given(ranking: Ranking, wanted: Wanted, source: Source) -> Given:
    """What a table shows of what is wanted.

    A table without a column to sort by is shown as printed. One without a column of a condition holds nothing that
    fulfils it, and one without a column to show would be another table: these are not shown. Raises `FilterError`.
    """
    faults: list[UnknownColumnError] = []
    conditions: list[Condition] = []
    columns: list[int] = []
    keys: list[SortKey] = []
    try:
        conditions.extend(_condition(text, ranking) for text in wanted.where)
        columns.extend(_column(name, ranking) for names in wanted.columns for name in _names(names, ranking.table))
    except UnknownColumnError as error:
        return Given(None, (error,))
    for name, descending in wanted.sort:
        try:
            keys.append(SortKey(_column(name, ranking), descending))
        except UnknownColumnError as error:
            faults.append(error)
    view = View(tuple(keys), tuple(conditions))
    return Given(Shown.of(ranking, view, columns=columns or None, source=source), tuple(faults))


def _column(name: str, ranking: Ranking) -> int:
    if name == SCORE:
        column = score_column(ranking.columns)
        if column is not None:
            return column.index
    return find_column(ranking.table, name)


def _condition(text: str, ranking: Ranking) -> Condition:
    score = score_column(ranking.columns)
    if score is not None:
        text = _SCORE.sub(f"#{score.index + 1}", fold(text), count=1)
    return named_condition(text, ranking.table)


def _names(listed: str, table: Table) -> list[str]:
    """The names in a list; a comma that is printed in a column's name parts nothing."""
    if fold(listed).strip() in map(fold, table.columns):
        return [listed]
    return [name.strip() for name in _COMMA.split(listed) if name.strip()]
