"""Every mention of a name where names were found, with the words around it."""

from __future__ import annotations

from functools import lru_cache

from reader.archive.sections import DamagedError
from reader.archive.snapshot import Snapshot
from reader.archive.text import placed_passages, search_text
from reader.lazily import LazySequence
from reader.model import Article, Page
from reader.search.mentions import Mention, words_around
from reader.search.roster import Roster

AROUND = 60
"""Characters shown on either side: as many as a wide screen has room for."""
_KEPT_PAGES = 24
_KEPT = 256


class NamePlaces(LazySequence[Mention]):
    """The mentions of a name of a roster and of its short forms, in the order of the archive.

    Only their places are kept: a page is looked into when a mention on it is looked at. Unlike with `Mentions` none is
    in a longer name that has the text in it, and none on a page whose names are not known.
    """

    def __init__(self, roster: Roster, place: int) -> None:
        super().__init__(_KEPT)
        self.snapshot: Snapshot = roster.index.snapshot
        self._printed = roster.mentions(place)
        self._parsed = lru_cache(_KEPT_PAGES)(self._page)

    def __len__(self) -> int:
        return len(self._printed)

    def article_at(self, index: int) -> int:
        """The number of the article of a mention, without looking into it."""
        return self._printed[index].article

    def _page(self, number: int) -> Page | None:
        segment, local = self.snapshot.page_at(number)
        try:
            return segment.parsed(local)
        except DamagedError:
            return None

    def _item(self, index: int) -> Mention:
        printed = self._printed[index]
        entry, on = self.snapshot.article(printed.article), self.snapshot.page(printed.page)
        page = self._parsed(printed.page)
        article = page.articles[entry.place] if page is not None and entry.place < len(page.articles) else None
        at = search_offset(article, page, printed.offset) if article is not None and page is not None else None
        if article is None or page is None or at is None:
            return Mention(entry, on, 0, "", printed.form.text, "")
        text = search_text(article, page.text)
        end = _end(text, at, len(printed.form.text))
        before, after = words_around(text, at, end, AROUND)
        return Mention(entry, on, at, before, text[at:end], after)


def search_offset(article: Article, page: Page, offset: int) -> int | None:
    """Where in the searched text of an article a character of its page stands; None for one that is not searched."""
    for start, passage in placed_passages(article, page.text):
        at = start
        for span in passage.spans:
            if span.start <= offset < span.end:
                return at + offset - span.start
            at += span.end - span.start + len(passage.joiner)
    return None


def _end(text: str, at: int, letters: int) -> int:
    """Behind so many characters that are no blanks: 王 强 is printed, and called 王强."""
    while letters and at < len(text):
        letters -= not text[at].isspace()
        at += 1
    return at
