"""What is seen is what is exported: rows, columns, order; and figures as numbers when they are asked for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.tables import Form, Shown, Source, as_text
from reader.export.tables.cellvalues import CellValue, cell_value, value_text
from reader.gate import visible
from reader.ranking.sorting import Ranking
from reader.ranking.view import View, rows_in, summary_rows
from tests.export.shown_tables import shown_tables, texts, views
from tests.ranking.ranking_tables import table_of


@given(views())
def test_what_is_exported_are_the_rows_and_columns_of_the_view(pair: tuple[Ranking, View]) -> None:
    ranking, view = pair
    table = ranking.table
    read = json.loads(as_text(Shown.of(ranking, view), Form.JSON))
    order = [*rows_in(ranking, view), *summary_rows(table)]
    columns = view.columns(table)
    assert read["columns"] == [table.columns[column] for column in columns]
    assert read["rows"] == [[table.rows[row][column].text for column in columns] for row in order]
    assert [order[at] for at in read["summary"]] == summary_rows(table)


@given(views())
def test_a_grouped_view_is_exported_group_by_group(pair: tuple[Ranking, View]) -> None:
    ranking, view = pair
    shown = Shown.of(ranking, replace(view, grouped=0))
    values = [ranking.table.rows[row][0].text for row in shown.rows]
    assert values == [value for value in dict.fromkeys(values) for _ in range(values.count(value))]
    for value in set(values):
        members = [row for row in rows_in(ranking, view) if ranking.table.rows[row][0].text == value]
        assert [row for row in shown.rows if ranking.table.rows[row][0].text == value] == members


@given(views(), st.data())
def test_columns_come_in_the_order_they_are_picked_in(pair: tuple[Ranking, View], data: st.DataObject) -> None:
    ranking, view = pair
    columns = data.draw(st.permutations(range(len(ranking.columns))))
    shown = Shown.of(ranking, view, columns=columns)
    assert json.loads(as_text(shown, Form.JSON))["rows"] == texts(shown)[1:]
    assert [column.index for column in shown.typed()] == columns


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("93.29%", 93.29),
        ("5.6万", 56000),
        ("1.1万", 11000),
        ("12.3亿元", 1230000000),
        ("第十二名", 12),
        ("十二", 12),
        ("1,234", 1234),
        ("下降3.2%", -3.2),
        ("－3.2％", -3.2),
        ("0", 0),
        ("-0", 0),
        ("", None),
        ("  \t   ", None),
        ("—", None),
        ("待定", "待定"),
        ("12345678901234567891", 12345678901234567891),
    ],
)
def test_values_of_a_column_of_figures(text: str, value: CellValue) -> None:
    found = cell_value(text, numeric=True)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("text", "value"), [("三一", "三一"), ("110", "110"), ("—", None), ("=1", "=1")])
def test_values_of_a_column_of_words(text: str, value: CellValue) -> None:
    assert cell_value(text, numeric=False) == value


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_in_digits_and_reads_back(number: float) -> None:
    text = value_text(number)
    assert "e" not in text.lower()
    assert type(number)(text) == number


def test_values_in_every_form() -> None:
    rows = [["1", "三一", "93.29%", "=1"], ["2", "乙局", "—", "b"], ["3", "丙", "1%", ""], ["", "合计", "1,000%", ""]]
    shown = Shown.of(Ranking(table_of(["名次", "单位", "率", "注"], rows, summary=[3])), View())
    assert json.loads(as_text(shown, Form.JSON, values=True))["rows"] == [
        [1, "三一", 93.29, "=1"],
        [2, "乙局", None, "b"],
        [3, "丙", 1, None],
        [None, "合计", 1000, None],
    ]
    assert as_text(shown, Form.CSV, values=True).split("\r\n")[1:] == [
        "1,三一,93.29,'=1",
        "2,乙局,,b",
        "3,丙,1,",
        ",合计,1000,",
        "",
    ]
    assert as_text(shown, Form.TSV, values=True).split("\n")[2] == "2\t乙局\t\tb"
    assert "| 2 | 乙局 |  | b |\n" in as_text(shown, Form.MARKDOWN, values=True)
    assert '<td class="number">1000</td>' in as_text(shown, Form.HTML, values=True)


def test_json_says_where_the_table_stands() -> None:
    table = table_of(["甲"], [["1"]])
    read = json.loads(
        as_text(Shown(table, [0], [0], source=Source("000.7", "题", "太原日报", "2023-10-31")), Form.JSON)
    )
    assert read == {
        "article": "000.7",
        "newspaper": "太原日报",
        "date": "2023-10-31",
        "title": None,
        "caption": None,
        "columns": ["甲"],
        "rows": [["1"]],
        "summary": [],
    }


@given(shown_tables, st.sampled_from([Form.JSON, Form.MARKDOWN, Form.HTML]), st.booleans())
def test_a_terminal_obeys_nothing(shown: Shown, form: Form, values: bool) -> None:
    text = as_text(shown, form, values=values)
    assert visible(text, keep="\n") == text
