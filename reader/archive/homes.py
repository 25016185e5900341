"""Which article of a page a character stands in."""

from __future__ import annotations

from bisect import bisect_right

from reader.model import Page


class ArticleAt:
    """Called with an offset in the page's text, gives the number of the article on its page; None outside of all."""

    def __init__(self, page: Page) -> None:
        spans = sorted((start, end, at) for at, one in enumerate(page.articles) for start, end in one.spans)
        self._starts = [start for start, _end, _at in spans]
        self._spans = spans

    def __call__(self, offset: int) -> int | None:
        found = bisect_right(self._starts, offset) - 1
        if found < 0:
            return None
        _start, end, article = self._spans[found]
        return article if offset < end else None
