from __future__ import annotations

import pytest

from reader.model import RepairKind
from reader.parse.tables.grid import Form
from tests.parse.tables.table_reading import only_table, texts, tsv

ROWS = (("一、城区", "1 甲 98", "2 乙 97"), ("二、县", "1 丙 96", "2 丁 95"))


def printed(form: Form) -> str:
    head = "排名 单位 得分"
    if form is Form.HTML:
        body = "".join(
            f"<tr><td colspan=3>{section}</td></tr>"
            + "".join(f"<tr><td>{'</td><td>'.join(row.split(' '))}</td></tr>" for row in rows)
            for section, *rows in ROWS
        )
        return f"<table><tr><td>{'</td><td>'.join(head.split(' '))}</td></tr>{body}</table>"
    lines = [head, *(line for section in ROWS for line in section)]
    if form is Form.STACKED:
        return "\n".join(cell for line in lines for cell in line.split(" "))
    if form is Form.PIPES:
        return "\n".join(f"| {line.replace(' ', ' | ')} |" if " " in line else f"| {line} | | |" for line in lines)
    return tsv(*lines)


@pytest.mark.parametrize("form", [Form.TABS, Form.PIPES, Form.HTML, Form.STACKED])
def test_sections_become_a_column_of_groups(form: Form) -> None:
    text = printed(form)
    table = only_table(text)
    assert table.columns == ("", "排名", "单位", "得分")
    assert texts(table) == [[section, *row.split(" ")] for section, *rows in ROWS for row in rows]
    assert [bool(row[0].span) for row in table.rows] == [True, False, True, False]
    assert [text[slice(*row[0].span)] for row in table.rows if row[0].span] == ["一、城区", "二、县"]
    assert not table.ragged
    note = next(repair.note for repair in table.repairs if repair.kind is RepairKind.UNFOLD)
    assert "二、县 × 2" in note


def test_a_summary_row_belongs_to_no_section() -> None:
    table = only_table(printed(Form.TABS) + "\n合计\t\t386")
    assert [row[0].text for row in table.rows][-2:] == ["二、县", ""]
    assert table.summary == {4}


def test_ranks_that_begin_anew_prove_a_section() -> None:
    table = only_table(tsv("排名 单位 得分", "1 甲 98", "2 乙 97", "郊区 _ _", "1 丙 96", "2 丁 95"))
    assert [row[0].text for row in table.rows] == ["", "", "郊区", "郊区"]


@pytest.mark.parametrize(
    "rows",
    [
        ("单位 件数 得分", "甲 3 98", "乙 4 97", "丙 _ _", "丁 6 95"),
        ("排名 单位 得分", "1 甲 98", "2 乙 97", "_ 丙 _", "3 丁 95"),
    ],
    ids=["without ranks", "ranks go on"],
)
def test_a_row_that_lost_its_figures_is_no_section(rows: tuple[str, ...]) -> None:
    table = only_table(tsv(*rows))
    assert table.columns == tuple(rows[0].split(" "))
    assert len(table.rows) == len(rows) - 1
