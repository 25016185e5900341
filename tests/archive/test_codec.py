"""A page is in the cache what it was when it was parsed, and its columns say the same of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from reader.archive.codec import page_from, plain_page
from reader.archive.segment import Segment, TableListing
from reader.model import Page
from reader.parse.page import parse_page
from tests.archive.archive_pages import printed_pages, segment_of, source_of, texts


def there_and_back(page: Page) -> Page:
    return page_from(json.loads(json.dumps(plain_page(page))))


def test_printed_pages_come_back_as_they_were() -> None:
    for page in printed_pages():
        assert there_and_back(page) == page


@given(texts)
def test_any_page_comes_back_as_it_was(text: str) -> None:
    page = parse_page(text, "x.txt")
    assert there_and_back(page) == page


@pytest.mark.parametrize("plain", [None, [], {}, "", [1] * 8, plain_page(parse_page("一", "x.txt"))[:-1]])
def test_what_is_no_page_is_not_taken_for_one(plain: list[object]) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        page_from(plain)


def check_columns(segment: Segment, pages: list[Page]) -> None:
    assert (segment.pages, segment.articles) == (len(pages), sum(len(page.articles) for page in pages))
    article = 0
    for at, page in enumerate(pages):
        assert segment.parsed(at) == page
        assert segment.source(at) == source_of(page)
        assert (segment.newspaper(at), segment.number(at)) == (page.newspaper, page.number)
        assert (segment.date(at).value, segment.date(at).certainty) == (page.date.value, page.date.certainty)
        listing = segment.listing(at)
        assert listing.evidence == page.date.evidence
        assert listing.titles == tuple(one.title for one in page.articles)
        for number, one in enumerate(page.articles):
            assert segment.page_of(article) == at
            assert segment.kind(article) is one.kind
            assert segment.lengths[article] == one.length
            assert segment.label(article) == one.label
            assert segment.table_column[article] == len(one.tables)
            assert listing.tables[number] == tuple(
                TableListing(table.title.text if table.title else "", len(table.rows), len(table.columns))
                for table in one.tables
            )
            article += 1


def test_columns_say_of_printed_pages_what_they_are() -> None:
    pages = list(printed_pages())
    segment = segment_of(pages)
    check_columns(segment, pages)
    assert {segment.label(article) for article in range(segment.articles)} > {None}
    assert any(segment.table_column)


@given(texts, texts)
def test_columns_say_of_any_pages_what_they_are(one: str, other: str) -> None:
    pages = [parse_page(one, "x.txt"), parse_page(other, "y.txt")]
    check_columns(segment_of(pages), pages)
