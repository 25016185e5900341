"""The names found on pages: a row for each mention."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reader.archive.homes import ArticleAt
from reader.archive.marks import MarkColumns, MarksSegment
from reader.model import Entity, EntityType, Page

if TYPE_CHECKING:
    from pathlib import Path

    from reader.archive.sections import Sections

TYPES = tuple(EntityType)


class NamedPage(NamedTuple):
    """`digest` is that of the bytes of the page's file."""

    digest: bytes
    page: Page
    names: Iterable[Entity]


class Name(NamedTuple):
    text: str
    type: EntityType


class NamesSegment(MarksSegment):
    """A mention is of `names[name]`, in the article of its page with the number `article`, at `offset` in the text of
    the page."""

    KIND = "names"
    COLUMNS: ClassVar[dict[str, str]] = {"name": "I", "article": "I", "offset": "I"}
    INDEXED = "name"

    def __init__(self, sections: Sections, path: Path | None = None) -> None:
        super().__init__(sections, path)
        self.name, self.article, self.offset = (self.column(name) for name in ("name", "article", "offset"))

    @cached_property
    def names(self) -> list[Name]:
        return [Name(text, TYPES[kind]) for text, kind in self.texts]


def pack_names(pages: Iterable[NamedPage]) -> bytes:
    """The bytes of a segment with the names of some pages."""
    columns = MarkColumns(NamesSegment)
    for page in pages:
        article_at = ArticleAt(page.page)
        rows = []
        for found in page.names:
            home = article_at(found.start)
            if home is not None:
                text = "".join(found.text.split())
                rows.append((columns.number_of((text, TYPES.index(found.type))), home, found.start))
        columns.add(page.digest, rows)
    return columns.packed()
