"""An archive of pages that are parsed already, without files, cache or other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.archive.archive import Archive
from reader.archive.columns import Source
from reader.archive.figures import FiguredPage, FiguresSegment, pack_figures
from reader.archive.holdings import Holdings
from reader.archive.names import NamedPage, NamesSegment, pack_names
from reader.archive.packing import Parsed, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.corpus import Corpus
from reader.model import Entity, Page
from reader.source.problems import Failures
from reader.source.read import digest_of


def archive_of(
    corpus: Corpus,
    *,
    figures: bool = False,
    find_names: Callable[[Page], Iterable[Entity]] | None = None,
) -> Archive:
    """Of pages with the same path the last one counts. The archive has the names of each page when there is who finds
    them, and its figures when they are wanted."""
    parsed = [Parsed(Source(page.source, 0, 0, 0, _digest(page)), page) for page in corpus.pages]
    holdings = Holdings()
    if parsed:
        holdings.add(Segment(Sections(pack_pages(parsed))))
    archive = Archive(snapshot=holdings.snapshot())
    failures = Failures()
    archive.problems = list(corpus.problems)
    archive.progress.listed = archive.progress.settled = True
    if figures:
        from reader.annotate.page import annotate_numbers

        found = []
        for one in parsed:
            with failures.on(one.page.source):
                found.append(FiguredPage(one.source.digest, one.page, annotate_numbers(one.page)))
        archive.figures = [FiguresSegment(Sections(pack_figures(found)))]
        archive.progress.figured = True
    if find_names is not None:
        named = []
        for one in parsed:
            with failures.on(one.page.source):
                named.append(NamedPage(one.source.digest, one.page, find_names(one.page)))
        archive.names = [NamesSegment(Sections(pack_names(named)))]
        archive.progress.named = True
    archive.problems += [problem._replace(opened=True) for problem in failures.problems]
    return archive


def _digest(page: Page) -> bytes:
    return digest_of(page.text.encode("utf-8", "surrogatepass"))
