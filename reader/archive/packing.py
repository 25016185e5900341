"""Parsed pages to the bytes of a segment: what lists, search and reading need of each, in columns."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.archive.codec import plain_page
from reader.archive.columns import (
    ARRAYS,
    ARTICLE_ARRAYS,
    BETWEEN_ARTICLES,
    CERTAINTIES,
    KIND,
    KINDS,
    PAGE_ARRAYS,
    PIECES,
    Source,
)
from reader.archive.pairs import pack_pairs
from reader.archive.sections import pack
from reader.archive.text import search_text
from reader.model import Article, Page
from reader.search.occurrences import folded

if TYPE_CHECKING:
    from reader.archive.segment import Segment

_LEVEL = 1


class Parsed(NamedTuple):
    """A page, and the file it was read from."""

    source: Source
    page: Page
    note: str = ""
    """What was wrong with the file, which was opened all the same."""


class _Index:
    """Texts that recur, each kept once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def of(self, text: str | None) -> int:
        return -1 if text is None else self._places.setdefault(text, len(self._places))

    @property
    def texts(self) -> list[str]:
        return list(self._places)


class Pieces:
    """Pieces of bytes one behind the other; `offsets` has the end of the last one too."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.offsets = array("Q", [0])

    def add(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self.offsets.append(self.offsets[-1] + len(piece))

    def put(self, sections: dict[str, bytes], name: str) -> None:
        sections[name] = b"".join(self._pieces)
        sections[f"{name}.offsets"] = self.offsets.tobytes()


def pack_pages(pages: Iterable[Parsed]) -> bytes:
    """The bytes of a segment with these pages, in this order."""
    columns = Columns()
    for parsed in pages:
        columns.add(parsed)
    return columns.packed()


class Columns:
    """What is gathered of pages, each a row of the arrays below."""

    def __init__(self) -> None:
        self._papers, self._labels = _Index(), _Index()
        self._sources: list[tuple[str, str]] = []
        self._digests: list[bytes] = []
        self._arrays: dict[str, array[Any]] = {name: array(code) for name, code in ARRAYS.items()}
        self._arrays["articles"].append(0)
        self._parsed, self._printed, self._folded, self._listed = Pieces(), Pieces(), Pieces(), Pieces()

    def add(self, parsed: Parsed) -> None:
        source, page, note = parsed
        self._sources.append((source.path, note))
        self._digests.append(source.digest)
        self._put(size=source.size, changed=source.changed, read=source.read)
        day = page.date.value.toordinal() if page.date.value else 0
        self._put(paper=self._papers.of(page.newspaper), day=day, certainty=CERTAINTIES.index(page.date.certainty))
        self._put(number=-1 if page.number is None else page.number)
        self._parsed.add(_json(plain_page(page), compress=True))
        self._listed.add(_json(_listing(page)))
        texts = []
        for article in page.articles:
            text = search_text(article, page.text).replace(BETWEEN_ARTICLES, " ")
            texts.append(text)
            self._folded.add(folded(text).encode("utf-8", "replace"))
            self._put(kind=KINDS.index(article.kind), length=article.length, label=self._labels.of(article.label))
            self._put(tables=min(len(article.tables), 0xFFFF))
        self._printed.add(zlib.compress(BETWEEN_ARTICLES.join(texts).encode("utf-8", "surrogatepass"), _LEVEL))
        self._put(articles=self._arrays["articles"][-1] + len(page.articles))

    def copy(self, segment: Segment, first: int, last: int) -> None:
        """Pages `[first, last)` of a segment, as they lie there."""
        sections = segment.sections
        articles = segment.articles_between(first, last)
        ranges = dict.fromkeys(PAGE_ARRAYS, (first, last)) | dict.fromkeys(ARTICLE_ARRAYS, articles)
        shift = self._arrays["articles"][-1] - articles[0]
        taken = {name: array(code, sections.array(name, code)[slice(*ranges[name])]) for name, code in ARRAYS.items()}
        taken["articles"] = array("I", (at + shift for at in segment.first_article[first + 1 : last + 1]))
        for name, index, texts in (
            ("paper", self._papers, segment.papers),
            ("label", self._labels, segment.labels),
        ):
            places = [index.of(text) for text in texts]
            taken[name] = array("i", (places[at] if at >= 0 else -1 for at in taken[name]))
        for name, values in taken.items():
            self._arrays[name].extend(values)
        self._sources += [(segment.paths[page], segment.notes.get(page, "")) for page in range(first, last)]
        self._digests += [segment.source(page).digest for page in range(first, last)]
        for name, pieces in zip(PIECES, (self._parsed, self._printed, self._folded, self._listed), strict=True):
            data, offsets = sections.section(name), sections.array(f"{name}.offsets", "Q")
            for at in range(*(articles if name == "folded" else (first, last))):
                pieces.add(bytes(data[offsets[at] : offsets[at + 1]]))

    def _put(self, **values: float) -> None:
        for name, value in values.items():
            self._arrays[name].append(value)

    def packed(self) -> bytes:
        facts: Mapping[str, Any] = {
            "pages": len(self._sources),
            "papers": self._papers.texts,
            "labels": self._labels.texts,
        }
        sections: dict[str, bytes] = {
            "sources": _json([path for path, _note in self._sources]),
            "notes": _json({at: note for at, (_path, note) in enumerate(self._sources) if note}),
            "digests": b"".join(self._digests),
        }
        sections |= {name: values.tobytes() for name, values in self._arrays.items()}
        for name, pieces in zip(PIECES, (self._parsed, self._printed, self._folded, self._listed), strict=True):
            pieces.put(sections, name)
        sections |= pack_pairs(self._page_texts(sections["folded"]))
        return pack(KIND, facts, sections)

    def _page_texts(self, folded_texts: bytes) -> Iterator[str]:
        """The searched text of each page, its articles one behind the other."""
        articles = self._arrays["articles"]
        for first, last in pairwise(articles):
            start, end = self._folded.offsets[first], self._folded.offsets[last]
            yield folded_texts[start:end].decode("utf-8")


def _listing(page: Page) -> dict[str, Any]:
    """What lists show of a page and its articles, beside what stands in columns of their own."""
    return {
        "evidence": list(page.date.evidence),
        "titles": [article.title for article in page.articles],
        "tables": [_tables(article) for article in page.articles] if any(one.tables for one in page.articles) else [],
    }


def _tables(article: Article) -> list[list[Any]]:
    return [[table.title.text if table.title else "", len(table.rows), len(table.columns)] for table in article.tables]


def _json(value: Any, *, compress: bool = False) -> bytes:
    data = json.dumps(value, separators=(",", ":")).encode("ascii")
    return zlib.compress(data, _LEVEL) if compress else data
