"""Where the words of a page begin: for rows that end between words, and for selecting them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.annotate.reading import Reading
from reader.annotate.tagger import tag_texts
from reader.model import Passage


def words_in(reading: Reading) -> tuple[int, ...]:
    """Offsets in the page text at which words of its running text begin, sorted. Loads the tagger."""
    tagged = tag_texts([passage.text for passage in reading.passages])
    return tuple(
        sorted(
            offset
            for passage, words in zip(reading.passages, tagged, strict=True)
            for offset in _on_page(passage, (word.start for word in words if not word.text.isspace()))
        )
    )


def _on_page(passage: Passage, starts: Iterable[int]) -> Iterator[int]:
    """As `Passage.source_offset`, for characters in order: once through the spans and not once for each."""
    spans = iter(passage.spans)
    span, at = next(spans), 0
    for start in starts:
        while start >= at + span.end - span.start + len(passage.joiner):
            at += span.end - span.start + len(passage.joiner)
            span = next(spans)
        yield min(span.start + start - at, span.end)
