"""Going through what a search found, hit by hit and article by article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.archive.snapshot import ArticleEntry
    from reader.search.results import Found


@dataclass
class SearchSession:
    """What was found, and the article of it that is read; `offset` is that of the hit it was opened at, in the text of
    the article that is searched (`archive.text`)."""

    found: Found
    index: int
    offset: int | None = None

    @property
    def count(self) -> int:
        return len(self.found.articles)

    @property
    def entry(self) -> ArticleEntry:
        return self.found.snapshot.article(self.found.articles[self.index])

    @property
    def texts(self) -> Sequence[str]:
        """What is marked in each of them."""
        return self.found.query.texts

    def step(self, step: int) -> bool:
        """On to another article; false when there is none."""
        if not 0 <= self.index + step < self.count:
            return False
        self.index += step
        self.offset = None
        return True
