from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import RepairKind
from reader.parse.tables import logical_tables
from tests.parse.tables.table_reading import lines_of, only_table, pieces_of, tables_of, texts, tsv

HEAD = "排名 单位 得分"
UPPER = tsv(HEAD, "1 甲 99", "2 乙 98")
PROSE = "\n\n一段正文插在这里,它被栏切断了。\n\n"


@pytest.mark.parametrize(
    "lower",
    [tsv("3 丙 97", "4 丁 96"), tsv(HEAD, "3 丙 97", "4 丁 96"), tsv("排名 单位", "3 丙 97", "4 丁 96")],
    ids=["no header", "header repeated", "header cut short"],
)
def test_a_table_cut_by_a_column_goes_on(lower: str) -> None:
    table = only_table(UPPER + PROSE + lower)
    assert table.columns == ("排名", "单位", "得分")
    assert [row[1].text for row in table.rows] == list("甲乙丙丁")
    assert len(table.pieces) == 2
    assert RepairKind.MERGE in [repair.kind for repair in table.repairs]


def test_members_tell_which_pieces_a_table_is_made_of() -> None:
    text = UPPER + PROSE + tsv("3 丙 97", "4 丁 96") + PROSE + tsv("姓名 职务 年龄", "张三 局长 50", "李四 科长 40")
    lines = lines_of(text)
    assert [found.members for found in logical_tables(text, lines, pieces_of(text))] == [(0, 1), (2,)]


@pytest.mark.parametrize(
    "lower",
    [
        tsv(HEAD, "1 丙 97", "2 丁 96"),
        "考核结果(二)\n" + tsv(HEAD, "3 丙 97", "4 丁 96"),
        tsv("姓名 职务 票数", "丙 局长 97", "丁 科长 96"),
        tsv("7 丙 97", "8 丁 96"),
    ],
    ids=["ranks begin anew", "another title", "another header", "ranks missing between"],
)
def test_another_table_stays_another(lower: str) -> None:
    assert [len(table.rows) for table in tables_of(UPPER + PROSE + lower)] == [2, 2]


def test_a_table_marked_as_continued_goes_on_and_keeps_the_line() -> None:
    text = "考核结果\n" + tsv("单位 得分", "甲 99", "乙 98") + "\n\n(续表)\n" + tsv("单位 得分", "丙 97", "丁 96")
    table = only_table(text)
    assert len(table.rows) == 4
    assert any(text[start:end] == "(续表)" for start, end in table.spans)


def test_ranks_may_begin_anew_with_a_new_group() -> None:
    upper = tsv("类型 序号 单位 得分", "市 1 甲 9", "_ 2 乙 8", "县 1 丙 7", "_ 2 丁 6")
    lower = tsv("类型 序号 单位 得分", "区 1 戊 9", "_ 2 己 8")
    table = only_table(upper + PROSE + lower)
    assert [row[0].text for row in table.rows] == ["市", "市", "县", "县", "区", "区"]


def test_a_group_cut_by_a_column_is_filled_from_above() -> None:
    upper = tsv("类型 序号 单位 得分", "市 1 甲 9", "_ 2 乙 8")
    table = only_table(upper + PROSE + tsv("_ 3 丙 7", "_ 4 丁 6"))
    assert [row[0].text for row in table.rows] == ["市"] * 4


def test_a_name_that_slipped_out_of_its_group_head_gives_way() -> None:
    upper = tsv("单位 考评 _ 完成率 得分", "_ 件数 结案率 _ _", "甲 9 99% 1% 98", "乙 8 98% 2% 97")
    lower = tsv("单位 考评 _ _ 得分", "_ 件数 结案率 延期率 _", "丙 7 97% 3% 96", "丁 6 96% 4% 95")
    table = only_table(upper + PROSE + lower)
    assert table.columns == ("单位", "考评/件数", "考评/结案率", "考评/延期率", "得分")
    note = next(repair.note for repair in table.repairs if repair.kind is RepairKind.HEADER)
    assert "完成率" in note
    assert "考评/延期率" in note


def test_a_piece_that_lost_a_column_is_put_on_the_others_columns() -> None:
    upper = tsv("排名 单位 件数 结案率 得分", "1 甲 9 99% 98", "2 乙 8 98% 97")
    lower = tsv("排名 单位 结案率 得分", "3 丙 97% 96", "4 丁 96% 95")
    table = only_table(upper + PROSE + lower)
    assert table.columns == ("排名", "单位", "件数", "结案率", "得分")
    assert texts(table)[2] == ["3", "丙", "", "97%", "96"]


def test_a_title_the_article_took_leaves_the_piece() -> None:
    text = "考核结果\n" + tsv("单位 得分", "甲 99", "乙 98")
    lines, (piece,) = lines_of(text), pieces_of(text)
    ((table, _members),) = logical_tables(text, lines, [replace(piece, title=())])
    assert piece.title == (0,)
    assert table.title is None


def test_a_list_abreast_goes_on_abreast() -> None:
    upper = tsv("单位 排名 单位 排名", "甲 1 丙 3", "乙 2 丁 4")
    table = only_table(upper + PROSE + tsv("戊 5 庚 7", "己 6 辛 8"))
    assert [row[0].text for row in table.rows] == list("12345678")


@pytest.mark.parametrize(
    ("first", "second", "rows", "merged"),
    [
        ("(一)", "(二)", ("3 丙 50 7 97", "4 丁 40 8 96"), True),
        ("（上）", "（下）", ("3 丙 50 7 97", "4 丁 40 8 96"), True),
        ("(一)", "(二)", ("1 丙 50 7 97", "2 丁 40 8 96"), False),
        ("(一)", "(二)", ("8 丙 50 7 97", "9 丁 40 8 96"), False),
        ("(二)", "(一)", ("3 丙 50 7 97", "4 丁 40 8 96"), False),
        ("(甲级)", "(二)", ("3 丙 50 7 97", "4 丁 40 8 96"), False),
    ],
    ids=["ranks go on", "above and below", "ranks begin anew", "ranks missing", "the wrong way round", "no number"],
)
def test_numbered_titles_part_one_table_only_when_the_ranks_go_on(
    first: str, second: str, rows: tuple[str, str], merged: bool
) -> None:
    head, renamed = "排名 企业 车辆 投诉量 得分", "排名 企业名称 车辆 有效投诉 得分"
    text = f"投诉情况{first}\n" + tsv(head, "1 甲 70 5 99", "2 乙 60 6 98")
    text += f"{PROSE}投诉情况{second}\n" + tsv(renamed, *rows)
    tables = tables_of(text)
    assert [len(table.rows) for table in tables] == ([4] if merged else [2, 2])
    assert tables[0].columns == tuple(head.split())
    assert tables[0].title is not None
    assert tables[0].title.text == f"投诉情况{first}"
