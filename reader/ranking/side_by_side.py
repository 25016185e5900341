"""Two tables of a series as one table, which can be looked through, sorted and saved like any other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.i18n import _
from reader.model import Cell, Part, Role, Table
from reader.ranking.series import Change, compared
from reader.ranking.standings import PlacedTable

NOTHING = "—"
_DECIMALS = re.compile(r"\.(\d+)")


def side_by_side(then: PlacedTable, now: PlacedTable) -> Table:
    """Name, rank then and now, places won (↑3), lost (↓2) or kept (=), score then and now, and their difference.

    Rows are those of `compared`. A name that is new or gone has that word in the place of the change. Columns say of
    which day they are. No cell has a span, and the title none either: this table is printed nowhere.
    """
    days = [placed.date.value.isoformat() if placed.date.value else "" for placed in (then, now)]
    changes = compared(then, now)
    # Broken at the stroke where columns are narrow: 2023, 10-31, what it is.
    heads = [day.replace("-", "/", 1) for day in days]
    name = now.table.columns[now.name.index] if now.name else ""
    columns = [name or _("name"), *(_("{date}/rank").format(date=day) for day in heads), _("change")]
    rows = [
        [
            one.name,
            NOTHING if one.then is None else str(one.then.rank),
            NOTHING if one.now is None else str(one.now.rank),
            change_label(one),
        ]
        for one in changes
    ]
    if now.score is not None and then.score is not None:
        columns += [
            f"{day}/{placed.score.name.rsplit('/', 1)[-1]}"
            for day, placed in zip(heads, (then, now), strict=True)
            if placed.score
        ]
        columns.append(_("diff."))
        for row, one in zip(rows, changes, strict=True):
            row += [one.score_then or NOTHING, one.score_now or NOTHING, difference_label(one)]
    title = f"{now.title} {days[0]} → {days[1]}"
    return Table(
        Part(title, (), role=Role.TABLE_TITLE), None, tuple(columns), tuple(tuple(map(Cell, row)) for row in rows), ()
    )


def change_label(change: Change) -> str:
    """↑3, ↓2 or =; a word where the name is only in one table, and a dash where it has no place in one of them."""
    if change.then_row is None:
        return _("new")
    if change.now_row is None:
        return _("gone")
    if change.climbed is None:
        return NOTHING
    if not change.climbed:
        return "="
    return f"{'↑' if change.climbed > 0 else '↓'}{abs(change.climbed)}"


def difference_label(change: Change) -> str:
    """The difference of the scores with its sign and as many decimals as they are printed with."""
    if change.difference is None:
        return NOTHING
    if not change.difference:
        return "0"
    decimals = max(len(found[1]) if (found := _DECIMALS.search(score)) else 0 for score in _scores(change))
    text = f"{change.difference:+.{decimals}f}"
    # 万 and 亿 are multiplied out, and their decimals no more those of the figure.
    return text if float(text) == change.difference else f"{change.difference:+.6f}".rstrip("0").rstrip(".")


def _scores(change: Change) -> Sequence[str]:
    return change.score_then, change.score_now
