"""How much a hit weighs by where it stands: the headline says what an article is about, the lede sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.archive.snapshot import Snapshot
from reader.archive.text import Zone
from reader.search.query import Query

_TABLES = b"\f"


def weights(snapshot: Snapshot, query: Query, articles: Sequence[int]) -> Iterator[int]:
    """For each article a number that is the smaller, the more it is about the query: the sum of the zones in which the
    texts of the query first stand."""
    wanted = [text.encode("utf-8", "replace") for text in query.texts]
    for article in articles:
        segment, local = snapshot.article_at(article)
        text = bytes(segment.folded[segment.folded_offsets[local] : segment.folded_offsets[local + 1]])
        yield sum(_zone(text, one) for one in wanted)


def _zone(text: bytes, wanted: bytes) -> int:
    at = text.find(wanted)
    if at < 0:
        # Another of several texts stands there.
        return Zone.TABLE + 1
    if text.find(_TABLES, 0, at) >= 0:
        return Zone.TABLE
    return min(text.count(b"\n", 0, at), Zone.BODY)
