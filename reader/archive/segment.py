"""Pages that were written together, read where they lie: nothing is unpacked before it is asked for."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from bisect import bisect_right
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.archive.columns import ARRAYS, BETWEEN_ARTICLES, CERTAINTIES, DIGEST, KIND, KINDS, Source
from reader.archive.pairs import Pairs
from reader.archive.sections import DamagedError, Sections, read
from reader.model import ArticleKind, IssueDate, Page

if TYPE_CHECKING:
    from pathlib import Path


_RELIED_ON = (
    *("sources", "digests", "day", "paper", "certainty", "number", "articles", "kind", "label"),
    *("folded.offsets", "parsed.offsets", "printed.offsets", "listed.offsets"),
)
"""Sections in which nothing may be wrong, since they lead to all others: a hundredth of the bytes. The rest is verified
by the process that can parse its pages again, and nothing worse comes of it meanwhile than wrong letters."""


class TableListing(NamedTuple):
    title: str
    rows: int
    columns: int


class Listing(NamedTuple):
    """What lists show of a page; `titles` and `tables` have an item for each article."""

    evidence: tuple[str, ...]
    titles: tuple[str, ...]
    tables: tuple[tuple[TableListing, ...], ...]


class Segment:
    """`pages` and `articles` are counted from 0 within the segment."""

    def __init__(self, sections: Sections, path: Path | None = None) -> None:
        """Raises `DamagedError`."""
        if sections.kind != KIND:
            raise DamagedError(sections.kind)
        self.path = path
        self.sections = sections
        try:
            facts = sections.facts
            self.pages: int = facts["pages"]
            self.papers: list[str] = facts["papers"]
            self.labels: list[str] = facts["labels"]
            self.days, self.paper, self.certainty = (self._array(name) for name in ("day", "paper", "certainty"))
            self.numbers, self.first_article = self._array("number"), self._array("articles")
            self.folded = sections.section("folded")
            self.pairs = Pairs(sections)
            self._digests = sections.section("digests")
            self.folded_offsets = sections.array("folded.offsets", "Q")
            self.articles: int = self.first_article[self.pages]
        except (LookupError, TypeError, ValueError) as error:
            raise DamagedError(str(error)) from error
        if not sections.is_whole(_RELIED_ON):
            raise DamagedError("it is not as it was written")

    @classmethod
    def open(cls, path: Path) -> Segment:
        """Raises `OSError`, `DamagedError`."""
        return cls(read(path), path)

    def _array(self, name: str) -> memoryview[int]:
        return self.sections.array(name, ARRAYS[name])

    @cached_property
    def paths(self) -> list[str]:
        return list(map(str, self._json(self.sections.section("sources"))))

    @cached_property
    def notes(self) -> dict[int, str]:
        """What was wrong with the files of pages that were opened all the same."""
        return {int(page): note for page, note in self._json(self.sections.section("notes")).items()}

    def source(self, page: int) -> Source:
        size, changed, read_at = (self._array(name)[page] for name in ("size", "changed", "read"))
        return Source(self.paths[page], size, changed, read_at, self.digest(page))

    def digest(self, page: int) -> bytes:
        """The digest of the bytes of a page's file."""
        return bytes(self._digests[page * DIGEST : (page + 1) * DIGEST])

    def number_of(self, name: str, page: int) -> int:
        """`size`, `changed` or `read` of a page's file (see `Source`)."""
        return self._array(name)[page]

    def newspaper(self, page: int) -> str | None:
        index = self.paper[page]
        return self.papers[index] if index >= 0 else None

    def date(self, page: int) -> IssueDate:
        """The page's day without its evidence."""
        day = self.days[page]
        return IssueDate(dt.date.fromordinal(day) if day else None, CERTAINTIES[self.certainty[page]])

    def number(self, page: int) -> int | None:
        value = self.numbers[page]
        return value if value >= 0 else None

    def page_of(self, article: int) -> int:
        return bisect_right(self.first_article, article) - 1

    @cached_property
    def order_keys(self) -> list[tuple[int, str, bool, int, str]]:
        """What pages are put in order by: the newest day first, undated ones last, by newspaper, number and path."""
        last = 10**6
        return [
            (
                -day if day else 1,
                self.papers[paper] if paper >= 0 else "",
                paper < 0,
                number if number >= 0 else last,
                path,
            )
            for day, paper, number, path in zip(self.days, self.paper, self.numbers, self.paths, strict=True)
        ]

    def articles_between(self, first: int, last: int) -> tuple[int, int]:
        """The articles of pages `[first, last)`, from the first to behind the last."""
        return self.first_article[first], self.first_article[last]

    @cached_property
    def kind_column(self) -> memoryview[int]:
        return self._array("kind")

    @cached_property
    def lengths(self) -> memoryview[int]:
        return self._array("length")

    @cached_property
    def label_column(self) -> memoryview[int]:
        return self._array("label")

    @cached_property
    def table_column(self) -> memoryview[int]:
        """How many tables each article has."""
        return self._array("tables")

    def kind(self, article: int) -> ArticleKind:
        return KINDS[self.kind_column[article]]

    def label(self, article: int) -> str | None:
        index = self.label_column[article]
        return self.labels[index] if index >= 0 else None

    def listing(self, page: int) -> Listing:
        """Without titles and tables where it is damaged."""
        count = self.first_article[page + 1] - self.first_article[page]
        with suppress(ValueError, TypeError, LookupError):
            plain = self._json(self._piece("listed", page))
            titles, tables = tuple(map(str, plain["titles"])), plain["tables"] or [()] * count
            listed = tuple(tuple(TableListing(str(title), *size) for title, *size in one) for one in tables)
            if len(titles) == len(listed) == count:
                return Listing(tuple(map(str, plain["evidence"])), titles, listed)
        return Listing((), ("",) * count, ((),) * count)

    def parsed(self, page: int) -> Page:
        """The page as it was parsed; some milliseconds. Raises `DamagedError`."""
        # Imported here because lists can do without.
        from reader.archive.codec import page_from

        try:
            return page_from(self._json(zlib.decompress(self._piece("parsed", page))))
        except (zlib.error, ValueError, TypeError, LookupError) as error:
            raise DamagedError(str(error)) from error

    def printed(self, page: int) -> list[str]:
        """The texts of the page's articles that are searched, as printed (see `archive.text`); as they are compared
        where they are damaged."""
        first, last = self.first_article[page], self.first_article[page + 1]
        with suppress(zlib.error, ValueError):
            texts = zlib.decompress(self._piece("printed", page)).decode("utf-8", "surrogatepass")
            parted = texts.split(BETWEEN_ARTICLES)
            if len(parted) == last - first or first == last:
                return parted[: last - first]
        return [self.folded_text(article) for article in range(first, last)]

    def folded_text(self, article: int) -> str:
        """The same of one article, in the form in which texts are compared; character for character as printed."""
        start, end = self.folded_offsets[article], self.folded_offsets[article + 1]
        return str(self.folded[start:end], "utf-8", "replace")

    def find(self, wanted: bytes, start: int, end: int) -> int:
        """Where a text in UTF-8 first stands in `[start, end)` of the folded texts of all articles, -1 for nowhere."""
        return self.sections.find("folded", wanted, start, end)

    def _piece(self, name: str, at: int) -> memoryview[int]:
        offsets = self.sections.array(f"{name}.offsets", "Q")
        return self.sections.section(name)[offsets[at] : offsets[at + 1]]

    @staticmethod
    def _json(data: memoryview | bytes) -> Any:
        return json.loads(bytes(data))
