"""Tables that are printed again and again, and two of them side by side: who has climbed, who has fallen."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.parse.fold import fold
from reader.parse.tables.vocabulary import bare_name
from reader.ranking.columns import ColumnKind
from reader.ranking.filters import plain
from reader.ranking.places import Place
from reader.ranking.standings import PlacedTable

_NUMBER = r"(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百]{1,4})"
_PERIOD = re.compile(
    r"(?:截至|截止)?(?:"
    rf"第?{_NUMBER}(?:[-—~～至、到]{_NUMBER})?(?:年度|年末|年底|年|月份|月底|月末|月|日|号|个?季度|周|期)"
    rf"|前{_NUMBER}个?(?:季度|月)|[上下]半年|全年|年度|季度|月度|[上中下]旬|[本上当][年月周季]度?"
    r")"
)
_FIGURES = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百]+")
_SIGNS = re.compile(r"[\W_]+")
_NEAR_HEADERS = 0.75
"""Share of columns that two tables of a series have in common."""
_NEAR_TITLE = 0.8
_NEAR_NAMES = 0.5
"""Share of the names of the shorter table that stand in the other, where the title alone is no proof."""


class Change(NamedTuple):
    """A name in two tables. In the one where it does not stand its row and place are None and its score is empty."""

    name: str
    then_row: int | None
    now_row: int | None
    then: Place | None
    now: Place | None
    score_then: str
    score_now: str
    difference: float | None
    """Score now less score then, None where either is no figure."""

    @property
    def climbed(self) -> int | None:
        """Places won; negative: lost; None where it has no place in both."""
        return None if self.then is None or self.now is None else self.then.rank - self.now.rank


def stem(title: str) -> str:
    """A title without the signs and the times in it: what the title of each table of a series has in common."""
    return _SIGNS.sub("", _PERIOD.sub("", "".join(fold(title).split()))).lower()


def same_series(one: PlacedTable, other: PlacedTable) -> bool:
    """Whether two tables rank the same things at two times.

    They are of different days, nearly all columns are named alike, and so are the tables once times are taken away.
    What is counted in a title, (一) and (二), sets tables apart. Where papers differ or are unknown, or titles are only
    similar, half of the names have to be the same.
    """
    days = {one.date.value, other.date.value}
    if None in days or len(days) < 2 or not _near_headers(one, other):
        return False
    titles = stem(one.title), stem(other.title)
    if _FIGURES.findall(titles[0]) != _FIGURES.findall(titles[1]):
        return False
    is_same_title = titles[0] == titles[1] and bool(titles[0])
    if is_same_title and one.newspaper and one.newspaper == other.newspaper:
        return True
    if not is_same_title and SequenceMatcher(None, *titles, autojunk=False).ratio() < _NEAR_TITLE:
        return False
    return _near_names(one, other)


def earlier_of_series(placed: PlacedTable, tables: Sequence[PlacedTable]) -> PlacedTable | None:
    """The table of the same series that was printed last before this one, if there is one."""
    day = placed.date.value
    if day is None:
        return None
    # By the day first: of thousands of tables most can be left aside without a look into them.
    older = sorted(
        (other for other in tables if other.date.value is not None and other.date.value < day),
        key=_day,
        reverse=True,
    )
    return next((other for other in older if same_series(placed, other)), None)


def compared(then: PlacedTable, now: PlacedTable) -> list[Change]:
    """The rows of both tables by name, in the order of the later one; names that are only in the earlier one, last.

    A name that stands several times is told apart by its group, else by its turn. Summary rows are left out.
    """
    earlier, later = _keyed(then), _keyed(now)
    changes = [_change(then, earlier.get(key), now, row) for key, row in later.items()]
    return changes + [_change(then, row, now, None) for key, row in earlier.items() if key not in later]


def _day(placed: PlacedTable) -> dt.date:
    return placed.date.value or dt.date.min


def _near_headers(one: PlacedTable, other: PlacedTable) -> bool:
    mine, theirs = (Counter(map(bare_name, placed.table.columns)) for placed in (one, other))
    longer = max(mine.total(), theirs.total())
    return bool(longer) and (mine & theirs).total() >= longer * _NEAR_HEADERS


def _near_names(one: PlacedTable, other: PlacedTable) -> bool:
    mine, theirs = (set(filter(None, placed.names)) for placed in (one, other))
    shorter = min(len(mine), len(theirs))
    return bool(shorter) and len(mine & theirs) >= shorter * _NEAR_NAMES


def _keyed(placed: PlacedTable) -> dict[tuple[str, str, int], int]:
    """The rows with a name, each with a key of its own: name, group where the name alone is not enough, turn."""
    group = next((column for column in placed.ranking.columns if column.kind is ColumnKind.GROUP), None)
    counts = Counter(placed.names)
    seen: Counter[tuple[str, str]] = Counter()
    keyed: dict[tuple[str, str, int], int] = {}
    for row, name in enumerate(placed.names):
        if not name:
            continue
        told = plain(placed.table.rows[row][group.index].text) if group and counts[name] > 1 else ""
        keyed[name, told, seen[name, told]] = row
        seen[name, told] += 1
    return keyed


def _change(then: PlacedTable, then_row: int | None, now: PlacedTable, now_row: int | None) -> Change:
    earlier, later = _score(then, then_row), _score(now, now_row)
    before, after = _figure(then, then_row), _figure(now, now_row)
    home, row = (then, then_row) if now_row is None else (now, now_row)
    name = home.table.rows[row][home.name.index].text if row is not None and home.name else ""
    return Change(
        name,
        then_row,
        now_row,
        None if then_row is None else then.places.get(then_row),
        None if now_row is None else now.places.get(now_row),
        earlier,
        later,
        # Rounded as figures are read: the difference of two printed decimals must not show the tenth digit of a float.
        None if before is None or after is None else round(after - before, 6),
    )


def _score(placed: PlacedTable, row: int | None) -> str:
    return "" if row is None or placed.score is None else placed.table.rows[row][placed.score.index].text


def _figure(placed: PlacedTable, row: int | None) -> float | None:
    return None if row is None or placed.score is None else placed.ranking.number(row, placed.score.index)
