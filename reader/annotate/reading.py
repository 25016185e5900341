"""What the names of a page are found in, gathered without any of what finds them."""

from __future__ import annotations

from typing import NamedTuple

from reader.annotate.passages import cells, passages
from reader.model import Page, Passage


class Reading(NamedTuple):
    """Plain enough to be handed to another process."""

    text: str
    passages: tuple[Passage, ...]
    """The running text, the parts, the cells."""
    columns: tuple[tuple[str, tuple[Passage, ...]], ...]
    """Headers of the tables' columns, each with the cells under it."""


def reading_of(page: Page) -> Reading:
    columns = [
        (
            header,
            tuple(
                Passage(row[index].text, (span,))
                for row in table.rows
                if index < len(row) and (span := row[index].span) is not None
            ),
        )
        for article in page.articles
        for table in article.tables
        for index, header in enumerate(table.columns)
    ]
    return Reading(page.text, (*passages(page), *cells(page)), tuple(columns))
