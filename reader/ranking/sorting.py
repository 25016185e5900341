"""The order of a table's rows by one or more columns, each up or down.

Blank cells and dashes come last whichever way a column is sorted, words among figures come before them, and summary
rows (合计, 平均) stay at the end as printed. Words go by their GBK code, which for the 3755
characters of GB 2312 level 1 is the order of their pinyin (GB 2312-80).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Table
from reader.ranking.columns import Column, typed_columns
from reader.ranking.values import comparable, is_blank


class SortKey(NamedTuple):
    """Sort by the column with this index."""

    column: int
    descending: bool = False


class _ColumnKeys(NamedTuple):
    """Every row's figure, or its words as GBK codes; a row in neither is blank."""

    numbers: dict[int, float]
    words: dict[int, bytes]


def text_key(text: str) -> bytes:
    """The GBK code of `text`, near pinyin order; what GBK lacks goes by its four-byte GB 18030 code."""
    return text.encode("gb18030", "replace")


class Ranking:
    """A table ready to be sorted again and again: each cell is read once, on the first sort by its column."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns: tuple[Column, ...] = typed_columns(table)
        self._keys: dict[int, _ColumnKeys] = {}
        self._body = [row for row in range(len(table.rows)) if row not in table.summary]

    def order(self, keys: Sequence[SortKey]) -> list[int]:
        """Row indices in sorted order, the first key weighing most; equal rows keep the printed order.

        Without keys: the printed order, summary rows last. Raises `IndexError` for a column the table has not.
        """
        order = self._body
        for key in reversed(keys):
            order = self._sorted(order, key)
        return [*order, *sorted(self.table.summary)]

    def number(self, row: int, column: int) -> float | None:
        """The figure in a cell of a row that is no summary; None for blanks, dashes and words."""
        return self._column_keys(column).numbers.get(row)

    def _sorted(self, order: Sequence[int], key: SortKey) -> list[int]:
        keys = self._column_keys(key.column)
        numbers = [row for row in order if row in keys.numbers]
        words = [row for row in order if row in keys.words]
        numbers.sort(key=keys.numbers.__getitem__, reverse=key.descending)
        words.sort(key=keys.words.__getitem__, reverse=key.descending)
        if len(numbers) + len(words) == len(order):
            return numbers + words
        return numbers + words + [row for row in order if row not in keys.numbers and row not in keys.words]

    def _column_keys(self, index: int) -> _ColumnKeys:
        if index not in self._keys:
            self._keys[index] = self._read(self.columns[index])
        return self._keys[index]

    def _read(self, column: Column) -> _ColumnKeys:
        numbers: dict[int, float] = {}
        words: dict[int, bytes] = {}
        index, rows, is_numeric = column.index, self.table.rows, column.is_numeric
        for row in self._body:
            text = rows[row][index].text
            number = comparable(text) if is_numeric else None
            if number is not None:
                numbers[row] = number
            elif not is_blank(text):
                words[row] = text_key(text)
        return _ColumnKeys(numbers, words)


def sort_order(table: Table, keys: Sequence[SortKey]) -> list[int]:
    """Row indices of `table` in the order of `keys`; see `Ranking.order`."""
    return Ranking(table).order(keys)
