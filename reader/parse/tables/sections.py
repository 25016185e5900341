"""Names of sections printed on rows of their own (一、城区), read as a column of groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.i18n import _
from reader.model import Cell, Repair, RepairKind
from reader.parse.tables.draft import Draft, Row, is_summary, rank_column
from reader.parse.tables.grid import BLANK, printed
from reader.parse.tables.shapes import Shape, rank_value, shape_of

_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[■●◆▲★【]")


def names_section(row: Sequence[Cell]) -> bool:
    """Whether `row` is one cell of words that sums up nothing."""
    return printed(row) == 1 and not is_summary(row) and shape_of(_only(row).text) is Shape.TEXT


def with_sections(draft: Draft) -> Draft:
    """`draft` with the names of sections in a column of their own, in front; as it is when it has none.

    The first row of a section takes the printed cell, the others its text. A row that sums up others takes none.
    """
    found = set(_sections(draft))
    if not found:
        return draft
    rows: list[Row] = []
    ragged: set[int] = set()
    groups: dict[str, int] = {}
    section, is_first = BLANK, False
    for index, row in enumerate(draft.rows):
        if index in found:
            section, is_first = _only(row), True
            continue
        group = section if is_first else BLANK if is_summary(row) else Cell(section.text)
        groups[section.text] = groups.get(section.text, 0) + bool(group.text)
        if index in draft.ragged:
            ragged.add(len(rows))
        rows.append((group, *row))
        is_first = False
    shown = ", ".join(f"{name} × {count}" for name, count in groups.items() if name)
    note = _("Names of sections printed on rows of their own, read as a column: {groups}").format(groups=shown)
    repairs = [*draft.repairs, Repair(RepairKind.UNFOLD, note)]
    return Draft(["", *draft.columns], rows, draft.headed, ragged, repairs)


def _only(row: Sequence[Cell]) -> Cell:
    return next(cell for cell in row if cell.text)


def _sections(draft: Draft) -> list[int]:
    """Indices of the rows that name a section; none where they may as well be rows that lost their other cells."""
    rows = draft.rows
    found = [i for i, row in enumerate(rows[:-1]) if names_section(row) and printed(rows[i + 1]) > 1]
    if draft.width < 2 or not found or len(found) * 2 > len(rows):
        return []
    if all(_NUMBERED.match(_only(rows[index]).text) for index in found) or (found[0] == 0 and len(found) > 1):
        return found
    names = set(found)
    texts = [[cell.text for cell in row] for index, row in enumerate(rows) if index not in names]
    rank = rank_column(draft.columns, texts)
    anew = rank is not None and all(rank_value(rows[index + 1][rank].text) == 1 for index in found)
    return found if anew else []
