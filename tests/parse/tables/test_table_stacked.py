"""Tables printed one cell per line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.tables.table_reading import only_table, pieces_of, tables_of, texts

PROSE = "会议要求,各单位要认真整改,举一反三,把各项工作落到实处。"


def stacked(*rows: str) -> str:
    return "\n".join(cell for row in rows for cell in row.split(" "))


def test_codes_and_times_at_the_same_place_prove_rows() -> None:
    head = "渡轮 上船码头 下船码头 起锚 靠岸"
    rows = [
        "F12 东港 西港 08:00 09:30",
        "F13 西港 东港 10:00 11:30",
        "F22 东港 南湾 12:10 13:00",
        "F23 南湾 东港 14:00 15:05",
    ]
    text = f"{PROSE}\n夏季航班表\n{stacked(head, *rows)}\n{PROSE}"
    table = only_table(text)
    assert table.title is not None
    assert table.title.text == "夏季航班表"
    assert table.columns == tuple(head.split(" "))
    assert texts(table) == [row.split(" ") for row in rows]


def test_ranks_in_front_prove_rows_whose_cells_differ_in_kind() -> None:
    rows = ["1 门面房 两间 386", "2 车位 15个 150", "3 厂房 一栋 620"]
    text = f"{stacked('序号 拍品 多少 底价', *rows)}\n某拍卖有限公司\n2013年5月6日"
    assert texts(only_table(text)) == [row.split(" ") for row in rows]
    assert pieces_of(text)[0].last == 15


def test_a_row_that_lacks_a_cell_is_kept_and_listed() -> None:
    table = only_table(stacked("排名 单位 得分", "1 甲局 98", "2 乙局 97", "3 丙局", "4 丁局 95", "5 戊局 94"))
    assert [row[1].text for row in table.rows] == ["甲局", "乙局", "丙局", "丁局", "戊局"]
    assert texts(table)[2] == ["3", "丙局", ""]
    assert table.ragged == {2}


def test_summary_rows_inside_and_below_end_nothing() -> None:
    rows = ["甲队 3 98", "乙队 4 97", "丙队 5 96", "小计 12 291", "丁队 5 95", "戊队 6 94", "合计 23 480"]
    table = only_table(f"{stacked('队名 单位 得分', *rows)}\n{PROSE}".replace("单位", "件数"))
    assert texts(table) == [row.split(" ") for row in rows]
    assert table.summary == {3, 6}


def test_a_sum_that_lacks_cells_takes_no_cell_of_the_next_row() -> None:
    rows = ["1 甲局 8 98", "2 乙局 7 97", "3 丙局 6 96", "平均 97", "4 丁局 5 95"]
    table = only_table(stacked("排名 单位 件数 得分", *rows))
    assert [row[1].text for row in table.rows] == ["甲局", "乙局", "丙局", "平均", "丁局"]
    assert table.summary == {3}


@pytest.mark.parametrize(
    "text",
    [
        stacked("东港 西港 南湾", "甲 乙 丙", "丁 戊 己", "庚 辛 壬", "癸 子 丑"),
        stacked("电话 地址", "0351-1234567 新建路1号", "0351-7654321 解放路2号"),
        stacked("本期导读 要闻 经济", "A2 头条 3", "A4 股市 9"),
        "排名\n" + "\n".join(f"{n}\n{PROSE}" for n in range(1, 5)),
    ],
    ids=["words only", "two rows", "two rows of codes", "prose between figures"],
)
def test_short_lines_are_no_table_without_strong_evidence(text: str) -> None:
    assert tables_of(text) == []


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.integers(4, 12), st.integers(2, 5), st.data())
def test_a_ranking_that_lost_a_cell_somewhere_keeps_every_line(height: int, width: int, data: st.DataObject) -> None:
    rows = [[str(i + 1), f"第{i}队队名", *(f"{90 - i}.{c}" for c in range(width - 2))] for i in range(height)]
    if width > 2 and data.draw(st.booleans()):
        del rows[data.draw(st.integers(0, height - 2))][data.draw(st.integers(2, width - 1))]
    head = ["排名", "队名", "起步得分", "转身得分", "总分"][:width]
    text = "\n".join([*head, *(cell for row in rows for cell in row)])
    (piece,) = pieces_of(text)
    assert (piece.first, piece.last) == (0, len(text.split("\n")) - 1)
    assert [[cell.text for cell in row] for row in piece.rows] == rows
