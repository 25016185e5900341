"""The words around a hit, of any page and for any text that stands in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.parse.page import parse_page
from reader.search.occurrences import folded
from reader.search.query import Clause, Query, Words
from reader.search.snippets import snippet_of
from tests.archive.archive_pages import segment_of, texts


@given(texts, st.integers(0, 400), st.integers(1, 5))
def test_a_snippet_is_a_line_of_the_article_and_holds_what_was_sought(text: str, at: int, length: int) -> None:
    segment = segment_of([parse_page(text, "x.txt")])
    for article in range(segment.articles):
        searched, printed = segment.folded_text(article), segment.printed(0)[article]
        wanted = searched[at % len(searched) :][:length].strip()
        found = snippet_of(segment, article, Query((Clause((Words(wanted or "无"),)),)))
        assert printed[found.at : found.at + len(found.text)] == found.text
        assert "\n" not in found.text
        assert bool(found.hits) is ((wanted or "无") in searched and not set(wanted) & set("\n\f"))
        assert all(folded(found.text[start:end]) == wanted for start, end in found.hits)
