"""A file of the cache with any bytes in it: known to be damaged, or nothing worse than wrong letters comes of it."""

from __future__ import annotations

from contextlib import suppress

from reader.archive.columns import CERTAINTIES
from reader.archive.figures import FiguresSegment
from reader.archive.names import NamesSegment
from reader.archive.sections import DamagedError, Sections
from reader.archive.segment import Segment
from reader.archive.snapshot import Place, in_order


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
