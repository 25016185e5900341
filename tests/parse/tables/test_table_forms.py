"""One table in every form it may be printed in."""

from __future__ import annotations

import pytest

from reader.parse.tables.grid import Form
from tests.parse.tables.table_reading import only_table, pieces_of, tables_of, texts

COLUMNS = ("排名", "单位", "得分")
ROWS = [["1", "市公安局", "98.5"], ["2", "市教育局", "97"], ["3", "市民政局", "—"], ["4", "市文旅局", "95.25"]]
LINES = [list(COLUMNS), *ROWS]


def joined(separator: str) -> str:
    return "\n".join(separator.join(line) for line in LINES)


def piped(rule: str) -> str:
    rows = [f"| {' | '.join(line)} |" for line in LINES]
    return "\n".join([rows[0], *([rule] if rule else []), *rows[1:]])


def marked_up(newline: str, cell: str = "td") -> str:
    rows = (f"<tr>{''.join(f'<{cell}>{text}</{cell}>' for text in line)}</tr>" for line in LINES)
    return f"<table>{newline}{newline.join(rows)}{newline}</table>"


PRINTS = {
    "tabs": (joined("\t"), Form.TABS),
    "tabs, a blank line after each row": (joined("\t").replace("\n", "\n\n"), Form.TABS),
    "aligned": ("\n".join("".join(text.ljust(10) for text in line) for line in LINES), Form.BLANKS),
    "ideographic blanks": (joined("　"), Form.BLANKS),
    "single blanks": (joined(" "), Form.BLANKS),
    "pipes": (piped(""), Form.PIPES),
    "pipes with a rule": (piped("|:---|---|---:|"), Form.PIPES),
    "box": (
        "┌──┬──┬──┐\n" + "\n├──┼──┼──┤\n".join("│" + "│".join(line) + "│" for line in LINES) + "\n└──┴──┴──┘",
        Form.PIPES,
    ),
    "HTML on one line": (marked_up(""), Form.HTML),
    "HTML on many lines": (marked_up("\n"), Form.HTML),
    "HTML in wrappers": (f'<html><body><div align="center">{marked_up("")}</div></body></html>', Form.HTML),
    "one cell per line": (joined("\n"), Form.STACKED),
    "one cell per line, blank lines between": (joined("\n").replace("\n", "\n\n"), Form.STACKED),
}


@pytest.mark.parametrize(("text", "form"), PRINTS.values(), ids=PRINTS)
def test_every_form_gives_the_same_table(text: str, form: Form) -> None:
    table = only_table(text)
    assert pieces_of(text)[0].form is form
    assert table.columns == COLUMNS
    assert texts(table) == ROWS
    assert all(text[slice(*cell.span)] == cell.text for row in table.rows for cell in row if cell.span)
    assert all(cell.span for row in table.rows for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "| 井州论坛 |",
        "| 经济 | 综合 |",
        "补短板\t强弱项",
        "补短板\t强弱项\n抢先机\t开新局\n稳增长\t促发展",
        "补短板  强弱项\n抢先机  开新局\n床前明月光  疑是地上霜\n举头望明月  低头思故乡",
        "\t本报讯 记者从市教育局获悉。\n\t会议指出，要抓好落实。\n\t会议强调，要压实责任。",
        "单位:太原市教育局    电话:0351-1234567\n地址:新建路1号    邮编:030001\n联系人:张三    传真:0351-7654321",
        "太原市人民政府办公室      2024年3月1日\n太原市教育局      2024年3月2日",
        "张三  李四  王五  赵六\n钱七  孙八  周九  吴十\n郑一  王二  冯三  陈四\n褚五  卫六  蒋七  沈八",
        "1 坚持党的领导\n2 坚持人民至上\n3 坚持改革创新\n4 坚持依法治国\n5 坚持系统观念",
        "增长1,234,万元,比上年多5,6万元\n增长2,345,万元,比上年多7,8万元\n增长3,456,万元,比上年多9,9万元",
        "单位\n得分\n会议强调\n要落实责任\n继续努力\n不断前进",
        "记者 何宝国\n记者 张秀丽\n记者 梁丹",
        "<table>",
        "表 <table 一> 与 <tr>",
    ],
)
def test_prose_labels_and_signatures_are_no_tables(text: str) -> None:
    assert tables_of(text) == []


def test_columns_left_blank_are_known_by_where_the_others_stand() -> None:
    table = only_table(
        "类别    单位      得分\n市直    公安局    98\n        教育局    97\n县区    小店区    95\n"
        "        迎泽区    90\n"
        "        合计      380"
    )
    assert texts(table) == [
        ["市直", "公安局", "98"],
        ["市直", "教育局", "97"],
        ["县区", "小店区", "95"],
        ["县区", "迎泽区", "90"],
        ["", "合计", "380"],
    ]
    assert table.summary == {4}


def test_a_name_set_wide_is_one_cell() -> None:
    table = only_table(
        "姓　名　　单　位　　票数\n张　三　　公安局　　98\n李小四　　教育局　　97\n王　五　　民政局　　90"
    )
    assert table.columns == ("姓名", "单位", "票数")
    assert [row[0].text for row in table.rows] == ["张　三", "李小四", "王　五"]


def test_what_stops_the_cells_of_a_stacked_table_stays_outside() -> None:
    (piece,) = pieces_of("排名\n单位\n1\n甲局\n2\n乙局\n3\n丙局\n本报讯 记者从市里获悉。")
    assert (piece.first, piece.last) == (0, 7)


def test_a_header_of_two_rows_over_aligned_columns() -> None:
    table = only_table(
        "区域     市场         批发价          零售价\n"
        "                      白菜     土豆   白菜     土豆\n"
        "东城     新阳市场     0.42     0.65   0.60     0.90\n"
        "         顾乡摊区     0.40     0.63   0.55     0.85\n"
        "西城     和兴摊区     0.43     0.66   0.60     0.95\n"
        "平均                  0.41     0.65   0.58     0.90"
    )
    assert table.columns == ("区域", "市场", "批发价/白菜", "批发价/土豆", "零售价/白菜", "零售价/土豆")
    assert [row[0] for row in texts(table)] == ["东城", "东城", "西城", "平均"]
    assert texts(table)[3] == ["平均", "", "0.41", "0.65", "0.58", "0.90"]
    assert table.summary == {3}
