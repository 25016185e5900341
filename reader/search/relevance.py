"""How much a hit weighs by where it stands: the headline says what an article is about, the lede sums it up."""

from __future__ import annotations

from collections.abc import Callable

from reader.archive.snapshot import Snapshot
from reader.archive.text import Zone
from reader.search.query import Query
from reader.search.wholewords import is_whole_word

_TABLES = b"\f"


def weigher(snapshot: Snapshot, query: Query) -> Callable[[int], int]:
    """What gives an article a number that is the smaller, the more it is about the query: the sum of the zones in which
    the texts of the query first stand."""
    wanted = [text.encode("utf-8", "surrogatepass") for text in query.texts]

    def weight(article: int) -> int:
        segment, local = snapshot.article_at(article)
        text = bytes(segment.folded[segment.folded_offsets[local] : segment.folded_offsets[local + 1]])
        return sum(_zone(text, one) for one in wanted)

    return weight


def in_parts(snapshot: Snapshot, query: Query, article: int) -> int:
    """How many of the texts of the query first stand in an article as parts of longer words."""
    segment, local = snapshot.article_at(article)
    text = segment.folded_text(local)
    places = [(at, at + len(one)) for one in query.texts if (at := text.find(one)) >= 0]
    return sum(not is_whole_word(text, start, end) for start, end in places)


def _zone(text: bytes, wanted: bytes) -> int:
    at = text.find(wanted)
    if at < 0:
        # Another of several texts stands there.
        return Zone.TABLE + 1
    if text.find(_TABLES, 0, at) >= 0:
        return Zone.TABLE
    return min(text.count(b"\n", 0, at), Zone.BODY)
