"""The text of an article that is searched: what is printed, each passage where it is said to be."""

from __future__ import annotations

from hypothesis import given

from reader.archive.text import TABLES, Zone, placed_passages, search_text, zone_at
from reader.model import BlockKind, Page, Role
from reader.parse.page import parse_page
from tests.archive.archive_pages import printed_pages, segment_of, texts

PARTS = "\n\t\f\v\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
FLAT = str.maketrans(dict.fromkeys(PARTS, " "))


def check(page: Page) -> None:
    for article in page.articles:
        text = search_text(article, page.text)
        placed = placed_passages(article, page.text)
        covered = [" "] * len(text)
        for offset, passage in placed:
            end = offset + len(passage.text)
            assert text[offset:end] == passage.text.translate(FLAT)
            # Nothing stands in two passages, and what parts them is in none.
            assert set(covered[offset:end]) <= {" "}
            covered[offset:end] = "x" * len(passage.text)
            # No text that matches can reach from one passage into another.
            assert not set(text[offset:end]) & set(PARTS)
        headline = [offset for offset, passage in placed if getattr(passage, "role", None) is Role.HEADLINE]
        assert {zone_at(text, offset) for offset in headline} <= {Zone.HEADLINE}
        paragraphs = [block.text.translate(FLAT) for block in article.blocks if block.kind is not BlockKind.TABLE]
        body = [zone_at(text, offset) for offset, passage in placed if passage in article.blocks]
        assert body == [Zone.LEDE, *[Zone.BODY] * (len(paragraphs) - 1)][: len(paragraphs)]
        if article.tables:
            assert zone_at(text, text.index(TABLES)) is Zone.TABLE
            printed = {cell.span for table in article.tables for row in table.rows for cell in row if cell.span}
            in_table = {passage.spans[0] for offset, passage in placed if zone_at(text, offset) is Zone.TABLE}
            assert printed <= in_table
        else:
            assert TABLES not in text


def test_printed_pages() -> None:
    for page in printed_pages():
        check(page)


@given(texts)
def test_any_page(text: str) -> None:
    check(parse_page(text, "x.txt"))


@given(texts)
def test_the_cache_has_the_texts_as_printed_and_as_compared(text: str) -> None:
    page = parse_page(text, "x.txt")
    segment = segment_of([page])
    printed = segment.printed(0)
    assert printed == [search_text(article, page.text) for article in page.articles]
    for article, one in enumerate(printed):
        assert len(segment.folded_text(article)) == len(one)
