from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.model import ArticleKind
from reader.search.narrowing import has, single_items, toggled, typed_form
from reader.search.query import Field, FieldKind, Item, OfKind, QueryError
from reader.search.reading import read_query

PAPER = Field(FieldKind.PAPER, "太原日报")
WANG = Field(FieldKind.PERSON, "王 五")


@pytest.mark.parametrize(
    ("item", "chinese", "english"),
    [
        (PAPER, "报:太原日报", "paper:太原日报"),
        (WANG, '人:"王 五"', 'person:"王 五"'),
        (OfKind(ArticleKind.COMMENTARY), "类:评论", "kind:commentary"),
    ],
)
def test_what_is_typed_for_it(item: Item, chinese: str, english: str) -> None:
    assert typed_form(item, chinese=True) == chinese
    assert typed_form(item, chinese=False) == english


def test_it_is_added_and_taken_away_whatever_it_is_written_like() -> None:
    assert toggled("高质量", PAPER, chinese=True) == "高质量 报:太原日报"
    assert toggled("高质量  paper:太原日报   5g", PAPER, chinese=True) == "高质量 5g"
    assert toggled("报纸：太原日報", PAPER, chinese=True) == ""
    assert toggled("", PAPER, chinese=True) == "报:太原日报"


def test_a_choice_or_what_is_not_wanted_is_another_condition() -> None:
    for text in ("x 报:太原日报|报:大同日报", "x -报:太原日报"):
        assert not has(text, PAPER)
        assert toggled(text, PAPER, chinese=True) == f"{text} 报:太原日报"


def test_conditions_that_stand_by_themselves() -> None:
    assert single_items("paper:太原日报 -类:评论 报:甲|乙 人:“王 五”") == {PAPER, WANG}


def test_behind_an_open_quotation_it_would_be_text() -> None:
    assert toggled("“太原 理工", PAPER, chinese=True) == "报:太原日报 “太原 理工"


def test_what_nobody_can_read_has_nothing() -> None:
    assert not has("报:太原日报 |", PAPER)
    with pytest.raises(QueryError):
        toggled("报:太原日报 |", PAPER, chinese=True)


@given(
    st.text(alphabet='太原 |-"“”人报:2023-.>5%', max_size=12), st.sampled_from([PAPER, WANG, OfKind(ArticleKind.NEWS)])
)
def test_one_condition_more_and_one_less(text: str, item: Item) -> None:
    try:
        before = read_query(text)
    except QueryError:
        assume(False)
    assume(not has(text, item))
    more = toggled(text, item, chinese=True)
    assert has(more, item)
    assert set(read_query(more).clauses) > set(before.clauses)
    assert read_query(toggled(more, item, chinese=True)) == before
