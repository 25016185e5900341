from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Table
from reader.ranking import Ranking, SortKey, comparable, sort_order
from tests.ranking.ranking_tables import one_column, seed_table, table_of


def column(table: Table, order: list[int], index: int) -> list[str]:
    return [table.rows[row][index].text for row in order]


def test_the_assessment_table_by_score() -> None:
    table = seed_table("000")
    scores = column(table, sort_order(table, [SortKey(10, descending=True)]), 10)
    assert len(scores) == 58
    assert scores[:2] == ["100.00", "100.00"]
    assert scores[-6:] == ["0"] * 6
    figures = [float(score) for score in scores]
    assert figures == sorted(figures, reverse=True)


@pytest.mark.parametrize("index", range(11))
def test_every_column_of_the_assessment_table_sorts_both_ways(index: int) -> None:
    table = seed_table("000")
    ranking = Ranking(table)
    up, down = (column(table, ranking.order([SortKey(index, way)]), index) for way in (False, True))
    if ranking.columns[index].is_numeric:
        figures = [float(text.rstrip("%")) for text in up]
        assert figures == sorted(figures)
        assert [float(text.rstrip("%")) for text in down] == figures[::-1]
    else:
        codes = [text.encode("gbk") for text in up]
        assert codes == sorted(codes)
        assert down == up[::-1]


def test_names_go_by_pinyin() -> None:
    table = one_column("城市", "重庆", "北京", "太原", "大同", "阳泉", "长治")
    # GB 2312 knows one reading of 重: zhòng.
    assert column(table, sort_order(table, [SortKey(0)]), 0) == ["北京", "长治", "大同", "太原", "阳泉", "重庆"]


@pytest.mark.parametrize(
    ("descending", "expected"),
    [
        (False, ["-3%", "5", "1,234", "5.6万", "12.3亿元", "缺考", "未参评", "", "—"]),
        (True, ["12.3亿元", "5.6万", "1,234", "5", "-3%", "未参评", "缺考", "", "—"]),
    ],
)
def test_blanks_come_last_and_words_before_them_either_way(descending: bool, expected: list[str]) -> None:
    table = one_column("数量", "", "5.6万", "未参评", "5", "—", "12.3亿元", "1,234", "缺考", "-3%")
    assert column(table, sort_order(table, [SortKey(0, descending)]), 0) == expected


def test_keys_weigh_in_turn_and_directions_mix() -> None:
    rows = [["乙", "1"], ["甲", "1"], ["乙", "2"], ["甲", "2"]]
    table = table_of(["组", "分数"], rows)
    order = sort_order(table, [SortKey(1, descending=True), SortKey(0)])
    assert [rows[row] for row in order] == [["甲", "2"], ["乙", "2"], ["甲", "1"], ["乙", "1"]]


def test_summary_rows_stay_last_as_printed() -> None:
    table = table_of(["单位", "得分"], [["合计", "9"], ["甲", "1"], ["乙", "3"], ["平均", "2"]], summary=[0, 3])
    assert sort_order(table, [SortKey(1, descending=True)]) == [2, 1, 0, 3]
    assert sort_order(table, []) == [1, 2, 0, 3]


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        sort_order(one_column("单位", "甲"), [SortKey(1)])


_cells = st.sampled_from(["", "—", "1", "2", "2.0", "10%", "5万", "第三名", "甲", "乙", "免评"])


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.tuples(_cells, _cells), max_size=30), st.booleans(), st.booleans())
def test_an_order_is_stable_complete_and_sorted(rows: list[tuple[str, str]], first: bool, second: bool) -> None:
    table = table_of(["数量", "得分"], rows)
    ranking = Ranking(table)
    order = ranking.order([SortKey(0, first), SortKey(1, second)])
    assert sorted(order) == list(range(len(rows)))
    by_second = ranking.order([SortKey(1, second)])
    place = {row: k for k, row in enumerate(by_second)}
    if ranking.columns and ranking.columns[0].is_numeric:
        for a, b in itertools.pairwise(order):
            x, y = comparable(rows[a][0]), comparable(rows[b][0])
            if x is not None and y is not None:
                assert (x >= y) if first else (x <= y)
                assert x != y or place[a] < place[b]
            else:
                assert not (x is None and y is not None)
