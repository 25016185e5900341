"""Lists printed two or three abreast, unfolded into one list.

A list abreast repeats its header (市直单位 排名 市直单位 排名) and its ranks run down the first list before they go
on in the next, or across the page when 2 stands beside 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.i18n import _
from reader.model import Cell, Repair, RepairKind
from reader.parse.tables.draft import Draft, Row, ranks
from reader.parse.tables.shapes import column_cells, is_numeric
from reader.parse.tables.vocabulary import NameKind, bare_name, name_kind

_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 12


def unfolded(draft: Draft) -> Draft:
    """`draft` as one list, its rank column first if it has but two; `draft` itself when it is not printed abreast."""
    for repeat in range(_FEWEST_COLUMNS, min(draft.width // 2, _MOST_COLUMNS) + 1):
        if draft.width % repeat:
            continue
        rank = _repeated_rank(draft, repeat)
        if _same_names(draft.columns, repeat) or (rank is not None and _ranks_go_on(draft, repeat, rank)):
            return _unfold(draft, repeat, rank)
    return draft


def _same_names(columns: Sequence[str], repeat: int) -> bool:
    names = [bare_name(name) for name in columns]
    return any(names[:repeat]) and all(names[i] == names[i % repeat] for i in range(len(names)))


def _repeated_rank(draft: Draft, repeat: int) -> int | None:
    """Which column of each list ranks its rows, if one does."""
    texts = draft.texts
    for column in range(repeat):
        kinds = [name_kind(draft.columns[at]) for at in range(column, draft.width, repeat)]
        if NameKind.RANK in kinds and all(kind in (NameKind.RANK, NameKind.UNKNOWN) for kind in kinds):
            return column
    for column in range(repeat):
        lists = [ranks(column_cells(texts, at)) for at in range(column, draft.width, repeat)]
        if all(lists) and all(len(places) * 3 >= len(texts) for places in lists) and _descents(lists[0]) == 0:
            return column
    return None


def _descents(places: Sequence[int]) -> int:
    return sum(b < a for a, b in pairwise(places))


def _columns_of(draft: Draft, repeat: int, rank: int) -> list[list[int]]:
    texts = draft.texts
    return [ranks(column_cells(texts, at)) for at in range(rank, draft.width, repeat)]


def _ranks_go_on(draft: Draft, repeat: int, rank: int) -> bool:
    """Whether ranks alone prove a list abreast: they count on from list to list, or across them."""
    lists = _columns_of(draft, repeat, rank)
    if min(map(len, lists)) < 1 or len(lists[0]) < 2:
        return False
    if any(_clash(draft, column, repeat) for column in range(repeat)):
        return False
    down = [place for places in lists for place in places]
    steps = {b - a for a, b in pairwise(down)}
    if steps <= {0, 1, 2} and down[-1] - down[0] >= len(down) // 2:
        return True
    across = [places[row] for row in range(max(map(len, lists))) for places in lists if row < len(places)]
    return {b - a for a, b in pairwise(across)} <= {0, 1, 2} and across[-1] > across[0]


def _clash(draft: Draft, column: int, repeat: int) -> bool:
    """Whether columns that should hold the same carry names that differ, or words beside figures."""
    names = {bare_name(draft.columns[at]) for at in range(column, draft.width, repeat)} - {""}
    texts = draft.texts
    kinds = {is_numeric(column_cells(texts, at)) for at in range(column, draft.width, repeat)}
    kinds_of_name = {name_kind(name) for name in names}
    return len(kinds) > 1 or (len(names) > 1 and len(kinds_of_name) > 1)


def _is_across(draft: Draft, repeat: int, rank: int | None) -> bool:
    """Whether the lists are read row by row: fewer ranks fall back that way, equal words (一等奖) stay together, or
    else fewer figures rise.
    """
    if rank is not None:
        return _falls_across(_columns_of(draft, repeat, rank), rising=True)
    texts = draft.texts
    for column in range(repeat):
        down = [cell for at in range(column, draft.width, repeat) for cell in column_cells(texts, at) if cell]
        across = [cell for row in texts for cell in row[column::repeat] if cell]
        if len(set(down)) * 2 <= len(down) and _runs(down) != _runs(across):
            return _runs(across) < _runs(down)
    for column in range(repeat - 1, -1, -1):
        lists = [ranks(column_cells(texts, at)) for at in range(column, draft.width, repeat)]
        if all(len(places) * 2 > len(texts) for places in lists):
            return _falls_across(lists, rising=False)
    return False


def _runs(cells: Sequence[str]) -> int:
    """How many runs of equal cells there are."""
    return 1 + sum(a != b for a, b in pairwise(cells))


def _falls_across(lists: Sequence[Sequence[int]], *, rising: bool) -> bool:
    down = [place for places in lists for place in places]
    height = max(map(len, lists), default=0)
    across = [places[row] for row in range(height) for places in lists if row < len(places)]
    if rising:
        return _descents(across) < _descents(down)
    return _descents(across[::-1]) < _descents(down[::-1])


def _unfold(draft: Draft, repeat: int, rank: int | None) -> Draft:
    count = draft.width // repeat
    # A pair is printed 单位 排名 for its looks and read 排名 单位; a longer entry keeps the order its header gives.
    order = [1, 0] if repeat == 2 and rank == 1 else list(range(repeat))
    names = [next((n for n in draft.columns[c::repeat] if n), "") for c in order]
    across = _is_across(draft, repeat, rank)
    height = len(draft.rows)
    places = (
        [(row, k) for row in range(height) for k in range(count)]
        if across
        else [(row, k) for k in range(count) for row in range(height)]
    )
    rows: list[Row] = []
    ragged: set[int] = set()
    for row, k in places:
        cells: list[Cell] = [draft.rows[row][k * repeat + c] for c in order]
        if not any(cell.text for cell in cells):
            continue
        if row in draft.ragged and not all(cell.text for cell in cells):
            ragged.add(len(rows))
        rows.append(tuple(cells))
    note = _("Printed {count} abreast: {printed}; read as one list").format(
        count=count, printed=" | ".join(name or "□" for name in draft.columns)
    )
    repairs = [*draft.repairs, Repair(RepairKind.UNFOLD, note)]
    return Draft(names, rows, draft.headed, ragged, repairs)
