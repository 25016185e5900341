"""What a search found: each article with its headline, where it stands, and the words around the hit."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.search.occurrences import folded, found_in
from reader.search.snippets import snippet
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.around import Around, around, pieces
from reader.typeset.fit import fit
from reader.typeset.labels import (
    MIDDLE_DOT,
    TABLE_MARK,
    date_label,
    kind_label,
    newspaper_label,
    page_label,
    safe,
    shown,
)
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.archive.snapshot import ArticleEntry, PageEntry
    from reader.search.results import Found
    from reader.search.snippets import Snippet

TWO_LINES_FROM = 76
"""Cells from which an article takes two lines: where it stands is said beside the words around the hit."""
_KEPT = 256
_LONGEST_PAGE = 16


class Result(NamedTuple):
    """An article that was found."""

    article: ArticleEntry
    page: PageEntry
    snippet: Snippet


class ResultList(RowList):
    """Only what is in view is looked into."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None
        self._read = lru_cache(_KEPT)(self._result)

    @property
    def number(self) -> int | None:
        """The number, in the snapshot that was searched, of the article under the cursor."""
        return self.found.articles[self.cursor] if self.found and self.cursor < len(self.found.articles) else None

    @property
    def result(self) -> Result | None:
        """What is under the cursor."""
        return None if self.number is None else self._read(self.number)

    def show(self, found: Found) -> None:
        """Show what another search found, from its beginning."""
        self._take(found)
        self.items_changed(0)

    def show_more(self, found: Found) -> None:
        """Show what has been found since, of the same query, without moving the reader's eyes: the article under the
        cursor stays where it is, in another snapshot too."""
        before = self.result
        above = self.cursor * self.item_height - self.scroll_offset.y
        self._take(found)
        index = self.find(before.article.source, before.article.place) if before else None
        self.cursor = self._settle(self.cursor if index is None else index, 1)
        self._measure(self._width)
        self.scroll_to(y=self.cursor * self.item_height - above, animate=False)
        self._bring_into_view()
        self.refresh()

    def find(self, source: str, place: int) -> int | None:
        """Where in the list an article stands, by its page and its place there."""
        found = self.found
        page = found.snapshot.page_numbers.get(source) if found else None
        if found is None or page is None:
            return None
        number = found.snapshot.page(page).first + place
        return found.articles.index(number) if number in found.articles else None

    def _take(self, found: Found) -> None:
        before, self.found = self.found, found
        if before is None or before.snapshot is not found.snapshot or before.query != found.query:
            self._read.cache_clear()

    def _result(self, number: int) -> Result:
        assert self.found is not None  # noqa: S101 - it has the number
        snapshot = self.found.snapshot
        page = snapshot.page(snapshot.page_of_article(number))
        return Result(snapshot.article(number), page, snippet(snapshot, number, self.found.query))

    def item_count(self) -> int:
        return len(self.found.articles) if self.found else 0

    def height_for(self, width: int) -> int:
        return 2 if width >= TWO_LINES_FROM else 3

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        assert self.found is not None  # noqa: S101 - it has items
        article, page, words = self._read(self.found.articles[index])
        date = Piece(date_label(page.date, short=True), "rows--quiet")
        place = MIDDLE_DOT.join(
            (
                newspaper_label(page.newspaper),
                fit(page_label(page.printed_number, page.source), _LONGEST_PAGE),
                f"{kind_label(article.kind)}{f' {TABLE_MARK}' if article.tables else ''}",
            )
        )
        headline = _marked(self._headline(article), "rows--heading", date)
        beside = place if self.item_height == 2 else ""
        room = width - 2 - (cell_width(beside) + 2 if beside else 0)
        text = _marked(around(safe(words.text), words.hits, words.first, room), "rows--plain", indent="  ")
        if beside:
            return [headline, text._replace(right=Piece(beside, "rows--quiet"))]
        return [headline, ListLine(Piece(f"  {place}", "rows--quiet")), text]

    def _headline(self, article: ArticleEntry) -> Around:
        assert self.found is not None  # noqa: S101 - it has items
        title = safe(article.title)
        hits = sorted(hit for text in self.found.query.texts for hit in found_in(folded(title), text))
        return Around(title, tuple(hits)) if hits else Around(shown(article.title), ())


def _marked(line: Around, style: str, right: Piece = Piece(""), indent: str = "") -> ListLine:  # noqa: B008 - immutable
    more = tuple(Piece(text, style, "rows--hit" if hit else "") for text, hit in pieces(line))
    return ListLine(Piece(indent, style), right, more)
