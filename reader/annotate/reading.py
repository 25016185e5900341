"""What the names of a page are found in, gathered without any of what finds them."""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.passages import cells, passages
from reader.limits import limits
from reader.model import Page, Passage


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
    read = (
        passage for passage in (*passages(page), *cells(page)) if not passage.spans or min(passage.spans).start < most
    )
    return Reading(page.text, tuple(read), tuple(columns))
