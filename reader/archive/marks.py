"""What was found on pages, in columns: figures or names, one a row, those of a page together.

    digests   of the bytes of the pages' files
    first     the first row of each page, and behind the last
    …         a column each; in one of them numbers stand for texts that recur

They are found after the pages are parsed, and are kept apart from them: a page's digest leads to them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from reader.archive.columns import DIGEST
from reader.archive.sections import DamagedError, Sections, pack, read

if TYPE_CHECKING:
    from pathlib import Path

Marks = TypeVar("Marks", bound="MarksSegment")


class MarksSegment:
    """Sub-classes say what the columns are: their names with type codes of `array`."""

    KIND: ClassVar[str]
    COLUMNS: ClassVar[Mapping[str, str]]
    INDEXED: ClassVar[str]
    """The column of numbers of `texts`; -1 stands for none."""

    def __init__(self, sections: Sections, path: Path | None = None) -> None:
        """Raises `DamagedError`."""
        if sections.kind != self.KIND:
            raise DamagedError(sections.kind)
        self.path = path
        self.sections = sections
        try:
            self.pages: int = sections.facts["pages"]
            self.first = sections.array("first", "I")
            for name, code in self.COLUMNS.items():
                sections.array(name, code)
        except (LookupError, TypeError) as error:
            raise DamagedError(str(error)) from error

    @classmethod
    def open(cls: type[Marks], path: Path) -> Marks:
        """Raises `OSError`, `DamagedError`."""
        return cls(read(path), path)

    @cached_property
    def texts(self) -> list[Any]:
        """What the numbers of the indexed column stand for."""
        return list(json.loads(bytes(self.sections.section("texts"))))

    @cached_property
    def digests(self) -> list[bytes]:
        data = bytes(self.sections.section("digests"))
        return [data[at : at + DIGEST] for at in range(0, len(data), DIGEST)]

    def column(self, name: str) -> memoryview[int]:
        return self.sections.array(name, self.COLUMNS[name])


class MarkColumns:
    """Gathers the rows of one page after the other."""

    def __init__(self, of: type[MarksSegment]) -> None:
        self._of = of
        self._texts: dict[Any, int] = {}
        self._digests: list[bytes] = []
        self._first = array("I", [0])
        self._columns: dict[str, array[Any]] = {name: array(code) for name, code in of.COLUMNS.items()}

    def number_of(self, text: Any) -> int:
        """The number that stands for a text, or a tuple of plain values, in the indexed column."""
        return self._texts.setdefault(text, len(self._texts))

    def add(self, digest: bytes, rows: Iterable[Sequence[float]]) -> None:
        """A page; each row has a value for each column, in their order."""
        self._digests.append(digest)
        columns = list(self._columns.values())
        for row in rows:
            for column, value in zip(columns, row, strict=True):
                column.append(value)
        self._first.append(len(columns[0]))

    def copy(self, segment: MarksSegment, page: int) -> None:
        """A page of another segment."""
        self._digests.append(segment.digests[page])
        rows = slice(segment.first[page], segment.first[page + 1])
        for name, column in self._columns.items():
            values = segment.column(name)[rows]
            if name == self._of.INDEXED:
                texts = segment.texts
                column.extend(self.number_of(_hashable(texts[at])) if at >= 0 else -1 for at in values)
            else:
                column.extend(values)
        self._first.append(len(column))

    def packed(self) -> bytes:
        sections = {
            "digests": b"".join(self._digests),
            "texts": json.dumps(list(self._texts)).encode("ascii"),
            "first": self._first.tobytes(),
        }
        sections |= {name: column.tobytes() for name, column in self._columns.items()}
        return pack(self._of.KIND, {"pages": len(self._digests)}, sections)


def joined(segments: Sequence[MarksSegment]) -> bytes:
    """The pages of several segments of a kind, each once, as one segment's bytes."""
    columns = MarkColumns(type(segments[0]))
    seen: set[bytes] = set()
    for segment in segments:
        for page, digest in enumerate(segment.digests):
            if digest not in seen:
                seen.add(digest)
                columns.copy(segment, page)
    return columns.packed()


def _hashable(text: Any) -> Any:
    return tuple(text) if isinstance(text, list) else text
