"""The second pane: the articles of an issue, page by page."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.archive.snapshot import ArticleEntry, PageEntry, Snapshot
from reader.i18n import _
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.fit import pad
from reader.typeset.labels import TABLE_MARK, file_label, kind_label, page_label, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.archive.snapshot import IssueEntry

ONE_LINE_FROM = 44
"""Cells from which an article takes one line; below, its headline has a line of its own."""

KIND = 9
"""Cells for the kind of an article."""
_LISTED = 64
"""Pages whose articles are kept ready to be drawn."""


class ArticleList(RowList):
    """Kind, headline, length in characters, and ▦ where there is a table. Of an issue that waits to be parsed, the
    names of its files.

    Only the pages in view are looked into.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._snapshot = Snapshot()
        self._waiting: tuple[str, ...] = ()
        self._first_page = 0
        self._starts: list[int] = [0]
        """The item each page begins with, and the number of items."""
        self._headed = 0
        """1 when each page has a heading."""
        self._articles = lru_cache(_LISTED)(lambda page: self._snapshot.articles_of(page))

    @property
    def entry(self) -> ArticleEntry | None:
        """The article under the cursor."""
        item = self._item(self.cursor)
        return item if isinstance(item, ArticleEntry) else None

    @property
    def waiting(self) -> str | None:
        """The path under the cursor, of a page that is not parsed yet."""
        return self._waiting[self.cursor] if self._waiting else None

    def show(self, snapshot: Snapshot, issue: IssueEntry | None, cursor: int = 0) -> None:
        self._take(snapshot, issue)
        self.items_changed(cursor)

    def show_anew(self, snapshot: Snapshot, issue: IssueEntry | None) -> None:
        """Show the same issue as it is now, with the cursor on the same article."""
        if issue is not None and not issue.waiting and self._shows(snapshot, issue):
            # The same pages, which may have other numbers now: nothing to paint.
            self._take(snapshot, issue)
            return
        before, y = self.entry, self.scroll_offset.y
        self._take(snapshot, issue)
        found = None
        if before is not None and issue is not None:
            pages = [page for page in range(issue.first, issue.last) if snapshot.page(page).source == before.source]
            found = self.find(snapshot.page(pages[0]).first + before.place) if pages else None
        self.items_changed(self.cursor if found is None else found)
        self.scroll_to(y=y, animate=False)
        self._bring_into_view()

    def _shows(self, snapshot: Snapshot, issue: IssueEntry) -> bool:
        """Whether the pages listed are those of an issue of another snapshot."""
        count = len(self._starts) - 1
        return issue.last - issue.first == count > 0 and all(
            self._snapshot.page_at(self._first_page + at) == snapshot.page_at(issue.first + at) for at in range(count)
        )

    def _take(self, snapshot: Snapshot, issue: IssueEntry | None) -> None:
        self._articles.cache_clear()
        self._snapshot = snapshot
        self._waiting = issue.waiting if issue else ()
        first, last = (issue.first, issue.last) if issue else (0, 0)
        self._first_page, self._headed = first, int(last - first > 1)
        pages = (snapshot.page(page) for page in range(first, last))
        self._starts = list(accumulate((page.last - page.first + self._headed for page in pages), initial=0))

    def find(self, number: int) -> int | None:
        """Index in the list of an article of the snapshot."""
        if not self._snapshot.articles:
            return None
        page = self._snapshot.page_of_article(number)
        at = page - self._first_page
        if not 0 <= at < len(self._starts) - 1:
            return None
        return self._starts[at] + self._headed + number - self._snapshot.page(page).first

    def item_count(self) -> int:
        return len(self._waiting) or self._starts[-1]

    def _item(self, index: int) -> ArticleEntry | PageEntry | None:
        if self._waiting or not 0 <= index < self._starts[-1]:
            return None
        at = bisect_right(self._starts, index) - 1
        place = index - self._starts[at] - self._headed
        page = self._first_page + at
        return self._articles(page)[place] if place >= 0 else self._snapshot.page(page)

    def is_heading(self, index: int) -> bool:
        return bool(self._headed) and not self._waiting and self._starts[bisect_right(self._starts, index) - 1] == index

    def height_for(self, width: int) -> int:
        return 1 if width >= ONE_LINE_FROM else 2

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        if self._waiting:
            name = ListLine(Piece(file_label(self._waiting[index])))
            quiet = ListLine(Piece("  " + _("waits to be parsed"), "rows--quiet"))
            return [name] if self.item_height == 1 else [name, quiet]
        item = self._item(index)
        if not isinstance(item, ArticleEntry):
            heading = ListLine(Piece(page_label(item.printed_number, item.source) if item else "", "rows--heading"))
            return [ListLine(Piece("")), heading] if self.item_height == 2 else [heading]
        headline, kind = shown(item.title), kind_label(item.kind)
        length = f"{TABLE_MARK} {item.length}" if item.tables else str(item.length)
        if self.item_height == 1:
            return [ListLine(Piece(f"{pad(kind, KIND)} {headline}"), Piece(length, "rows--quiet"))]
        return [ListLine(Piece(headline)), ListLine(Piece(f"  {kind}", "rows--quiet"), Piece(length, "rows--quiet"))]
