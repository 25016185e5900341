"""The marks of a whole page: every passage read by itself, so that a column cut breaks no mention."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.numbers import find_numbers
from reader.annotate.tables import table_numbers
from reader.model import BlockKind, Number, Page, Passage


def passages(page: Page) -> Iterator[Passage]:
    """Every passage of the page outside its tables' cells, in no particular order."""
    for article in page.articles:
        yield from article.parts
        for block in article.blocks:
            if block.kind is not BlockKind.TABLE:
                yield block
        for table in article.tables:
            for heading in (table.title, table.caption):
                if heading is not None:
                    yield heading
    yield from page.furniture


def annotate_numbers(page: Page) -> tuple[Number, ...]:
    """The figures of the page, by offset in its text, without overlap."""
    numbers = [
        number for article in page.articles for table in article.tables for number in table_numbers(table, page.text)
    ]
    for passage in passages(page):
        for number in find_numbers(passage.text):
            start, end = passage.source_span(number.start, number.end)
            numbers.append(number._replace(start=start, end=end, text=page.text[start:end]))
    return tuple(_without_overlap(numbers))


def _without_overlap(numbers: list[Number]) -> Iterator[Number]:
    """Sorted; of two that overlap the one that begins first stays."""
    end = -1
    for number in sorted(numbers, key=lambda number: (number.start, -number.end)):
        if number.start >= end:
            yield number
            end = number.end
