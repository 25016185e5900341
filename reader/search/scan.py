"""Where a text stands in the pages of a segment: exactly there, and nowhere else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.archive.segment import Segment
from reader.archive.snapshot import Run


def articles_with(run: Run, text: str) -> Iterator[int]:
    """The articles of a run in which a folded text stands, ascending, as numbers of their segment.

    Each is found when it is asked for: who wants a screenful pays for a screenful.
    """
    segment = run.segment
    wanted = text.encode("utf-8", "surrogatepass")
    for page in pages_with(run, text):
        articles = segment.first_article
        at, end = segment.folded_offsets[articles[page]], segment.folded_offsets[articles[page + 1]]
        while (found := segment.find(wanted, at, end)) >= 0:
            article = bisect_right(segment.folded_offsets, found) - 1
            yield article
            at = segment.folded_offsets[article + 1]


def pages_with(run: Run, text: str) -> Sequence[int]:
    """Pages of a run that may hold a folded text, ascending."""
    pages = run.segment.pairs.pages(text)
    if pages is None:
        return range(run.first, run.last)
    return pages[bisect_left(pages, run.first) : bisect_left(pages, run.last)]


def holds(segment: Segment, article: int, wanted: bytes, start: int = 0, end: int | None = None) -> bool:
    """Whether a folded text in UTF-8 stands in an article, or between two of the bytes of its text."""
    first, last = segment.folded_offsets[article], segment.folded_offsets[article + 1]
    return segment.find(wanted, first + start, last if end is None else first + end) >= 0


def zone_bounds(segment: Segment, article: int) -> tuple[int, int, int]:
    """Where the headline, the headings and the lede of an article end, in bytes of its text."""
    text = bytes(segment.folded[segment.folded_offsets[article] : segment.folded_offsets[article + 1]])
    headline = text.find(b"\n")
    headings = text.find(b"\n", headline + 1)
    lede = text.find(b"\n", headings + 1)
    return headline, headings, lede if lede >= 0 else len(text)
