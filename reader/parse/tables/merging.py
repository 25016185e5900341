"""Whether one piece goes on another's table, and the table of both."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reader.i18n import _
from reader.model import Repair, RepairKind
from reader.parse.tables.draft import Draft, Row, is_summary, rank_column, ranks
from reader.parse.tables.fitting import ColumnShapes
from reader.parse.tables.grid import BLANK
from reader.parse.tables.groups import group_columns
from reader.parse.tables.sections import names_section
from reader.parse.tables.shapes import column_cells
from reader.parse.tables.vocabulary import bare_name

_ALIKE = 0.6
"""Share of names, in their order, that two headers of one table have in common."""
_WIDEST = 64
_EDGE = 60


def _leaves(columns: Sequence[str]) -> list[str]:
    return [bare_name(name.rsplit("/", 1)[-1]) for name in columns]


def _common(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Columns that carry the same name in both headers, in order."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return [
        (block.a + k, block.b + k)
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
        if first[block.a + k]
    ]


def continues(first: Draft, second: Draft) -> bool:
    """Whether `second` reads as the rest of the table that `first` begins.

    Headers must be alike, or the second have none; ranks must go on, or begin anew with a new group.
    """
    if not first.rows or not second.rows or max(first.width, second.width) > _WIDEST:
        return False
    if second.headed and first.headed:
        shared = len(_common(_leaves(first.columns), _leaves(second.columns)))
        named = max(sum(map(bool, first.columns)), sum(map(bool, second.columns)))
        if not named or shared < _ALIKE * named or abs(first.width - second.width) > 1:
            return False
        return _ranks_allow(first, second, surely=False)
    if second.headed or first.width != second.width:
        return False
    return _cells_alike(first, second) and _ranks_allow(first, second, surely=True)


def ranks_go_on(first: Draft, second: Draft) -> bool:
    """Whether both are ranked, and the first rank of `second` follows the last one of `first`."""
    places: list[list[int]] = []
    for draft in (first, second):
        rows = [[cell.text for cell in row] for row in edges(draft) if not is_summary(row)]
        column = rank_column(draft.columns, rows)
        places.append([] if column is None else ranks(column_cells(rows, column)))
    before, after = places
    return bool(before and after) and after[0] > 1 and before[-1] <= after[0] <= before[-1] + 2


def _cells_alike(first: Draft, second: Draft) -> bool:
    """Whether each column holds figures in both pieces or in neither."""
    upper, lower = edges(first), edges(second)
    above = ColumnShapes([[cell.text for cell in row] for row in upper], first.width)
    below = ColumnShapes([[cell.text for cell in row] for row in lower], second.width)
    return all(
        abs(above.numeric(column) - below.numeric(column)) <= 0.5
        for column in range(first.width)
        if _filled(upper, column) and _filled(lower, column)
    )


def _filled(rows: Sequence[Row], column: int) -> bool:
    return any(row[column].text for row in rows)


def edges(draft: Draft) -> list[Row]:
    """The first and the last rows: enough to judge by, so that merging many pieces stays linear."""
    if len(draft.rows) <= 2 * _EDGE:
        return draft.rows
    return [*draft.rows[:_EDGE], *draft.rows[-_EDGE:]]


def _ranks_allow(first: Draft, second: Draft, *, surely: bool) -> bool:
    """Whether the ranks of `second` follow those of `first`; without ranks, whether nothing speaks against it."""
    upper, lower = edges(first), edges(second)
    inner_upper = [[cell.text for cell in row] for row in upper if not is_summary(row)]
    inner_lower = [[cell.text for cell in row] for row in lower if not is_summary(row)]
    column = rank_column(first.columns, inner_upper)
    if column is None:
        return surely or not is_summary(upper[-1]) or _is_subtotal(upper[-1])
    if column >= second.width:
        return False
    other = rank_column(second.columns, inner_lower) if second.headed else column
    before = ranks(column_cells(inner_upper, column))
    after = ranks(column_cells(inner_lower, column if other is None else other))
    if not before or not after:
        return True
    if before[-1] <= after[0] <= before[-1] + 2:
        return True
    repeated = second.headed and list(first.columns) == list(second.columns)
    restarts = any(b < a for a, b in pairwise(before))
    if repeated and restarts:
        # Listed by region, each with its rank: the ranks say nothing of the order.
        return True
    if names_section(lower[0]) and after[0] <= 1:
        return True
    groups = group_columns([*upper, *lower])
    new_group = bool(groups) and bool(lower[0][groups[0]].text) and after[0] <= 1
    if new_group and repeated:
        # The whole header again, over a group that the first piece does not have.
        return lower[0][groups[0]].text not in {row[groups[0]].text for row in upper}
    return new_group and restarts


def _is_subtotal(row: Row) -> bool:
    """小计 sums up a group; the table goes on."""
    return any(cell.text.endswith("小计") for cell in row[:2])


def merge(first: Draft, second: Draft) -> None:
    """Put the rows of `second` at the end of `first`.

    Where the two name a column differently, the name under a group head is kept: the plain one has slipped out of it.
    """
    columns, rows, second_rows = list(first.columns), first.rows, second.rows
    names = list(second.columns)
    if first.width != second.width:
        columns, rows, names, second_rows = _one_width(first, second)
    count = len(rows)
    rows.extend(second_rows)
    first.repairs.extend(second.repairs)
    first.repairs.append(Repair(RepairKind.MERGE, _merge_note(second.headed, count, len(second_rows))))
    if second.headed:
        columns, changed = _agreed_names(columns, names)
        first.repairs.extend(
            Repair(
                RepairKind.HEADER,
                _("Column {number} is printed {first} in one piece and {second} in another; read as {kept}").format(
                    number=number + 1, first=a or "□", second=b or "□", kept=kept
                ),
            )
            for number, a, b, kept in changed
        )
    first.ragged.update(count + index for index in second.ragged)
    first.columns, first.rows = columns, rows
    first.headed = first.headed or second.headed


def _merge_note(headed: bool, first: int, second: int) -> str:
    if headed:
        return _("Printed in pieces of {first} and {second} rows, the header repeated; read as one table").format(
            first=first, second=second
        )
    return _("Printed in pieces of {first} and {second} rows, the second without a header; read as one table").format(
        first=first, second=second
    )


def _agreed_names(first: list[str], second: list[str]) -> tuple[list[str], list[tuple[int, str, str, str]]]:
    out: list[str] = []
    changed: list[tuple[int, str, str, str]] = []
    elsewhere_first, elsewhere_second = set(first), set(second)
    for column, (a, b) in enumerate(zip(first, second, strict=True)):
        kept = a
        if bare_name(a) == bare_name(b):
            pass
        elif (not a and b not in elsewhere_first) or (
            b and b not in elsewhere_first and a not in elsewhere_second and "/" in b and "/" not in a
        ):
            kept = b
        if bare_name(a) != bare_name(b) and kept:
            changed.append((column, a, b, kept))
        out.append(kept)
    return out, changed


def _one_width(first: Draft, second: Draft) -> tuple[list[str], list[Row], list[str], list[Row]]:
    """Both on the columns of the wider, matched by their names."""
    narrow, wide = (first, second) if first.width < second.width else (second, first)
    pairs = _common(_leaves(narrow.columns), _leaves(wide.columns))
    gap = next((w for n, w in pairs if w != n), None)
    missing = narrow.width if gap is None else gap - 1
    rows: list[Row] = [(*row[:missing], BLANK, *row[missing:]) for row in narrow.rows]
    names = [*narrow.columns[:missing], "", *narrow.columns[missing:]]
    if narrow is first:
        return names, rows, list(second.columns), second.rows
    return list(first.columns), first.rows, names, rows
