"""A file of the cache with any bytes in it: known to be damaged, or nothing worse than wrong letters comes of it."""

from __future__ import annotations

from contextlib import suppress

from reader.archive.columns import CERTAINTIES, Source
from reader.archive.figures import FiguresSegment
from reader.archive.names import NamesSegment
from reader.archive.packing import Parsed, pack_pages
from reader.archive.sections import DamagedError, Sections
from reader.archive.segment import Segment
from reader.archive.snapshot import Place, in_order
from reader.parse.page import parse_page


def whole() -> bytes:
    """A file of the cache as it is written, to be damaged."""
    page = parse_page("综合评价表\n\n类型\t得分\n小店区\t9\n迎泽区\t8\n", "x.txt")
    return pack_pages([Parsed(Source(page.source, 1, 2, 3, bytes(16)), page)])


def damaged(data: bytes) -> None:
    try:
        sections = Sections(data)
    except DamagedError:
        return
    for kind in (FiguresSegment, NamesSegment):
        with suppress(DamagedError):
            kind(sections)
    try:
        segment = Segment(sections)
    except DamagedError:
        return
    snapshot = in_order(Place(segment, page) for page in range(segment.pages))
    for page in range(snapshot.pages):
        assert snapshot.page(page).date.certainty in CERTAINTIES
        assert all(isinstance(entry.title, str) for entry in snapshot.articles_of(page))
    for page in range(segment.pages):
        first, last = segment.articles_between(page, page + 1)
        assert len(segment.printed(page)) == last - first
        for article in range(first, last):
            segment.folded_text(article)
        try:
            segment.parsed(page)
        except DamagedError:
            assert not sections.verify()
    assert set(segment.pairs.pages("小店") or ()) <= set(range(0xFFFF))
