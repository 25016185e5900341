"""Where else a name stands: every place in the corpus where it is printed, with the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader.annotate.passages import article_cells, article_passages
from reader.corpus import Corpus
from reader.model import Article, Page

AROUND = 24
"""Characters shown on either side."""


class Mention(NamedTuple):
    """One place; `offset` is that of its first character in the page text."""

    article: Article
    page: Page
    offset: int
    before: str
    text: str
    after: str


def mentions_of(corpus: Corpus, name: str) -> Iterator[Mention]:
    """The mentions of `name`, in the order of the corpus and of each page; column cuts are read over."""
    for page in corpus.pages:
        if not all(sign in page.text for sign in name):
            # Most names stand on few pages; a column may cut them, but takes no character away.
            continue
        for article in page.articles:
            found = [
                Mention(article, page, passage.source_offset(at), before, name, after)
                for passage in chain(article_passages(article), article_cells(article, page.text))
                for at, before, after in _places(passage.text, name)
            ]
            yield from sorted(found, key=lambda mention: mention.offset)


def _places(text: str, name: str) -> Iterator[tuple[int, str, str]]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        yield at, text[max(0, at - AROUND) : at], text[end : end + AROUND]
        at = text.find(name, end)
