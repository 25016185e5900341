"""The names found on pages, in columns: a mention each. They come much later than the pages, and are kept apart."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.packing import DIGEST
from reader.archive.sections import DamagedError, Sections, pack, read
from reader.model import Entity, EntityType, Page

if TYPE_CHECKING:
    from pathlib import Path

KIND = "names"
TYPES = tuple(EntityType)


class NamedPage(NamedTuple):
    """`digest` is that of the bytes of the page's file."""

    digest: bytes
    page: Page
    names: Iterable[Entity]


class Name(NamedTuple):
    text: str
    type: EntityType


def pack_names(pages: Iterable[NamedPage]) -> bytes:
    """The bytes of a segment with the names of some pages."""
    places: dict[Name, int] = {}
    digests: list[bytes] = []
    first, name, article, offset = array("I", [0]), array("I"), array("I"), array("I")
    for page in pages:
        digests.append(page.digest)
        spans = sorted((start, end, at) for at, one in enumerate(page.page.articles) for start, end in one.spans)
        for found in page.names:
            home = bisect_right(spans, found.start, key=lambda span: span[0]) - 1
            if home >= 0 and found.start < spans[home][1]:
                text = "".join(found.text.split())
                name.append(places.setdefault(Name(text, found.type), len(places)))
                article.append(spans[home][2])
                offset.append(found.start)
        first.append(len(name))
    sections = {
        "digests": b"".join(digests),
        "texts": json.dumps([(one.text, TYPES.index(one.type)) for one in places]).encode("ascii"),
        "first": first.tobytes(),
        "name": name.tobytes(),
        "article": article.tobytes(),
        "offset": offset.tobytes(),
    }
    return pack(KIND, {"pages": len(digests)}, sections)


class NamesSegment:
    """`first` has the first mention of each page; a mention is of `names[name[i]]`, in the article of its page with the
    number `article[i]`, at `offset[i]` in the text of the page."""

    def __init__(self, sections: Sections, path: Path | None = None) -> None:
        """Raises `DamagedError`."""
        if sections.kind != KIND:
            raise DamagedError(sections.kind)
        self.path = path
        self.sections = sections
        try:
            self.pages: int = sections.facts["pages"]
            self.first, self.name = sections.array("first", "I"), sections.array("name", "I")
            self.article, self.offset = sections.array("article", "I"), sections.array("offset", "I")
        except (LookupError, TypeError) as error:
            raise DamagedError(str(error)) from error

    @classmethod
    def open(cls, path: Path) -> NamesSegment:
        """Raises `OSError`, `DamagedError`."""
        return cls(read(path), path)

    @cached_property
    def names(self) -> list[Name]:
        texts = json.loads(bytes(self.sections.section("texts")))
        return [Name(text, TYPES[kind]) for text, kind in texts]

    @cached_property
    def digests(self) -> list[bytes]:
        data = bytes(self.sections.section("digests"))
        return [data[at : at + DIGEST] for at in range(0, len(data), DIGEST)]
