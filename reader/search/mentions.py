"""Where a text stands: every place in an archive where it is printed, with the words around it."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import NamedTuple

from reader.archive.snapshot import ArticleEntry, PageEntry, Snapshot
from reader.archive.text import placed_passages
from reader.lazily import LazySequence
from reader.model import Article, Page
from reader.search.occurrences import folded, found_in
from reader.search.scan import articles_with

AROUND = 24
"""Characters shown on either side."""
_KEPT = 256


class Mention(NamedTuple):
    """One place; `at` is that of its first character in the text of the article that is searched (`archive.text`)."""

    article: ArticleEntry
    page: PageEntry
    at: int
    before: str
    text: str
    after: str


class Mentions(LazySequence[Mention]):
    """The mentions of a text, in the order of the archive and of each article; column cuts are read over.

    Only their places are kept: the words around one are read when it is looked at.
    """

    def __init__(self, snapshot: Snapshot, text: str, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Looks through the pages; ends early, with the mentions so far, when it `is_wanted` no more."""
        super().__init__(_KEPT)
        self.text = text
        self._snapshot = snapshot
        self._articles, self._places = array("I"), array("I")
        wanted = folded(text)
        if not wanted:
            return
        for run, first in snapshot.article_starts():
            for local in articles_with(run, wanted):
                if not is_wanted():
                    return
                for start, _end in found_in(run.segment.folded_text(local), wanted):
                    self._articles.append(local - run.first_article + first)
                    self._places.append(start)

    def __len__(self) -> int:
        return len(self._places)

    def article_at(self, index: int) -> int:
        """The number of the article of a mention, without looking into it."""
        return self._articles[index]

    def _item(self, index: int) -> Mention:
        number, at = self._articles[index], self._places[index]
        segment, local = self._snapshot.article_at(number)
        page = segment.page_of(local)
        printed = segment.printed(page)[local - segment.first_article[page]]
        end = at + len(self.text)
        before, after = words_around(printed, at, end, AROUND)
        entry = self._snapshot.article(number)
        return Mention(
            entry, self._snapshot.page(self._snapshot.page_of_article(number)), at, before, printed[at:end], after
        )


def words_around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and behind a place in the searched text of an article, up to `reach` characters of the same
    passage: what stands in another is not what stands around it."""
    before = text[max(0, start - reach) : start].replace("\f", "\n").rpartition("\n")[2]
    return before, text[end : end + reach].replace("\f", "\n").partition("\n")[0]


def page_offset(article: Article, page: Page, at: int) -> int | None:
    """Where in the text of its page a character of the searched text of an article stands; None for one that is not
    printed, or when the page has become another."""
    for start, passage in placed_passages(article, page.text):
        if start <= at < start + len(passage.text):
            return passage.source_offset(at - start)
    return None
