"""Filters, groups and figures of a view, and that what is sorted, filtered and counted is the same rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.i18n import use
from reader.ranking.columns import UnknownColumnError
from reader.ranking.filters import Comparison, Condition, FilterError, any_condition, condition, named_condition
from reader.ranking.sorting import Ranking, SortKey
from reader.ranking.statistics import Statistics, statistics
from reader.ranking.view import View, column_statistics, groups, rises, rows_in, summary_rows
from tests.ranking.ranking_tables import table_of

COLUMNS = ["排名", "单位", "类型", "结案率", "得分"]
ROWS = [
    ["1", "甲公司", "企业", "99.5%", "98"],
    ["2", "乙局", "机关", "88%", "95"],
    ["3", "丙公司", "企业", "—", "95"],
    ["4", "丁局", "机关", "90%", "0"],
    ["", "合计", "", "92%", "288"],
]


@pytest.fixture
def ranking() -> Ranking:
    return Ranking(table_of(COLUMNS, ROWS, summary=[4]))


@pytest.mark.parametrize(
    ("text", "column", "rows"),
    [
        (">90", 3, [0]),
        (">=90", 3, [0, 3]),
        ("≥90%", 3, [0, 3]),
        ("＜９０", 3, [1]),
        ("=0", 4, [3]),
        ("=95", 4, [1, 2]),
        ("!=95", 4, [0, 3]),
        ("=", 3, [2]),
        ("公司", 0, [0, 2]),
        ("!公司", 0, [1, 3]),
        ("~机关", 2, [1, 3]),
        ("=机关", 2, [1, 3]),
        ("9 5", 0, [1, 2]),
    ],
)
def test_conditions(ranking: Ranking, text: str, column: int, rows: list[int]) -> None:
    assert rows_in(ranking, View().filtered(condition(text, column))) == rows


def test_conditions_that_name_their_column(ranking: Ranking) -> None:
    assert rows_in(ranking, View(conditions=(named_condition("结案率<90", ranking.table),))) == [1]
    assert rows_in(ranking, View(conditions=(named_condition("单位!公司", ranking.table),))) == [1, 3]
    both = (named_condition("得分=95", ranking.table), named_condition("类型=企业", ranking.table))
    assert rows_in(ranking, View(conditions=both)) == [2]


@pytest.mark.parametrize("text", ["结案率", "<90", "结案率<很多", "单位~"])
def test_what_is_no_condition_is_said(ranking: Ranking, text: str) -> None:
    use("en")
    with pytest.raises(FilterError) as caught:
        named_condition(text, ranking.table)
    assert str(caught.value)


def test_a_column_that_is_not_there_is_said(ranking: Ranking) -> None:
    with pytest.raises(UnknownColumnError):
        named_condition("办结率<90", ranking.table)


def test_summary_rows_are_in_no_view_and_in_no_figure(ranking: Ranking) -> None:
    view = View().sorted_by(4, descending=True)
    rows = rows_in(ranking, view)
    assert rows == [0, 1, 2, 3]
    assert summary_rows(ranking.table) == [4]
    assert column_statistics(ranking, rows, 4) == Statistics(4, 288, 72, 95, 0, 98)
    assert column_statistics(ranking, rows, 3).count == 3


def test_a_second_key_breaks_ties_and_a_key_given_twice_changes_its_direction(ranking: Ranking) -> None:
    view = View().sorted_by(4, descending=True).sorted_by(0, descending=True, more=True)
    assert rows_in(ranking, view) == [0, 2, 1, 3]
    assert view.sorted_by(4, descending=False, more=True).keys == (SortKey(4), SortKey(0, descending=True))
    assert view.sorted_by(1, descending=False).keys == (SortKey(1),)


def test_groups_come_in_the_order_of_the_view(ranking: Ranking) -> None:
    rows = rows_in(ranking, View().sorted_by(0, descending=True))
    assert [(one.value, one.rows) for one in groups(ranking.table, rows, 2)] == [("机关", (3, 1)), ("企业", (2, 0))]


def test_hidden_columns_are_left_out(ranking: Ranking) -> None:
    assert View(hidden=frozenset({1, 3})).columns(ranking.table) == [0, 2, 4]


@given(st.lists(st.none() | st.floats(-1e6, 1e6)))
def test_statistics_hold_together(numbers: list[float | None]) -> None:
    found = statistics(numbers)
    assert found.count == sum(number is not None for number in numbers)
    if found.min is not None:
        assert found.max is not None
        assert found.median is not None
        assert found.mean is not None
        assert found.min <= found.median <= found.max
        assert found.min - 1e-6 <= found.mean <= found.max + 1e-6


@given(st.sampled_from(list(Comparison)), st.text(alphabet="0159.%<>=!~公司 ", max_size=6), st.text(max_size=5))
def test_a_condition_or_its_opposite_holds(sign: Comparison, wanted: str, cell: str) -> None:
    opposite = {Comparison.EQUAL: Comparison.UNEQUAL, Comparison.HAS: Comparison.LACKS}
    if sign in opposite:
        holds = Condition(0, sign, wanted).holds((cell,))
        assert holds is not Condition(0, opposite[sign], wanted).holds((cell,))


@pytest.mark.parametrize(
    ("text", "column", "comparison", "wanted"),
    [
        ("结案率<90", 3, Comparison.LESS, "90"),
        ("单位~公司", 1, Comparison.HAS, "公司"),
        (">90", 4, Comparison.MORE, "90"),
        ("公司", None, Comparison.HAS, "公司"),
        # No column is named so: a text like any other.
        ("甲=乙", None, Comparison.HAS, "甲=乙"),
    ],
)
def test_a_condition_as_it_is_typed(
    ranking: Ranking, text: str, column: int | None, comparison: Comparison, wanted: str
) -> None:
    assert any_condition(text, ranking.table, 4) == Condition(column, comparison, wanted)


def test_a_typed_comparison_with_words_is_said(ranking: Ranking) -> None:
    with pytest.raises(FilterError):
        any_condition("结案率<很多", ranking.table, 4)


def test_a_condition_given_twice_is_taken_away() -> None:
    one = Condition(2, Comparison.EQUAL, "企业")
    assert View().toggled(one) == View(conditions=(one,))
    assert View().toggled(one).toggled(one) == View()


_CELLS = st.sampled_from(["", "—", "1", "2.0", "2", "10%", "5万", "缺考", "甲"])
_TYPED = st.sampled_from([">1", ">=2", "<5万", "<=2", "=2", "=", "!=2", "!甲", "~缺", "甲"])


@given(st.lists(st.tuples(_CELLS, _CELLS), min_size=1, max_size=20), st.lists(_TYPED, max_size=3), st.booleans())
def test_a_view_keeps_the_rows_for_which_every_condition_holds(
    rows: list[tuple[str, str]], texts: list[str], second: bool
) -> None:
    ranking = Ranking(table_of(["数量", "得分"], rows))
    view = View(conditions=tuple(condition(text, int(second)) for text in texts))
    kept = [number for number, row in enumerate(rows) if all(one.holds(row) for one in view.conditions)]
    assert rows_in(ranking, view) == kept


@given(st.permutations(range(8)))
def test_rises_are_places_up_from_printed_order(rows: list[int]) -> None:
    found = rises([row * 3 for row in rows])
    assert sum(found.values()) == 0
    assert all(rows.index(row) == row - found[row * 3] for row in rows)
