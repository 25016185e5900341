"""The marks of a whole page."""

from __future__ import annotations

from collections.abc import Iterator

from reader.annotate.numbers import find_numbers
from reader.annotate.pagenames import names_in, only_sure
from reader.annotate.passages import passages, place_on_page
from reader.annotate.reading import reading_of
from reader.annotate.tables import table_numbers
from reader.model import Annotations, Entity, Number, Page, Places


def annotate_numbers(page: Page) -> tuple[Number, ...]:
    """The figures of the page, by offset in its text, without overlap."""
    numbers = [
        number for article in page.articles for table in article.tables for number in table_numbers(table, page.text)
    ]
    for passage in passages(page):
        places = Places(passage)
        for number in find_numbers(passage.text):
            start, end = place_on_page(page.text, places, number.start, number.end)
            numbers.append(number._replace(start=start, end=end, text=page.text[start:end]))
    return tuple(_without_overlap(numbers))


def _without_overlap(numbers: list[Number]) -> Iterator[Number]:
    """Sorted; of two that overlap the one that begins first stays."""
    end = -1
    for number in sorted(numbers, key=lambda number: (number.start, -number.end)):
        if number.start >= end:
            yield number
            end = number.end


def annotate_names(page: Page) -> tuple[Entity, ...]:
    """The names of the page that are sure, by offset in its text, without overlap. Loads the tagger."""
    return only_sure(names_in(reading_of(page)))


def annotate(page: Page) -> Annotations:
    """The figures and names of the page."""
    return Annotations(annotate_numbers(page), annotate_names(page))
