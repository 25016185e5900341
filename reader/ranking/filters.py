"""Which rows of a table are wanted: `>90`, `=0`, `!公司`, or a text that stands somewhere in the row."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from reader.i18n import _
from reader.model import Table
from reader.parse.fold import fold
from reader.ranking.columns import UnknownColumnError, find_column
from reader.ranking.values import comparable, is_blank


class Comparison(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    UNEQUAL = "!="
    HAS = "~"
    """The text stands in the cell."""
    LACKS = "!"
    """It does not."""


_NUMBERS: dict[Comparison, Callable[[float, float], bool]] = {
    Comparison.LESS: operator.lt,
    Comparison.AT_MOST: operator.le,
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
}
_SIGNS = {"≤": "<=", "≥": ">=", "≠": "!=", "==": "=", "<>": "!="}
_CONDITION = re.compile(r"(?P<sign><=|>=|!=|<>|==|[<>=≤≥≠~!])(?P<wanted>.*)", re.DOTALL)
_NAMED = re.compile(r"(?P<column>[^<>=≤≥≠~!]+)(?P<condition>(?:<=|>=|!=|<>|==|[<>=≤≥≠~!]).*)", re.DOTALL)


def compares_figures(comparison: Comparison) -> bool:
    """Whether it asks for more or less, which only figures are."""
    return comparison in _NUMBERS


class FilterError(ValueError):
    """A condition nobody can check; the message says why, in the language in use."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row has to fulfil, in one column or, with `column` None, in any of its cells."""

    column: int | None
    comparison: Comparison
    wanted: str

    def holds(self, cells: tuple[str, ...]) -> bool:
        """Whether a row of these cells fulfils it. A cell without a figure is neither more nor less than one."""
        chosen = cells if self.column is None else (cells[self.column],)
        if self.comparison is Comparison.LACKS:
            wanted = _wanted_plain(self.wanted)
            return not any(wanted in plain(cell) for cell in chosen)
        return any(self._holds_in(cell) for cell in chosen)

    def holds_for(self, number: float | None) -> bool:
        """Whether a cell with this figure, or with none, is more or less than wanted; for `compares_figures`."""
        wanted = _wanted_figure(self.wanted)
        return number is not None and wanted is not None and _NUMBERS[self.comparison](number, wanted)

    def _holds_in(self, cell: str) -> bool:
        if self.comparison is Comparison.HAS:
            return _wanted_plain(self.wanted) in plain(cell)
        number, wanted = comparable(cell), _wanted_figure(self.wanted)
        if self.comparison in _NUMBERS:
            return self.holds_for(number)
        if number is not None and wanted is not None:
            same = number == wanted
        else:
            same = plain(cell) == _wanted_plain(self.wanted) or (not self.wanted and is_blank(cell))
        return same is (self.comparison is Comparison.EQUAL)


def condition(text: str, column: int | None) -> Condition:
    """The condition in `text`, for a column; without a sign, a text to be found in any cell of a row.

    Raises `FilterError` when more or less is asked of what is no figure.
    """
    found = _CONDITION.fullmatch(fold(text).strip())
    if found is None:
        return Condition(None, Comparison.HAS, text.strip())
    sign = Comparison(_SIGNS.get(found["sign"], found["sign"]))
    wanted = found["wanted"].strip()
    if sign in _NUMBERS and comparable(wanted) is None:
        raise FilterError(_("{wanted} is no figure to compare with").format(wanted=wanted or "□"))
    if sign in (Comparison.HAS, Comparison.LACKS):
        if not wanted:
            raise FilterError(_("{sign} needs a text").format(sign=sign))
        return Condition(None if sign is Comparison.LACKS else column, sign, wanted)
    return Condition(column, sign, wanted)


def named_condition(text: str, table: Table) -> Condition:
    """`结案率<90`, `单位~公司`: a condition that names its column, as `find_column` finds it.

    Raises `FilterError`, or `UnknownColumnError` for a name the table has not.
    """
    found = _NAMED.fullmatch(fold(text).strip())
    if found is None:
        raise FilterError(_("{text} names no column and no comparison, such as 结案率<90").format(text=text))
    column = find_column(table, found["column"].strip())
    one = condition(found["condition"], column)
    return Condition(column, one.comparison, one.wanted)


def any_condition(text: str, table: Table, column: int) -> Condition:
    """A condition as it is typed over a table: one that names its column, else one for `column`, else a text.

    Raises `FilterError` when more or less is asked of what is no figure, or a sign lacks its text.
    """
    found = _NAMED.fullmatch(fold(text).strip())
    if found is not None:
        try:
            named = find_column(table, found["column"].strip())
        except UnknownColumnError:
            pass
        else:
            return replace(condition(found["condition"], column), column=named)
    return condition(text, column)


def plain(text: str) -> str:
    """The form in which words are compared: widths, blanks and capitals do not matter."""
    return "".join(fold(text).split()).lower()


# What is wanted is the same for each row of a table.
_wanted_plain = lru_cache(maxsize=64)(plain)
_wanted_figure = lru_cache(maxsize=64)(comparable)
