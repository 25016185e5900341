"""What is said about a table that is being looked at: what has been done to it, and the figures of a column."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reader.i18n import _, ngettext
from reader.ranking.columns import ColumnKind
from reader.ranking.filters import Comparison
from reader.typeset.labels import MIDDLE_DOT, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Table
    from reader.ranking.arrangement import Arrangement, ColumnFigures
    from reader.ranking.columns import Column
    from reader.ranking.filters import Condition
    from reader.ranking.sorting import SortKey
    from reader.ranking.statistics import Statistics

UP, DOWN = "▲", "▼"
_SMALLEST = Decimal("0.01")
"""Printed tables have no more digits behind the point, and a mean does not know more."""
_EXACT = 9
"""Digits behind the point that a float of a printed figure is true to."""
_PLAIN_UP_TO = 1e15


def figure(number: float, unit: str = "") -> str:
    """A number with as few digits as it needs, at most two behind the point."""
    if abs(number) >= _PLAIN_UP_TO:
        return f"{number:.6g}{unit}"
    # Halves go up, as a reader rounds; the float next to 99.425 lies below it.
    exact = Decimal(repr(round(number, _EXACT))).quantize(_SMALLEST, ROUND_HALF_UP)
    text = f"{exact:f}".rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text) + unit


def short_name(table: Table, column: int) -> str:
    """A column's name, of one under a common head its own part."""
    return safe(table.columns[column]).rsplit("/", 1)[-1] or "□"


def unit_of(column: Column) -> str:
    """The sign that figures of a column are followed by."""
    return "%" if column.kind is ColumnKind.PERCENT else ""


def state_line(table: Table, arrangement: Arrangement) -> str:
    """What a reader has made of a table, on one line: rows, filters, groups, hidden columns, order."""
    view = arrangement.view
    shown, count = len(arrangement.rows), len(table.rows) - len(table.summary)
    if view.conditions:
        parts = [_("{shown} of {count} rows").format(shown=shown, count=count)]
    else:
        parts = [ngettext("{count} row", "{count} rows", count).format(count=count)]
    parts += [condition_text(table, condition) for condition in view.conditions]
    parts.append(order_text(table, view.keys) if view.keys else _("printed order"))
    if view.grouped is not None:
        parts.append(_("grouped by {column}").format(column=short_name(table, view.grouped)))
    if view.hidden:
        template = ngettext("{count} column hidden", "{count} columns hidden", len(view.hidden))
        parts.append(template.format(count=len(view.hidden)))
    return MIDDLE_DOT.join(parts)


def order_text(table: Table, keys: Sequence[SortKey]) -> str:
    """By which columns rows are sorted: by 考评得分 ▼, 结案率 ▲."""
    names = (f"{short_name(table, key.column)} {DOWN if key.descending else UP}" for key in keys)
    return _("by {columns}").format(columns=", ".join(names))


def condition_text(table: Table, condition: Condition) -> str:
    """A filter as a reader would say it: 结案率 < 90."""
    wanted = safe(condition.wanted)
    if condition.comparison is Comparison.LACKS:
        return _("without “{text}”").format(text=wanted)
    if condition.column is None:
        return _("with “{text}”").format(text=wanted)
    name = short_name(table, condition.column)
    if condition.comparison is Comparison.HAS:
        return f"{name} “{wanted}”"
    if not wanted:
        return (_("{column} blank") if condition.comparison is Comparison.EQUAL else _("{column} filled")).format(
            column=name
        )
    return f"{name} {condition.comparison} {wanted}"


def statistics_line(column: Column, figures: ColumnFigures) -> str:
    """The figures of a column. Percents and ranks are not added up: their sum says nothing."""
    if not column.is_numeric:
        parts = [
            ngettext("{count} filled", "{count} filled", figures.filled).format(count=figures.filled),
            ngettext("{count} different", "{count} different", figures.different).format(count=figures.different),
        ]
        return MIDDLE_DOT.join(parts)
    adds = column.kind not in (ColumnKind.PERCENT, ColumnKind.RANK)
    return MIDDLE_DOT.join(_figures(figures.statistics, unit_of(column), adds=adds))


def block_line(columns: Sequence[Column], cells: int, found: Statistics) -> str:
    """The figures of a block of cells, over one column or several."""
    units = {unit_of(column) for column in columns if column.is_numeric}
    adds = not any(column.kind in (ColumnKind.PERCENT, ColumnKind.RANK) for column in columns)
    parts = [ngettext("{count} cell selected", "{count} cells selected", cells).format(count=cells)]
    # Percents and counts side by side have no mean.
    if len(units) == 1 and found.count:
        figures = list(_figures(found, units.pop(), adds=adds))
        parts += figures if found.count < cells else figures[1:]
    elif found.count:
        parts.append(ngettext("{count} figure", "{count} figures", found.count).format(count=found.count))
    return MIDDLE_DOT.join(parts)


def _figures(found: Statistics, unit: str, *, adds: bool) -> Iterator[str]:
    yield ngettext("{count} figure", "{count} figures", found.count).format(count=found.count)
    named = (
        (_("sum"), found.sum if adds else None),
        (_("mean"), found.mean),
        (_("median"), found.median),
        (_("min"), found.min),
        (_("max"), found.max),
    )
    for name, number in named:
        if number is not None:
            yield f"{name} {figure(number, unit)}"
