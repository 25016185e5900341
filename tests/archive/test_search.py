"""A search finds what reading every article finds: no more, no less, and in the order of the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.figures import FigureIndex
from reader.archive.snapshot import Snapshot
from reader.archive.text import search_text
from reader.model import Article, Page
from reader.parse.page import parse_page
from reader.search.conditions import Marks
from reader.search.evaluate import matching
from reader.search.matching import matches_number
from reader.search.occurrences import folded
from reader.search.query import (
    Clause,
    DateRange,
    Field,
    FieldKind,
    HasTable,
    Item,
    Numbers,
    OfKind,
    Query,
    Words,
)
from reader.search.reading import read_query
from reader.search.scan import articles_with
from tests.archive.archive_pages import figures_of, holdings_of, named_texts, numbers_of, printed_pages

ODD = ("𠮷", "𠮷野", "\ud842", "\udfb7", "\ud842\udfb7", "\x1b", "\x00", "İ", "ß", "a", "发展", "其中", "?", ",")


def read_through(snapshot: Snapshot, pages: Sequence[Page]) -> Iterator[tuple[Page, Article]]:
    """All articles in the order of the archive."""
    by_source = {page.source: page for page in pages}
    for number in range(snapshot.pages):
        page = by_source[snapshot.page(number).source]
        for article in page.articles:
            yield page, article


def compared(page: Page, article: Article) -> str:
    """The text of an article in the form in which texts are compared; halves of a character are no text."""
    return folded(search_text(article, page.text)).encode("utf-8", "replace").decode()


def holds(item: Item, page: Page, article: Article) -> bool:
    text = compared(page, article)
    headline, tables = text.partition("\n")[0], text.partition("\f")[2]
    match item:
        case Words(wanted):
            return wanted in text
        case Field(FieldKind.HEADLINE, wanted):
            return wanted in headline
        case Field(FieldKind.TABLE, wanted):
            return wanted in tables
        case Field(FieldKind.COLUMN, wanted):
            return wanted in folded(article.label or "")
        case Field(FieldKind.PAPER, wanted):
            return wanted in folded(page.newspaper or "")
        case OfKind(kind):
            return article.kind is kind
        case HasTable():
            return bool(article.tables)
        case DateRange(first, last):
            day = page.date.value
            return day is not None and (first or dt.date.min) <= day <= (last or dt.date.max)
        case Numbers():
            return matches_number(numbers_of(page, article), item)
    raise AssertionError(item)


def expected(snapshot: Snapshot, pages: Sequence[Page], query: Query) -> list[int]:
    return [
        number
        for number, (page, article) in enumerate(read_through(snapshot, pages))
        if all(any(holds(item, page, article) for item in one.items) is not one.excluded for one in query.clauses)
    ]


def lots(pages: Sequence[Page]) -> tuple[list[Page], list[Page]]:
    return list(pages[::2]), list(pages[1::2])


@given(named_texts, st.sampled_from(ODD) | st.text(min_size=1, max_size=3), st.data())
def test_a_text_is_found_where_it_stands(named: dict[str, str], typed: str, data: st.DataObject) -> None:
    pages = [parse_page(text, path) for path, text in named.items()]
    snapshot = holdings_of(*lots(pages)).snapshot()
    stored = [compared(page, article) for page, article in read_through(snapshot, pages)]
    from_the_page: bool = data.draw(st.booleans())
    if stored and from_the_page:
        # What surely stands somewhere.
        whole: str = data.draw(st.sampled_from(stored))
        start = data.draw(st.integers(0, len(whole) - 1))
        typed = whole[start : start + data.draw(st.integers(1, 5))]
    # Blanks are single ones in what is typed: it holds none of what parts passages.
    wanted = folded(" ".join(typed.split()) or "全")
    found = [
        article - run.first_article + first
        for run, first in snapshot.article_starts()
        for article in articles_with(run, wanted)
    ]
    assert found == [number for number, text in enumerate(stored) if wanted in text]


texts = st.sampled_from(["发展", "全市", "1", "小店区", "省政府", "abc", "的", "没有的", "其中二期", "?", "\udcff"])
fields = st.sampled_from([FieldKind.HEADLINE, FieldKind.TABLE, FieldKind.COLUMN, FieldKind.PAPER])
words = texts.map(lambda text: Words(folded(text)))
items: st.SearchStrategy[Item] = st.one_of(
    words,
    words,
    st.builds(Field, fields, texts | st.sampled_from(["日报", "速递", "杭州", "综合"])),
    st.sampled_from([HasTable(), *read_query("kind:news kind:notice").clauses[0].items]),
    st.builds(
        DateRange,
        st.none() | st.sampled_from([dt.date(2019, 3, 27), dt.date(2021, 5, 13)]),
        st.sampled_from([dt.date(2020, 1, 2), dt.date(2023, 10, 31)]),
    ),
    st.builds(
        Numbers,
        st.sampled_from([1, 4, 200, 0.05, 10**9]),
        st.none(),
        st.booleans(),
        unit=st.sampled_from([None, "CNY", "ratio", "year", "个"]),
    ),
    st.builds(Numbers, st.none(), st.sampled_from([3, 209, 0.05]), st.just(True), st.booleans()),
)
clauses = st.builds(Clause, st.lists(items, min_size=1, max_size=3).map(tuple), st.booleans())
queries = st.lists(clauses, max_size=3).map(lambda chosen: Query(tuple(chosen)))


@given(named_texts, queries)
def test_a_query_finds_what_reading_every_article_finds(named: dict[str, str], query: Query) -> None:
    pages = [parse_page(text, path) for path, text in named.items()]
    snapshot = holdings_of(*lots(pages)).snapshot()
    marks = Marks(figures=FigureIndex(snapshot, [figures_of(lot) for lot in lots(pages) if lot]))
    assert list(matching(snapshot, query, marks)) == expected(snapshot, pages, query)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "发展",
        "發展 太原",
        "太原|山西 -通知",
        "省 -太原",
        '"高质量发展"',
        "报:日报",
        "题:太原",
        "题:太原|煤矿",
        "表:小店",
        "表:有",
        "栏目:论坛",
        "-表:有 2023..2024",
        "2023-10|2024-03",
        "-2023-10 太原",
        ">1000亿元",
        ">=5% <6%",
        "10..20",
        "3..5年",
        "发展 >100亿元",
        "kind:notice 小店|迎泽",
        "𠮷",
        "的",
        "?",
    ],
)
def test_typed_queries_on_printed_pages(typed: str, searched: tuple[Snapshot, Marks]) -> None:
    snapshot, marks = searched
    query = read_query(typed)
    assert list(matching(snapshot, query, marks)) == expected(snapshot, printed_pages(), query)


def test_most_typed_queries_find_something(searched: tuple[Snapshot, Marks]) -> None:
    """So that the test above tells something."""
    for typed in ("发展", "题:太原", "表:小店", ">1000亿元", "3..5年", "2023-10|2024-03", "省 -太原"):
        assert 0 < len(list(matching(searched[0], read_query(typed), searched[1]))) < searched[0].articles


@pytest.fixture(scope="module")
def searched() -> tuple[Snapshot, Marks]:
    pages = printed_pages()
    snapshot = holdings_of(*lots(pages)).snapshot()
    return snapshot, Marks(figures=FigureIndex(snapshot, [figures_of(lot) for lot in lots(pages)]))


def test_without_marks_no_figure_is_known(searched: tuple[Snapshot, Marks]) -> None:
    assert list(matching(searched[0], read_query(">1"))) == []
