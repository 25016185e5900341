from __future__ import annotations

import pytest

from reader.model import RepairKind
from tests.parse.tables.table_reading import only_table, pieces_of, tables_of, texts, tsv


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (
            ("单位 系统考评 _ _ 得分", "_ 应结案数 结案数 结案率 _", "甲 9 8 99% 7", "乙 6 5 98% 4"),
            ("单位", "系统考评/应结案数", "系统考评/结案数", "系统考评/结案率", "得分"),
        ),
        (
            ("单位 一季度 _ 二季度 _", "_ 数量 得分 数量 得分", "甲 1 2 3 4", "乙 5 6 7 8"),
            ("单位", "一季度/数量", "一季度/得分", "二季度/数量", "二季度/得分"),
        ),
        (
            ("序号 单位 系统考评 得分", "应结案数 结案数 结案率", "1 甲 200 199 99% 99", "2 乙 100 98 98% 98"),
            ("序号", "单位", "系统考评/应结案数", "系统考评/结案数", "系统考评/结案率", "得分"),
        ),
        (
            (
                "组 名次 队名 技术 _ _ 印象 总分",
                "_ _ _ 起步 转身 冲刺 _ _",
                "甲组 1 飞鱼 9 8 7 6 30",
                "_ 2 海豚 8 7 6 5 26",
            ),
            ("组", "名次", "队名", "技术/起步", "技术/转身", "技术/冲刺", "印象", "总分"),
        ),
        (
            ("品名 老城 _ 新城 _", "_ 东市 西市 南市 北市", "米 2.5 2.6 2.7 2.8", "面 3.5 3.6 3.7 3.8"),
            ("品名", "老城/东市", "老城/西市", "新城/南市", "新城/北市"),
        ),
        (
            ("馆名 层数 开馆 _", "_ _ 平日 假日", "东馆 3 9:00-17:00 9:00-20:00", "西馆 2 10:00-18:00 —"),
            ("馆名", "层数", "开馆/平日", "开馆/假日"),
        ),
        (
            ("_ 一季度 _ 二季度 _", "厂名 新建 改造 新建 改造", "甲 1 2 3 4", "乙 5 6 7 8"),
            ("厂名", "一季度/新建", "一季度/改造", "二季度/新建", "二季度/改造"),
        ),
        (("单位 应结 结案", "名称 案数 率", "甲 20 90%", "乙 30 80%"), ("单位名称", "应结案数", "结案率")),
        (("指标 2021 2022", "总产值 120.5 130.2", "增加值 33.1 36.0"), ("指标", "2021", "2022")),
        (("姓名 单位 职务", "张三 市公安局 局长", "李四 市教育局 副局长"), ("姓名", "单位", "职务")),
        (("甲局 1 99", "乙局 2 98", "丙局 3 97"), ("", "", "")),
    ],
    ids=[
        "group head",
        "two groups",
        "names unknown",
        "two unknown groups",
        "cells of words",
        "names below",
        "merged cells lost",
        "broken names",
        "years",
        "words only",
        "none",
    ],
)
def test_header_rows_become_one_name_per_column(rows: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert only_table(tsv(*rows)).columns == columns


def test_a_header_that_lost_a_name_is_moved_and_the_repair_says_so() -> None:
    table = only_table(tsv("序号 单位 应结数 结案率", "城区 1 甲 200 99%", "_ 2 乙 100 98%", "_ 3 丙 90 97%"))
    assert table.columns == ("", "序号", "单位", "应结数", "结案率")
    notes = [repair.note for repair in table.repairs if repair.kind is RepairKind.HEADER]
    assert len(notes) == 1
    assert "序号 | 单位 | 应结数 | 结案率" in notes[0]


def test_words_among_figures_are_a_row_and_no_header() -> None:
    table = only_table(tsv("排名 单位 得分 率", "1 甲 免评 免评", "2 乙 98 97%", "3 丙 95 92%"))
    assert texts(table)[0] == ["1", "甲", "免评", "免评"]


def test_ragged_rows_are_kept_padded_and_listed() -> None:
    table = only_table(tsv("排名 单位 得分 率", "1 甲 98 9%", "2 乙 97 8% 多余", "3 95 7%", "4 丁 90 6%"))
    assert texts(table)[1:3] == [["2", "乙", "97", "8% 多余"], ["3", "", "95", "7%"]]
    assert table.ragged == {1, 2}


def test_title_and_caption_are_proposed_and_lie_outside_the_piece() -> None:
    text = "\n".join(
        [
            "会议结束。",
            "",
            "2024年2月办结事项",
            "满意度排名(一)",
            "(统计时间:2024年2月)",
            "",
            tsv("单位 得分", "甲 98", "乙 97"),
        ]
    )
    (piece,) = pieces_of(text)
    table = only_table(text)
    assert (piece.title, piece.caption) == ((1, 2), (3,))
    assert table.title is not None
    assert table.title.text == "2024年2月办结事项 满意度排名(一)"
    assert table.caption is not None
    assert table.caption.text == "(统计时间:2024年2月)"


@pytest.mark.parametrize("above", ["市领导深入基层调研。", "太原市教育局", "备注:以上为统计结果", "考核情况通报"])
def test_a_sentence_a_note_or_a_notice_heading_is_no_title(above: str) -> None:
    assert only_table(f"{above}\n{tsv('单位 得分', '甲 98', '乙 97')}").title is None


def test_summary_rows_are_listed_and_take_no_group() -> None:
    table = only_table(
        tsv("类型 单位 得分", "城区 甲 98", "_ 乙 96", "全市平均 _ 97", "县 丙 90", "_ 丁 88", "合计 _ 372")
    )
    assert table.summary == {2, 5}
    assert [row[0].text for row in table.rows] == ["城区", "城区", "全市平均", "县", "县", "合计"]


def test_names_under_a_head_in_aligned_columns() -> None:
    table = only_table(
        "区域     站点   达标率               得分\n"
        "                日间     夜间\n"
        "东区     一号   98.2%    91.4%       93.4\n"
        "         二号   97.9%    90.8%       92.3\n"
        "西区     三号   97.1%    86.9%       89.8\n"
    )
    assert table.columns == ("区域", "站点", "达标率/日间", "达标率/夜间", "得分")
    assert [row[0].text for row in table.rows] == ["东区", "东区", "西区"]


@pytest.mark.parametrize(
    "rows",
    [
        ("单位 得分", "甲 98", "_ 97", "丙 96"),
        ("排名 单位 得分", "1 甲 98", "_ 乙 98", "3 丙 96"),
        ("单位 上期 本期", "甲 98 97", "乙 _ 96", "丙 96 _"),
    ],
    ids=["the only name", "rank", "figures"],
)
def test_what_is_no_group_is_left_blank(rows: tuple[str, ...]) -> None:
    printed = [["" if cell == "_" else cell for cell in row.split(" ")] for row in rows[1:]]
    assert texts(only_table(tsv(*rows))) == printed


def test_notes_under_a_table_stay_outside() -> None:
    (piece,) = pieces_of(tsv("单位 得分", "甲 98", "乙 97") + "\n备注:数据截至10月6日。")
    assert piece.last == 2
    assert len(tables_of("备注:1.数据提取时间\n备注:2.其他")) == 0


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("患者满意度前15名", "患者满意度前15名"),
        ("民营企业50强", "民营企业50强"),
        ("2016年部分高中最低投档线", "2016年部分高中最低投档线"),
        ("记者从市里获悉。\n2019年3月全市市民热线办理", "2019年3月全市市民热线办理"),
        ("会议在市里举行,各部门\n2019年3月全市市民热线办理", None),
        ("他说,今年要进入前15名", None),
        ("本报记者 张三", None),
    ],
)
def test_a_line_that_says_what_the_figures_are_is_the_title(above: str, title: str | None) -> None:
    table = only_table(f"{above}\n统计区间:3月1日—3月31日\n{tsv('单位 得分', '甲 98', '乙 97')}")
    assert (table.title and table.title.text) == title
    assert table.caption is not None
    assert table.caption.text == "统计区间:3月1日—3月31日"
