"""An archive of pages that are parsed already, without files, cache or other processes."""

from __future__ import annotations

from reader.archive.archive import Archive
from reader.archive.holdings import Holdings
from reader.archive.packing import Parsed, Source, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.corpus import Corpus


def archive_of(corpus: Corpus) -> Archive:
    """Of pages with the same path the last one counts."""
    pages = list(corpus.pages)
    # A digest is what names are found again by; here any will do that differs from page to page.
    sources = (Source(page.source, 0, 0, 0, number.to_bytes(16)) for number, page in enumerate(pages))
    parsed = [Parsed(source, page) for source, page in zip(sources, pages, strict=True)]
    holdings = Holdings()
    if parsed:
        holdings.add(Segment(Sections(pack_pages(parsed))))
    archive = Archive(snapshot=holdings.snapshot())
    archive.problems = list(corpus.problems)
    archive.progress.listed = True
    return archive
