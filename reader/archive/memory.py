"""An archive of pages that are parsed already, without files, cache or other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b

from reader.archive.archive import Archive
from reader.archive.holdings import Holdings
from reader.archive.names import NamedPage, NamesSegment, pack_names
from reader.archive.packing import DIGEST, Parsed, Source, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.model import Entity, Page
from reader.source import Problem


def archive_of(
    pages: Iterable[Page],
    problems: Iterable[Problem] = (),
    find_names: Callable[[Page], Iterable[Entity]] | None = None,
) -> Archive:
    """Pages with the same path take each other's place. With `find_names` the archive has the names of each page."""
    from reader.annotate.page import annotate_numbers

    parsed = [Parsed(Source(page.source, 0, 0, 0, _digest(page.text)), page, annotate_numbers(page)) for page in pages]
    holdings = Holdings()
    if parsed:
        holdings.add(Segment(Sections(pack_pages(parsed))))
    archive = Archive(snapshot=holdings.snapshot())
    archive.problems = list(problems)
    archive.progress.listed = archive.progress.settled = True
    if find_names is not None:
        named = [NamedPage(one.source.digest, one.page, find_names(one.page)) for one in parsed]
        archive.names = [NamesSegment(Sections(pack_names(named)))]
        archive.progress.named = True
    return archive


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
