"""What a worker does: parse pages, find the figures on them, find the names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.source import Problem
from reader.source.problems import own_fault

if TYPE_CHECKING:
    from reader.archive.segment import Segment
    from reader.model import Page


class Asked(NamedTuple):
    """A file, and where its page lies in the cache, if it does."""

    path: str
    segment: str | None = None
    page: int = 0


def pages_of(asked: Sequence[Asked]) -> tuple[bytes, list[Problem]]:
    """Read and parse files into the bytes of a segment; empty when there is no page in any of them."""
    from reader.archive.columns import Source
    from reader.archive.packing import Parsed, pack_pages
    from reader.parse.leftout import left_out
    from reader.parse.page import parse_page
    from reader.source.read import load_file

    parsed: list[Parsed] = []
    problems: list[Problem] = []
    for path, _file, _page in asked:
        note = ""
        try:
            for one in load_file(path):
                if isinstance(one, Problem):
                    problems.append(one)
                    note = one.reason
                else:
                    page = parse_page(one.text, one.path, one.encoding)
                    cut = left_out(page)
                    problems += cut
                    note = "; ".join(filter(None, [note, *(problem.reason for problem in cut)]))
                    parsed.append(Parsed(Source(path, *one.state), page, note))
        except Exception as error:  # One page must not end the others; the reader is told.
            problems.append(own_fault(path, error))
    return (pack_pages(parsed) if parsed else b""), problems


def figures_of(asked: Sequence[Asked]) -> tuple[bytes, list[Problem]]:
    """Find the figures on files' pages, as the bytes of a segment of figures."""
    from reader.annotate.page import annotate_numbers
    from reader.archive.figures import FiguredPage, pack_figures

    found, problems = _found(asked, lambda digest, page: FiguredPage(digest, page, annotate_numbers(page)))
    return (pack_figures(found) if found else b""), problems


def names_of(asked: Sequence[Asked]) -> tuple[bytes, list[Problem]]:
    """Find the names on files' pages, as the bytes of a segment of names."""
    from reader.annotate.page import annotate_names
    from reader.archive.names import NamedPage, pack_names

    found, problems = _found(asked, lambda digest, page: NamedPage(digest, page, annotate_names(page)))
    return (pack_names(found) if found else b""), problems


Made = TypeVar("Made")


def _found(asked: Sequence[Asked], find: Callable[[bytes, Page], Made]) -> tuple[list[Made], list[Problem]]:
    """What `find` makes of each page, as it lies in the cache or is parsed anew."""
    found: list[Made] = []
    problems: list[Problem] = []
    for one in asked:
        try:
            found += [find(digest, page) for digest, page in _page_of(one)]
        except Exception as error:
            problems.append(own_fault(one.path, error, opened=True))
    return found, problems


def _page_of(asked: Asked) -> Iterator[tuple[bytes, Page]]:
    from reader.archive.sections import DamagedError

    if asked.segment is not None:
        with suppress(OSError, DamagedError, LookupError):
            segment = _opened(asked.segment)
            if segment.paths[asked.page] == asked.path:
                yield segment.digest(asked.page), segment.parsed(asked.page)
                return
    from reader.parse.page import parse_page
    from reader.source.read import load_file

    for one in load_file(asked.path):
        if not isinstance(one, Problem):
            yield one.state.digest, parse_page(one.text, one.path, one.encoding)


@lru_cache(2)
def _opened(file: str) -> Segment:
    from reader.archive.segment import Segment

    return Segment.open(Path(file))


MAKERS = {"pages": pages_of, "figures": figures_of, "names": names_of}
"""Each makes the bytes of a segment, empty when there is nothing to put in it, and says what is wrong with files."""
