from __future__ import annotations

import pytest

from reader.ranking import (
    ColumnKind,
    UnknownColumnError,
    find_column,
    name_column,
    rank_column,
    score_column,
    typed_columns,
)
from tests.ranking.ranking_tables import one_column, seed_table, table_of

K = ColumnKind


def test_the_columns_of_the_assessment_table() -> None:
    columns = typed_columns(seed_table("000"))
    assert [column.kind for column in columns] == [
        *(K.GROUP, K.RANK, K.NAME, K.COUNT, K.COUNT, K.PERCENT, K.PERCENT, K.PERCENT, K.PERCENT, K.BLANK, K.DECIMAL)
    ]
    named = [column and column.name for column in (score_column(columns), name_column(columns), rank_column(columns))]
    assert named == ["考评得分", "部门、单位名称", "序号"]


@pytest.mark.parametrize("index", [0, 1])
def test_an_unfolded_list_has_a_rank_a_name_and_no_score(index: int) -> None:
    columns = typed_columns(seed_table("003", index))
    assert [column.kind for column in columns] == [K.RANK, K.NAME]
    assert score_column(columns) is None


@pytest.mark.parametrize(
    ("name", "cells", "kind", "unit"),
    [
        ("产值", ("5.6万元", "12.3亿元", "—"), K.AMOUNT, None),
        ("票价", ("30元", "45元", ""), K.AMOUNT, "元"),
        ("金额(万元)", ("30", "45.5", "12"), K.AMOUNT, "万元"),
        ("同比", ("5%", "-3.2%", "—"), K.PERCENT, "%"),
        ("名次", ("第一名", "第二名", "第三名"), K.RANK, None),
        ("户数", ("1,234", "56", "无"), K.COUNT, None),
        ("浓度", ("12", "9.5", ""), K.DECIMAL, None),
        ("扣分", ("", "—", ""), K.BLANK, None),
        ("原因", ("露天焚烧", "12", "扬尘"), K.NAME, None),
    ],
)
def test_kinds_and_units(name: str, cells: tuple[str, ...], kind: ColumnKind, unit: str | None) -> None:
    (column,) = typed_columns(one_column(name, *cells))
    assert (column.kind, column.unit) == (kind, unit)


def test_summary_rows_do_not_blur_a_rank() -> None:
    table = table_of(["序号", "单位"], [["1", "甲"], ["2", "乙"], ["合计", "全部"], ["平均", "全部"]], summary=[2, 3])
    assert [column.kind for column in typed_columns(table)] == [K.RANK, K.NAME]


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        (("单位", "综合得分", "件数"), "综合得分"),
        (("单位", "基础分数", "总分", "占比"), "总分"),
        (("单位", "Score", "Year"), "Score"),
        (("单位", "件数", "金额"), "金额"),
    ],
)
def test_the_score_is_the_last_column_named_so_else_the_last_of_figures(columns: tuple[str, ...], wanted: str) -> None:
    rows = [[f"单位{i}", *(str(i * 7 + k) for k in range(len(columns) - 1))] for i in range(3)]
    found = score_column(typed_columns(table_of(columns, rows)))
    assert found is not None
    assert found.name == wanted


COLUMNS = ("类型", "系统考评/结案数", "系统考评/应结案数", "系统考评/结案率", "考评得分", "上期得分(分)")


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ("类型", 0),
        ("结案数", 1),
        ("应结案数", 2),
        ("系统考评/结案率", 3),
        ("考评得分", 4),
        (" 得分（分） ", 5),
        ("应结", 2),
        ("#4", 3),
    ],
)
def test_a_column_is_found_by_the_surest_way(wanted: str, index: int) -> None:
    assert find_column(table_of(COLUMNS, []), wanted) == index


@pytest.mark.parametrize(
    ("wanted", "listed"), [("产量", COLUMNS), ("考评", COLUMNS[1:5]), ("", COLUMNS), ("#7", COLUMNS)]
)
def test_an_unknown_or_unclear_name_lists_the_columns(wanted: str, listed: tuple[str, ...]) -> None:
    with pytest.raises(UnknownColumnError) as caught:
        find_column(table_of(COLUMNS, []), wanted)
    assert all(name in str(caught.value) for name in listed)
    assert caught.value.found in ((), listed)
