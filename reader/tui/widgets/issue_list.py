"""The first pane: issues under the newspaper they belong to, and by month where there are many."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import date_label, newspaper_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.archive.snapshot import IssueEntry, Snapshot

MANY = 12
"""Issues of a newspaper from which on they are parted by months."""


class IssueList(RowList):
    """Issues grouped by newspaper, newest first, undated last; the newspaper with the newest issue leads, and pages
    that wait to be parsed stand behind all others."""

    def __init__(self, snapshot: Snapshot, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._snapshot = snapshot
        self._items: list[IssueEntry | str] = list(_items(snapshot.issues))
        self.cursor = self._settle(0, 1)

    @property
    def issue(self) -> IssueEntry | None:
        """The issue under the cursor."""
        item = self._items[self.cursor] if self._items else None
        return None if isinstance(item, str) else item

    def show(self, snapshot: Snapshot) -> None:
        """Show the issues of another moment, with the cursor on the same one and the list standing still around it."""
        before = self.issue
        above = self.cursor * self.item_height - self.scroll_offset.y
        self._snapshot = snapshot
        self._items = list(_items(snapshot.issues))
        found = self._index(before) if before is not None else None
        self.items_changed(self.cursor if found is None else found)
        self.scroll_to(y=max(0, self.cursor * self.item_height - above), animate=False)
        self._bring_into_view()

    def find(self, wanted: IssueEntry) -> None:
        """Put the cursor on an issue."""
        found = self._index(wanted)
        if found is not None:
            self.items_changed(found)

    def _index(self, wanted: IssueEntry) -> int | None:
        key = wanted.key
        found = (index for index, item in enumerate(self._items) if not isinstance(item, str) and item.key == key)
        return next(found, None)

    def item_count(self) -> int:
        return len(self._items)

    def is_heading(self, index: int) -> bool:
        return isinstance(self._items[index], str)

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        item = self._items[index]
        if isinstance(item, str):
            month = item.startswith(" ")
            return [ListLine(Piece(item, "rows--quiet" if month else "rows--heading"))]
        label = " " + date_label(item.date, short=width < 26)
        count = str(self._snapshot.articles_in(item)) if width >= 22 and not item.waiting else ""
        return [ListLine(Piece(label), Piece(count, "rows--quiet"))]


def _items(issues: Sequence[IssueEntry]) -> Iterator[IssueEntry | str]:
    groups: dict[tuple[bool, str | None], list[IssueEntry]] = {}
    for issue in issues:
        groups.setdefault((bool(issue.waiting), issue.newspaper), []).append(issue)
    # A newspaper nobody could name goes behind the others, however new.
    for (waiting, name), members in sorted(groups.items(), key=lambda group: (group[0][0], group[0][1] is None)):
        yield _("Not parsed yet") if waiting else newspaper_label(name)
        if len(members) < MANY:
            yield from members
            continue
        for month, of_month in groupby(members, _month):
            if month:
                yield f" {month}"
            yield from of_month


def _month(issue: IssueEntry) -> str:
    day = issue.date.value
    return f"{day.year}-{day.month:02}" if day else ""
