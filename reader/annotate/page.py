"""The marks of a whole page: every passage read by itself, so that a column cut breaks no mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reader.annotate.columns import column_names
from reader.annotate.names import find_names, longest
from reader.annotate.numbers import find_numbers
from reader.annotate.tables import table_numbers
from reader.model import Annotations, BlockKind, Entity, EntityType, Number, Page, Passage, Span


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
            start, end = _place(page, passage, number.start, number.end)
            numbers.append(number._replace(start=start, end=end, text=page.text[start:end]))
    return tuple(_without_overlap(numbers))


def _place(page: Page, passage: Passage, start: int, end: int) -> Span:
    """Where a mention stands. When other text is printed between its halves, where its first half stands."""
    place = passage.source_span(start, end)
    if len(place_text := page.text[place.start : place.end]) == end - start:
        return place
    if "".join(place_text.split()) == "".join(passage.text[start:end].split()):
        return place
    home = next(span for span in passage.spans if span.start <= place.start < span.end)
    return Span(place.start, min(home.end, place.end))


def _without_overlap(numbers: list[Number]) -> Iterator[Number]:
    """Sorted; of two that overlap the one that begins first stays."""
    end = -1
    for number in sorted(numbers, key=lambda number: (number.start, -number.end)):
        if number.start >= end:
            yield number
            end = number.end


def annotate_names(page: Page) -> tuple[Entity, ...]:
    """The names of the page, by offset in its text, without overlap.

    A name found once is found wherever it stands on the page, as what it most often is. Loads jieba.
    """
    texts = [(passage, passage.text) for passage in [*passages(page), *_cells(page)]]
    found = list(zip((passage for passage, _ in texts), find_names([text for _, text in texts]), strict=True))
    found += [pair for article in page.articles for table in article.tables for pair in column_names(table)]
    decided = _decide(entity for _, entities in found for entity in entities)
    names: list[Entity] = []
    for passage, entities in found:
        everywhere = _occurrences(passage.text, decided)
        for entity in longest([*(one._replace(type=decided.get(one.text, one.type)) for one in entities), *everywhere]):
            start, end = _place(page, passage, entity.start, entity.end)
            names.append(Entity(start, end, page.text[start:end], entity.type))
    return tuple(longest(names))


def annotate(page: Page) -> Annotations:
    """The figures and names of the page."""
    return Annotations(annotate_numbers(page), annotate_names(page))


def _cells(page: Page) -> Iterator[Passage]:
    for article in page.articles:
        for table in article.tables:
            for row in table.rows:
                for cell in row:
                    if cell.span is not None and cell.text.strip():
                        yield Passage(page.text[cell.span.start : cell.span.end], (cell.span,))


def _decide(entities: Iterable[Entity]) -> dict[str, EntityType]:
    """One type for each name of two or more characters."""
    votes: dict[str, Counter[EntityType]] = {}
    for entity in entities:
        if len(entity.text) > 1:
            votes.setdefault(entity.text, Counter())[entity.type] += 1
    return {text: count.most_common(1)[0][0] for text, count in votes.items()}


def _occurrences(text: str, decided: dict[str, EntityType]) -> Iterator[Entity]:
    for name, kind in decided.items():
        at = text.find(name)
        while at >= 0:
            yield Entity(at, at + len(name), name, kind)
            at = text.find(name, at + len(name))
