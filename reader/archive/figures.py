"""The figures found on pages: what numbers of a query are compared with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reader.archive.homes import ArticleAt
from reader.archive.marks import MarkColumns, MarksSegment
from reader.model import Interval, Number, NumberType, Page

if TYPE_CHECKING:
    from pathlib import Path

    from reader.archive.sections import Sections
    from reader.archive.snapshot import Snapshot

TYPES = tuple(NumberType)


class FiguredPage(NamedTuple):
    """`digest` is that of the bytes of the page's file."""

    digest: bytes
    page: Page
    numbers: Iterable[Number]


class FiguresSegment(MarksSegment):
    """A figure lies between `low` and `high`, in the unit `texts[unit]`, is of `TYPES[type]`, and stands in the article
    of its page with the number `article`; those of an article stand together."""

    KIND = "figures"
    COLUMNS: ClassVar[dict[str, str]] = {"article": "I", "low": "d", "high": "d", "unit": "i", "type": "B"}
    INDEXED = "unit"

    def __init__(self, sections: Sections, path: Path | None = None) -> None:
        super().__init__(sections, path)
        self.article, self.unit, self.type = (self.column(name) for name in ("article", "unit", "type"))
        self.low, self.high = sections.floats("low"), sections.floats("high")


def pack_figures(pages: Iterable[FiguredPage]) -> bytes:
    """The bytes of a segment with the figures of some pages: those that have a value to compare."""
    columns = MarkColumns(FiguresSegment)
    for page in pages:
        article_at = ArticleAt(page.page)
        rows = []
        for number in page.numbers:
            bounds, at = _bounds(number), article_at(number.start)
            if bounds is not None and at is not None:
                unit = -1 if number.unit is None else columns.number_of(number.unit)
                rows.append((at, *bounds, unit, TYPES.index(number.type)))
        # An article can stand on both sides of another.
        columns.add(page.digest, sorted(rows, key=lambda row: row[0]))
    return columns.packed()


def _bounds(number: Number) -> tuple[float, float] | None:
    value = number.value
    low, high = (value.low, value.high) if isinstance(value, Interval) else (value, value)
    figures = [_float(one) for one in (low, high) if isinstance(one, (int, float))]
    # An end that the page leaves open counts for nothing.
    return (min(figures), max(figures)) if figures else None


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


class FigureIndex:
    """Where the figures of the pages of a snapshot lie; those of pages it does not have are left out."""

    def __init__(self, snapshot: Snapshot, segments: Sequence[FiguresSegment]) -> None:
        self._snapshot = snapshot
        self._places: dict[int, tuple[FiguresSegment, int]] = {}
        pages = snapshot.pages_by_digest
        for segment in segments:
            for at, digest in enumerate(segment.digests):
                for page in pages.get(digest, ()):
                    self._places[page] = (segment, at)

    @property
    def pages(self) -> int:
        """Pages of the snapshot whose figures are known."""
        return len(self._places)

    def of_article(self, number: int) -> tuple[FiguresSegment, range] | None:
        """The figures of an article of the snapshot; None while they are not known."""
        page = self._snapshot.page_of_article(number)
        found = self._places.get(page)
        if found is None:
            return None
        segment, at = found
        start, end = segment.first[at], segment.first[at + 1]
        place = number - self._snapshot.page(page).first
        low = bisect_left(segment.article, place, start, end)
        return segment, range(low, bisect_right(segment.article, place, low, end))
