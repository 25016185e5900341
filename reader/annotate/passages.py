"""The passages of a page, each read by itself so that a column cut breaks no mention, and back to the page."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Article, BlockKind, Page, Passage, Span


def passages(page: Page) -> Iterator[Passage]:
    """Every passage of the page outside its tables' cells, in no particular order."""
    for article in page.articles:
        yield from article_passages(article)
    yield from page.furniture


def cells(page: Page) -> Iterator[Passage]:
    """The printed cells of its tables."""
    for article in page.articles:
        yield from article_cells(article, page.text)


def article_passages(article: Article) -> Iterator[Passage]:
    """Every passage of an article outside its tables' cells, in no particular order."""
    yield from article.parts
    for block in article.blocks:
        if block.kind is not BlockKind.TABLE:
            yield block
    for table in article.tables:
        for heading in (table.title, table.caption):
            if heading is not None:
                yield heading


def article_cells(article: Article, text: str) -> Iterator[Passage]:
    """The printed cells of an article's tables; `text` is that of its page."""
    for table in article.tables:
        for row in table.rows:
            for cell in row:
                if cell.span is not None and cell.text.strip():
                    yield Passage(text[cell.span.start : cell.span.end], (cell.span,))


def place_on_page(text: str, passage: Passage, start: int, end: int) -> Span:
    """Where a mention stands. When other text is printed between its halves, where its first half stands."""
    place = passage.source_span(start, end)
    if len(place_text := text[place.start : place.end]) == end - start:
        return place
    if "".join(place_text.split()) == "".join(passage.text[start:end].split()):
        return place
    return Span(place.start, min(passage.source_piece(start).end, place.end))
