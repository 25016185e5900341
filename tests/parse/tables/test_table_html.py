from __future__ import annotations

from tests.parse.tables.table_reading import lines_of, only_table, tables_of, texts

SPANNED = (
    '<table border=1><tr><td rowspan="2">类型</td><td rowspan=2>单位</td><td colspan="2">考评</td></tr>'
    "<tr><td>得分</td><td>排名</td></tr>"
    '<tr><td rowspan="2">城区</td><td>小店区</td><td>98.5</td><td>1</td></tr>'
    "<tr><td>迎泽区</td><td>97</td><td>2</td></tr>"
    "<tr><td>县</td><td>阳曲县</td><td>90</td><td>3</td></tr></table>"
)


def test_spans_name_columns_and_fill_groups() -> None:
    table = only_table(SPANNED)
    assert table.columns == ("类型", "单位", "考评/得分", "考评/排名")
    assert [row[0].text for row in table.rows] == ["城区", "城区", "县"]
    assert table.rows[1][0].span is None


def test_a_header_of_three_rows_becomes_paths() -> None:
    table = only_table(
        "<table><thead><tr><th rowspan=3>单位</th><th colspan=4>指标</th></tr>"
        "<tr><th colspan=2>上半年</th><th colspan=2>下半年</th></tr>"
        "<tr><th>量</th><th>率</th><th>量</th><th>率</th></tr></thead>"
        "<tbody><tr><td>甲</td><td>1</td><td>2%</td><td>3</td><td>4%</td></tr></tbody></table>"
    )
    assert table.columns == ("单位", "指标/上半年/量", "指标/上半年/率", "指标/下半年/量", "指标/下半年/率")


def test_a_title_over_all_columns_is_the_tables_and_no_row() -> None:
    text = (
        "<table><tr><td colspan=3>2023年9月空气质量排名</td></tr><tr><td>排名</td><td>县区</td><td>指数</td></tr>"
        "<tr><td>1</td><td>甲县</td><td>3.5</td></tr><tr><td>2</td><td>乙县</td><td>3.8</td></tr></table>"
    )
    table = only_table(text)
    assert table.title is not None
    assert table.title.text == "2023年9月空气质量排名"
    assert table.columns == ("排名", "县区", "指数")
    covered = sorted([*table.spans, *table.title.spans])
    assert "".join(text[start:end] for start, end in covered) == text


def test_markup_between_prose_is_cut_into_lines_of_its_own() -> None:
    text = f"得分如下:{SPANNED}备注:无。"
    assert [line.text for line in lines_of(text)] == ["得分如下:", SPANNED, "备注:无。"]
    assert len(tables_of(text)) == 1


def test_entities_and_line_breaks_are_read_and_the_span_holds_their_source() -> None:
    text = "<table><tr><td>单位</td><td>得分</td></tr><tr><td>甲&amp;乙<br>公司</td><td><b>98</b></td></tr></table>"
    cell = only_table(text).rows[0][0]
    assert cell.text == "甲&乙 公司"
    assert cell.span is not None
    assert text[slice(*cell.span)] == "甲&amp;乙<br>公司"


def test_a_table_without_an_end_stops_at_its_last_row() -> None:
    rows = "<tr><td>排名</td><td>单位</td></tr><tr><td>1</td><td>甲</td></tr><tr><td>2</td><td>乙</td></tr>"
    text = f"前言<table>{rows}\n后面是正文。"
    assert texts(only_table(text)) == [["1", "甲"], ["2", "乙"]]
    assert [line.text for line in lines_of(text)][-1] == "后面是正文。"


def test_a_table_inside_a_cell_is_that_cells_text() -> None:
    text = "<table><tr><td>A<table><tr><td>x</td></tr></table></td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>"
    assert texts(only_table(text)) == [["A x", "B"], ["C", "D"]]


def test_deep_nests_and_greedy_spans_end() -> None:
    assert texts(only_table("<table><tr><td>" * 3000 + "x" + "</td></tr></table>" * 3000)) == [["x"]]
    greedy = "<table>" + "<tr><td rowspan=9999 colspan=9999>x</td></tr>" * 2000 + "</table>"
    table = only_table(greedy)
    assert len(table.rows) == 2000
    assert len(table.rows) * len(table.columns) <= len(greedy)
