"""What the names of a page are found in, gathered without any of what finds them."""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.passages import cells, passages
from reader.limits import limits
from reader.model import Page, Passage, Span


class Reading(NamedTuple):
    """Plain enough to be handed to another process."""

    text: str
    passages: tuple[Passage, ...]
    """The running text, the parts, the cells."""
    columns: tuple[tuple[str, tuple[Passage, ...]], ...]
    """Headers of the tables' columns, each with the cells under it."""


def reading_of(page: Page) -> Reading:
    """Of a page larger than the reader's limit its beginning."""
    most = limits().names_within
    columns = [
        (
            header,
            tuple(
                Passage(row[index].text, (span,))
                for row in table.rows
                if index < len(row) and (span := row[index].span) is not None and span.start < most
            ),
        )
        for article in page.articles
        for table in article.tables
        for index, header in enumerate(table.columns)
    ]
    read = [_beginning(passage, page.text, most) for passage in (*passages(page), *cells(page))]
    return Reading(page.text, tuple(passage for passage in read if passage.text), tuple(columns))


def _beginning(passage: Passage, text: str, most: int) -> Passage:
    """What of a passage stands among the first `most` characters of its page."""
    if len(text) <= most or all(end <= most for _start, end in passage.spans):
        return passage
    spans = tuple(Span(start, min(end, most)) for start, end in passage.spans if start < most)
    return Passage(passage.joiner.join(text[start:end] for start, end in spans), spans, passage.joiner)
