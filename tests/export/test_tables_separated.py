"""CSV and TSV: read back cell for cell, and nothing in them that a spreadsheet computes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from reader.export.tables import Form, Shown, as_text, exported, to_tsv
from reader.export.tables.separated import inert
from reader.gate import visible
from tests.export.shown_tables import NASTY, cells, shown_tables, texts
from tests.hostile.stray import stray
from tests.ranking.ranking_tables import one_column, table_of


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(shown_tables)
def test_csv_reads_back_cell_for_cell(shown: Shown) -> None:
    read = read_csv(as_text(shown, Form.CSV))
    assert read == [[visible(inert(cell)) for cell in line] for line in texts(shown)]
    marked = [[visible(cell) for cell in line] for line in texts(shown)]
    bare = [
        [cell if cell == printed else cell[1:] for cell, printed in zip(*pair, strict=True)]
        for pair in zip(read, marked, strict=True)
    ]
    assert bare == marked


@given(shown_tables)
def test_every_record_is_one_piece_and_ends_as_rfc_4180_says(shown: Shown) -> None:
    pieces = list(exported([shown], Form.CSV))
    assert len(pieces) == len(texts(shown))
    assert all(piece.endswith("\r\n") for piece in pieces)
    assert all(len(read_csv(piece)) == 1 for piece in pieces)


@given(cells)
def test_what_a_spreadsheet_would_compute_is_led_by_an_apostrophe(cell: str) -> None:
    assert inert(cell) in (cell, "'" + cell)
    if cell.lstrip(" 　\t\r\n")[:1] in tuple("=@＝＠"):
        assert inert(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["-3.2%", " - ", "+5.6万", "-1,234", "－3.2％", "-", "--", "—", "'=1", "a=1", "1+1", "3-5", "", "−1"]
)
def test_figures_with_a_sign_and_dashes_stay(cell: str) -> None:
    assert inert(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1", "-1-1", "+A1", "-2+3", "＝1", "－A1", " =1", "　@x", "\t1", "\r1", "\n1", "-", "\ufeff=1"]
)
def test_formulas_do_not(cell: str) -> None:
    assert inert(cell) == ("-" if cell == "-" else "'" + cell)


@given(shown_tables)
def test_tsv_has_a_line_for_a_row_and_a_tab_between_cells(shown: Shown) -> None:
    lines = to_tsv(shown).split("\n")
    assert lines.pop() == ""
    assert [len(line.split("\t")) for line in lines] == [len(shown.columns)] * len(texts(shown))
    assert all(len(line.splitlines()) <= 1 for line in lines)
    assert not any(cell.lstrip()[:1] in tuple("=@＝＠") for line in lines for cell in line.split("\t"))


@given(shown_tables)
def test_neither_form_holds_what_a_terminal_obeys(shown: Shown) -> None:
    assert not stray(as_text(shown, Form.CSV).replace("\r\n", "\n").encode())
    assert not stray(as_text(shown, Form.TSV).encode())


def test_tsv_keeps_blanks_that_part_nothing() -> None:
    assert to_tsv(one_column("姓名", "张　三", "a\r\n\tb")) == "姓名\n张　三\na b\n"


def test_a_table_by_itself_is_all_of_it_as_printed() -> None:
    table = table_of(["单位", "得分"], [["合计", "3"], ["甲", "1"]], summary=[0])
    assert to_tsv(table) == "单位\t得分\n合计\t3\n甲\t1\n"


def test_tables_of_one_file_are_parted_by_a_blank_line_and_share_one_byte_order_mark() -> None:
    one, other = Shown.whole(one_column("甲", "1")), Shown.whole(one_column("乙", "2"))
    assert "".join(exported([one, other], Form.CSV, bom=True)) == "\ufeff甲\r\n1\r\n\r\n乙\r\n2\r\n"
    assert "".join(exported([one, other], Form.TSV)) == "甲\n1\n\n乙\n2\n"
    with pytest.raises(ValueError, match="json"):
        exported([one], Form.JSON, bom=True)


def test_no_table_is_no_line() -> None:
    assert [*exported([], Form.CSV), *exported([], Form.JSON)] == []


def test_nasty_cells_are_all_different() -> None:
    assert len(set(NASTY)) == len(NASTY)
