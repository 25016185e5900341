"""The JSON lines contract holds for any page."""

from __future__ import annotations

from hypothesis import given

from reader.annotate.page import annotate_numbers
from reader.export.citation import citation
from reader.gate import visible
from reader.model import Annotations
from reader.parse.page import parse_page
from tests.archive.archive_pages import texts
from tests.fuzz.examine import check_line, check_marks


@given(texts)
def test_any_page_is_one_line_that_says_what_was_found(text: str) -> None:
    page = parse_page(text, "x\x1b[31m\udcff.txt")
    numbers = annotate_numbers(page)
    check_marks(page, numbers)
    check_line(page, Annotations(numbers))


@given(texts)
def test_any_article_is_cited_on_one_line_a_terminal_may_show(text: str) -> None:
    page = parse_page(text, "x.txt")
    for article in page.articles:
        assert visible(citation(article, page), keep="") == citation(article, page)
