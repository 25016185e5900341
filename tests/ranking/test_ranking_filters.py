"""Whatever is typed over a table is a condition, or there is a reason why it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Table
from reader.ranking.columns import UnknownColumnError, find_column
from reader.ranking.filters import FilterError, any_condition, named_condition
from reader.ranking.sorting import Ranking
from reader.ranking.view import View, rows_in
from tests.export.shown_tables import tables

SIGNS = (
    "<",
    "<=",
    ">",
    "≥",
    "=",
    "==",
    "!=",
    "<>",
    "~",
    "!",
    "＞",
    "#1",
    "#2",
    "9",
    "5.6万",
    "%",
    "-",
    "区",
    " ",
    "\x00",
)
TYPED = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=6).map("".join)


def typed_over(table: Table, typed: str, pick: int) -> str:
    """What is typed behind the name of a column now and then."""
    return (table.columns[pick % len(table.columns)] if pick % 3 == 0 else "") + typed


@given(tables(), TYPED, st.integers(0, 20))
def test_what_is_typed_keeps_some_rows_or_is_refused_with_a_reason(table: Table, typed: str, pick: int) -> None:
    ranking, typed = Ranking(table), typed_over(table, typed, pick)
    try:
        condition = any_condition(typed, table, pick % len(table.columns))
    except FilterError as error:
        refused = str(error)
        assert refused.strip()
        return
    kept = rows_in(ranking, View(conditions=(condition,)))
    assert kept == [row for row in rows_in(ranking, View()) if row in set(kept)]


@given(tables(), TYPED, st.integers(0, 20))
def test_a_condition_that_names_its_column_is_one_or_says_what_is_missing(table: Table, typed: str, pick: int) -> None:
    try:
        condition = named_condition(typed_over(table, typed, pick), table)
    except (FilterError, UnknownColumnError) as error:
        refused = str(error)
        assert refused.strip()
    else:
        assert condition.column in range(len(table.columns))


@given(tables(), TYPED | st.integers(0, 10**6).map("#{}".format))
def test_a_name_is_that_of_one_column_or_of_none(table: Table, name: str) -> None:
    listed: tuple[str, ...] = ()
    try:
        assert find_column(table, name) in range(len(table.columns))
    except UnknownColumnError as error:
        listed = error.found
    assert len(listed) != 1
    assert set(listed) <= set(table.columns)


def test_a_number_of_thousands_of_digits_is_that_of_no_column() -> None:
    with pytest.raises(UnknownColumnError):
        find_column(Table(None, None, ("单位",), (), ()), "#" + "1" * 5000)
