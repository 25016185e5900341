"""The words around a hit, as they are printed."""

from __future__ import annotations

from typing import NamedTuple

from reader.archive.segment import Segment
from reader.archive.snapshot import Snapshot
from reader.archive.text import Zone, zone_at
from reader.search.occurrences import found_in
from reader.search.query import Query

_PARTS = "\n\f"


class Snippet(NamedTuple):
    """`text` is one passage or row, printed; `hits` are `[start, end)` of it, and `first` the hit it was chosen for.

    `at` is where the passage begins in the text of the article that is searched (`archive.text`); `zone` tells where in
    the article the hit stands.
    """

    text: str
    hits: tuple[tuple[int, int], ...]
    first: int
    zone: Zone
    at: int = 0


def snippet(snapshot: Snapshot, article: int, query: Query) -> Snippet:
    """The passage in which a text of the query first stands behind the headline, which lists show anyway; in the
    headline itself where it stands nowhere else; the lede where no text is asked for."""
    segment, local = snapshot.article_at(article)
    return snippet_of(segment, local, query)


def snippet_of(segment: Segment, article: int, query: Query) -> Snippet:
    page = segment.page_of(article)
    printed = segment.printed(page)[article - segment.first_article[page]]
    text = segment.folded_text(article)
    behind = text.find("\n") + 1
    places = [(at, wanted) for wanted in query.texts if (at := _place(text, wanted, behind)) >= 0]
    if not places:
        start = _lede(text)
        line, begin = _line(printed, start)
        return Snippet(line, (), 0, zone_at(text, start), begin)
    at = min(places, key=lambda place: (place[0] < behind, place[0]))[0]
    line, start = _line(printed, at)
    shown = text[start : start + len(line)]
    hits = sorted({hit for wanted in query.texts for hit in found_in(shown, wanted)})
    return Snippet(line, tuple(hits), at - start, zone_at(text, at), start)


def _place(text: str, wanted: str, behind: int) -> int:
    at = text.find(wanted, behind)
    return at if at >= 0 else text.find(wanted)


def _lede(text: str) -> int:
    """Where the lede begins, or what there is instead."""
    at = 0
    for _heading in range(2):
        at = text.find("\n", at) + 1
    while at < len(text) and text[at] in _PARTS:
        at += 1
    return min(at, max(0, len(text) - 1))


def _line(text: str, at: int) -> tuple[str, int]:
    """The line a character stands on, and where that begins."""
    start = max(text.rfind(part, 0, at) for part in _PARTS) + 1
    ends = [end for part in _PARTS if (end := text.find(part, at)) >= 0]
    return text[start : min(ends, default=len(text))], start
