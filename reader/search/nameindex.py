"""Which articles name whom: what was found on the pages of an archive, by the numbers of its articles."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property

from reader.archive.names import Name, NamesSegment
from reader.archive.snapshot import Snapshot
from reader.model import EntityType
from reader.search.occurrences import folded


class NameIndex:
    """The names of the pages of a snapshot; those of pages it does not have are left out.

    `names` are all different ones; mention by mention, `name` has the number of the name and `article` that of the
    article, `page` that of its page and `offset` where in the page's text it begins.
    """

    def __init__(self, snapshot: Snapshot, segments: Iterable[NamesSegment]) -> None:
        self.snapshot = snapshot
        self.names: list[Name] = []
        self.name, self.article, self.page, self.offset = array("I"), array("I"), array("I"), array("I")
        self._numbers: dict[Name, int] = {}
        self._seen: set[int] = set()
        for segment in segments:
            self._add(segment)

    @property
    def pages(self) -> int:
        """Pages of the snapshot whose names are known."""
        return len(self._seen)

    def _add(self, segment: NamesSegment) -> None:
        numbers: list[int] | None = None
        for at, digest in enumerate(segment.digests):
            for page in self.snapshot.pages_by_digest.get(digest, ()):
                if page in self._seen:
                    continue
                self._seen.add(page)
                if numbers is None:
                    numbers = [self._number(name) for name in segment.names]
                entry = self.snapshot.page(page)
                start, end = segment.first[at], segment.first[at + 1]
                self.name.extend(numbers[name] for name in segment.name[start:end])
                # A page that was parsed by another program could count its articles otherwise.
                last = max(entry.first, entry.last - 1)
                self.article.extend(min(entry.first + one, last) for one in segment.article[start:end])
                self.page.extend([page] * (end - start))
                self.offset.extend(segment.offset[start:end])

    def _number(self, name: Name) -> int:
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number

    @cached_property
    def folded(self) -> list[str]:
        """The names as they are compared."""
        return [folded(name.text) for name in self.names]

    def articles_naming(self, type_: EntityType, text: str) -> set[int]:
        """The articles with a name of this type in which a folded text stands."""
        wanted = {
            number for number, name in enumerate(self.names) if name.type is type_ and text in self.folded[number]
        }
        return {article for name, article in zip(self.name, self.article, strict=True) if name in wanted}

    def mentions(self, name: Name) -> Iterator[tuple[int, int, int]]:
        """Page, article and offset of each mention of a name, in the order of the archive."""
        number = self._numbers.get(name)
        found = [
            (self.page[at], self.article[at], self.offset[at]) for at, one in enumerate(self.name) if one == number
        ]
        yield from sorted(found)
