"""The second pane: the articles of an issue, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.fit import pad
from reader.typeset.labels import TABLE_MARK, kind_label, page_label, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Issue, Page

ONE_LINE_FROM = 44
"""Cells from which an article takes one line; below, its headline has a line of its own."""

KIND = 9
"""Cells for the kind of an article."""


class PageHeading(NamedTuple):
    page: Page


class ArticleList(RowList):
    """Kind, headline, length in characters, and ▦ where there is a table."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._items: list[Article | PageHeading] = []

    @property
    def article(self) -> Article | None:
        """The article under the cursor."""
        item = self._items[self.cursor] if self._items else None
        return None if isinstance(item, PageHeading) else item

    def show(self, issue: Issue | None, cursor: int = 0) -> None:
        self._items = []
        for page in issue.pages if issue else ():
            if issue and len(issue.pages) > 1:
                self._items.append(PageHeading(page))
            self._items += page.articles
        self.items_changed(cursor)

    def find(self, article: Article) -> int | None:
        """Index of an article in the list."""
        return next((index for index, item in enumerate(self._items) if item is article), None)

    def item_count(self) -> int:
        return len(self._items)

    def is_heading(self, index: int) -> bool:
        return isinstance(self._items[index], PageHeading)

    def height_for(self, width: int) -> int:
        return 1 if width >= ONE_LINE_FROM else 2

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        item = self._items[index]
        if isinstance(item, PageHeading):
            heading = ListLine(Piece(page_label(item.page), "rows--heading"))
            return [ListLine(Piece("")), heading] if self.item_height == 2 else [heading]
        headline, kind = shown(item.title), kind_label(item.kind)
        length = f"{TABLE_MARK} {item.length}" if item.tables else str(item.length)
        if self.item_height == 1:
            return [ListLine(Piece(f"{pad(kind, KIND)} {headline}"), Piece(length, "rows--quiet"))]
        return [ListLine(Piece(headline)), ListLine(Piece(f"  {kind}", "rows--quiet"), Piece(length, "rows--quiet"))]
