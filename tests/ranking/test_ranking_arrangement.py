"""A view worked out: groups with their means, the ends of a column; and sorting by three keys against Python's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ranking.arrangement import arrange, column_figures
from reader.ranking.sorting import Ranking, SortKey
from reader.ranking.view import View
from tests.ranking.ranking_tables import one_column, seed_table, table_of


def test_groups_have_means_of_figures_but_not_of_ranks() -> None:
    rows = [["1", "甲", "企业", "90%", "4"], ["2", "乙", "机关", "80%", "—"], ["3", "丙", "企业", "70%", "5"]]
    table = table_of(["排名", "单位", "类型", "结案率", "得分"], [*rows, ["", "合计", "企业", "0%", "9"]], summary=[3])
    found = arrange(Ranking(table), View().sorted_by(0, descending=True).grouped_by(2))
    assert [(group.value, group.rows) for group in found.groups] == [("企业", (2, 0)), ("机关", (1,))]
    assert found.means == [{3: 80.0, 4: 4.5}, {3: 80.0}]


def test_without_a_column_grouped_by_there_are_no_groups() -> None:
    found = arrange(Ranking(seed_table("000")), View())
    assert (len(found.rows), found.groups) == (58, ())


@pytest.mark.parametrize(
    ("texts", "low", "high"),
    [
        ([str(n) for n in range(1, 21)], 2.0, 19.0),
        ([str(n) for n in range(1, 10)], None, None),
        # Six zeros among 58 are an end still, thirty times 100 are none.
        (["0"] * 2 + [str(n) for n in range(1, 19)], 0.0, 17.0),
        (["0"] * 5 + [str(n) for n in range(1, 16)], None, 14.0),
        (["7"] * 20, None, None),
    ],
)
def test_the_lowest_and_the_highest_tenth(texts: list[str], low: float | None, high: float | None) -> None:
    ranking = Ranking(one_column("得分", *texts, "—"))
    figures = column_figures(ranking, range(len(texts) + 1), 0)
    assert (figures.low, figures.high, figures.filled) == (low, high, len(texts))


def test_share_is_from_the_least_to_the_greatest() -> None:
    figures = column_figures(Ranking(one_column("得分", "10", "20", "50")), range(3), 0)
    assert [figures.share(number) for number in (10, 20, 50)] == [0, 0.25, 1]
    assert column_figures(Ranking(one_column("得分", "5", "5")), range(2), 0).share(5) is None


def test_words_are_counted() -> None:
    figures = column_figures(Ranking(one_column("单位", "甲", "乙", "甲", "", "—")), range(5), 0)
    assert (figures.filled, figures.different, figures.statistics.count) == (3, 2, 0)


_ROWS = st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=40)


@given(_ROWS, st.permutations(range(3)), st.tuples(st.booleans(), st.booleans(), st.booleans()))
def test_three_keys_are_a_stable_sort(
    rows: list[tuple[int, ...]], columns: list[int], down: tuple[bool, bool, bool]
) -> None:
    table = table_of(["得分甲", "得分乙", "得分丙"], [[str(cell) for cell in row] for row in rows])
    view = View()
    for column, way in zip(columns, down, strict=True):
        view = view.sorted_by(column, descending=way, more=True)
    keys = list(zip(columns, [-1 if way else 1 for way in down], strict=True))
    expected = sorted(range(len(rows)), key=lambda row: [sign * rows[row][column] for column, sign in keys])
    assert list(arrange(Ranking(table), view).rows) == expected
    assert view.keys == tuple(SortKey(column, way) for column, way in zip(columns, down, strict=True))
