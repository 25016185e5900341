"""An archive of pages that are parsed already, without files, cache or other processes."""

from __future__ import annotations

from collections.abc import Iterable

from reader.archive.archive import Archive
from reader.archive.holdings import Holdings
from reader.archive.packing import Parsed, Source, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.model import Page
from reader.source import Problem


def archive_of(pages: Iterable[Page], problems: Iterable[Problem] = ()) -> Archive:
    """Pages with the same path take each other's place."""
    from reader.annotate.page import annotate_numbers

    parsed = [Parsed(Source(page.source, 0, 0, 0, bytes(16)), page, annotate_numbers(page)) for page in pages]
    holdings = Holdings()
    if parsed:
        holdings.add(Segment(Sections(pack_pages(parsed))))
    archive = Archive(snapshot=holdings.snapshot())
    archive.problems = list(problems)
    archive.progress.listed = True
    return archive
