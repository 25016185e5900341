"""`reader tables`: sorted, filtered, cut to columns, in each form; what is wrong with what was asked."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.cli.parsers import FORMS
from reader.export.tables import Form
from tests.cli.test_command_line import GOLDEN, run

RANKING = ["000.7", "--sort", "考评得分", "--desc", "--where", "结案率<90", "--where", "类型!社会"]
COLUMNS = ["--columns", "单位，考评得分,#6"]
WITH_SUMMARY = ["902.1", "tests/pages/9/902_city.txt"]


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "markdown", "html"])
def test_golden_output_in_each_form(form: str, request: pytest.FixtureRequest) -> None:
    done = run("tables", *RANKING, *COLUMNS, "--format", form)
    golden = GOLDEN / f"tables_in_{form}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "markdown", "html"])
def test_golden_output_as_values_with_a_summary(form: str, request: pytest.FixtureRequest) -> None:
    done = run("tables", *WITH_SUMMARY, "--sort", "同比", "--values", "--format", form)
    golden = GOLDEN / f"tables_values_{form}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()
    assert (done.returncode, done.stderr) == (0, b"")


def rows(*arguments: str) -> list[list[str]]:
    done = run("tables", *arguments, "--format", "csv")
    assert done.stderr == b""
    return list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))


def test_every_form_can_be_asked_for() -> None:
    assert {*FORMS} == {"table", "md", *Form}
    assert run("tables", *RANKING, "--format", "md").stdout == run("tables", *RANKING, "--format", "markdown").stdout


def test_the_first_column_sorted_by_weighs_most_and_desc_turns_the_one_before_it() -> None:
    cut = ["--columns", "类型,得分"]
    found = rows("000.7", "--sort", "类型", "--sort", "得分", "--desc", *cut)[1:]
    kinds = [kind for kind, _score in found]
    assert kinds == [kind for kind in dict.fromkeys(kinds) for _ in range(kinds.count(kind))]
    for kind in set(kinds):
        scores = [float(score) for other, score in found if other == kind]
        assert scores == sorted(scores, reverse=True)
    down = rows("000.7", "--sort", "类型", "--desc", "--sort", "得分", "--desc", *cut)[1:]
    assert list(dict.fromkeys(kind for kind, _ in down)) == list(dict.fromkeys(kinds))[::-1]


def test_desc_before_the_only_sort_is_meant_for_it() -> None:
    assert rows("000.7", "--desc", "--sort", "score") == rows("000.7", "--sort", "score", "--desc")


def test_the_score_column_is_found_in_conditions_too() -> None:
    assert rows("000.7", "--where", "score < 50") == rows("000.7", "--where", "考评得分＜50")


def test_where_no_row_is_left_the_header_stays() -> None:
    assert len(rows("000.7", "--where", "得分>1000")) == 1


def test_a_byte_order_mark_stands_once_before_csv() -> None:
    text = run("tables", "003.7", "--format", "csv", "--bom").stdout.decode()
    assert text.startswith("\ufeff排名")
    assert text.count("\ufeff") == 1
    assert "\r\n\r\n" in text


def test_tables_without_a_column_are_named_and_left_out() -> None:
    done = run("tables", "--where", "结案率<90", "--format", "json")
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["综合评价表"]
    assert done.returncode == 0
    said = done.stderr.decode().splitlines()
    assert len(said) == 2
    assert all("left out" in line and "结案率" in line for line in said)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["000.7", "--where", "没有<1"], 1, "没有"),
        (["000.7", "--columns", "单位,没有"], 1, "没有"),
        (["000.7", "--columns", "#12"], 1, "#12"),
        (["000.7", "--sort", "考评得分", "--sort", "没有"], 1, "没有"),
        (["000.7", "--columns", "结案"], 1, "More than one"),
        (["000.7", "--where", "结案率"], 2, "结案率<90"),
        (["000.7", "--where", "得分<很多"], 2, "很多"),
        (["000.7", "--desc"], 2, "--sort"),
        (["000.7", "--columns", " ，"], 2, "--columns"),
        (["000.7", "--bom"], 2, "csv"),
        (["000.7", "--format", "xlsx"], 2, "xlsx"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], code: int, said: str) -> None:
    done = run("tables", *arguments)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b"" or "--sort" in arguments


NASTY_PAGE = "得分表\n\n名次\t单位\t得分\n1\t=cmd\x1b[31m甲\t99\n2\t乙\u202e局\t98\n3\t丙|局\t97\n"


def test_a_name_of_a_file_begins_no_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("1\nreader: all is well.txt").write_text(NASTY_PAGE, "utf-8")
    assert main(["tables", ".", "--columns", "没有"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "left out" in said[0]


def test_a_terminal_obeys_no_cell_on_either_end_of_a_pipe_and_json_has_all_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped = run("tables", "-", "--format", "csv", stdin=NASTY_PAGE.encode()).stdout.decode()
    assert "'=cmd␛[31m甲" in piped
    assert "乙␦局" in piped
    objects = run("tables", "-", "--format", "json", stdin=NASTY_PAGE.encode()).stdout
    assert [row[1] for row in json.loads(objects)["rows"]] == ["=cmd\x1b[31m甲", "乙\u202e局", "丙|局"]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NASTY_PAGE.encode())))
    assert main(["tables", "-", "--format", "csv"]) == 0
    shown = capsys.readouterr().out
    assert "'=cmd␛[31m甲" in shown
    assert not set(shown) & {"\x1b", "\u202e", "\r", "␍"}
