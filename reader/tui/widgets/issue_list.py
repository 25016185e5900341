"""The first pane: issues under the newspaper they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import date_label, newspaper_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Issue


class IssueList(RowList):
    """Issues grouped by newspaper, newest first, undated last; the newspaper with the newest issue leads."""

    def __init__(self, issues: Sequence[Issue], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        groups: dict[str | None, list[Issue]] = {}
        for issue in issues:
            groups.setdefault(issue.newspaper, []).append(issue)
        # A newspaper nobody could name goes last, however new.
        groups = {name: groups[name] for name in sorted(groups, key=lambda name: name is None)}
        self._items: list[Issue | str] = []
        for name, members in groups.items():
            self._items += [newspaper_label(name), *members]
        self.cursor = self._settle(0, 1)

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""
        item = self._items[self.cursor] if self._items else None
        return None if isinstance(item, str) else item

    def find(self, wanted: Issue) -> None:
        """Put the cursor on an issue."""
        self.items_changed(next(index for index, item in enumerate(self._items) if item is wanted))

    def item_count(self) -> int:
        return len(self._items)

    def is_heading(self, index: int) -> bool:
        return isinstance(self._items[index], str)

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        item = self._items[index]
        if isinstance(item, str):
            return [ListLine(Piece(item, "rows--heading"))]
        label = " " + date_label(item.date, short=width < 26)
        count = str(sum(len(page.articles) for page in item.pages)) if width >= 22 else ""
        return [ListLine(Piece(label), Piece(count, "rows--quiet"))]
