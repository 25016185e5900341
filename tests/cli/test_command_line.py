"""The command line from outside: what stands on stdout, what on stderr, and the exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.main import _only_paths, main
from reader.cli.parsers import reader_parser
from reader.settings import Settings
from reader.typeset.width import cell_width

GOLDEN = Path(__file__).parent / "golden"


def run(*arguments: str, stdin: bytes = b"", lang: str = "en") -> subprocess.CompletedProcess[bytes]:
    """`reader` in a process of its own, without a terminal."""
    environment = {**os.environ, "LANGUAGE": lang, "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments], input=stdin, capture_output=True, check=False, env=environment
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("overview", []),
        ("show_commentary", ["show", "002.3"]),
        ("show_table", ["show", "003.7"]),
        ("show_narrow", ["show", "000.4", "--width", "30"]),
        ("show_printed", ["show", "001.1", "--printed"]),
        ("tables_sorted", ["tables", "000.7", "--sort", "score", "--desc"]),
        ("tables_csv", ["tables", "003.7", "--sort", "排名", "--desc", "--format", "csv"]),
        ("tables_json", ["tables", "003.7", "--format", "json"]),
        ("standings", ["standings", "小店"]),
        ("standings_jsonl", ["standings", "小店区", "--format", "jsonl"]),
        ("help", ["--help"]),
        ("help_tables", ["tables", "--help"]),
        ("help_check", ["check", "--help"]),
    ],
)
def test_golden_output(name: str, arguments: list[str], request: pytest.FixtureRequest) -> None:
    """Golden files are made anew by `pytest tests/cli --update-golden`; read the difference before committing it."""
    done = run(*arguments)
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_check_prints_what_disagrees(form: str, request: pytest.FixtureRequest) -> None:
    done = run("check", "--format", form, "seeds")
    golden = GOLDEN / f"check_{form}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()
    assert (done.returncode, done.stderr) == (1, b"")


def test_check_finds_nothing_on_a_clean_page_and_names_what_it_cannot_read() -> None:
    clean = "听证会公告\n\n定于2023年10月31日(星期二)上午9时召开听证会。\n".encode()
    done = run("check", "--format", "jsonl", "-", stdin=clean)
    assert (done.returncode, done.stdout) == (0, b"")
    assert run("check", "-", "missing.txt", stdin=clean).returncode == 3
    assert run("check", "-", "missing.txt", stdin=clean.replace("星期二".encode(), "星期三".encode())).returncode == 1


def test_export_writes_one_page_a_line() -> None:
    done = run("export", "--no-marks", "seeds")
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(pages) == 5
    assert {page["schema"] for page in pages} == {1}
    keys = {"source", "encoding", "newspaper", "page", "date", "date_certainty", "date_evidence", "spans", "articles"}
    assert all(keys <= page.keys() for page in pages)
    assert {article["kind"] for page in pages for article in page["articles"]} >= {"news", "notice", "photo", "feature"}
    assert done.returncode == 0


def test_export_marks_numbers_and_names() -> None:
    done = run("export", "-", stdin="本报讯 9月4日,太原市财政局拨付专项资金5688亿元。(张伟)\n".encode())
    page = json.loads(done.stdout)
    amounts = [number for number in page["numbers"] if number["type"] == "amount"]
    assert [(one["text"], one["value"], one["unit"]) for one in amounts] == [("5688亿元", 568800000000, "CNY")]
    assert "张伟" in {entity["text"] for entity in page["entities"]}


def test_csv_reads_back_cell_for_cell() -> None:
    text = run("tables", "000.7", "--format", "csv").stdout.decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 59
    assert {len(row) for row in rows} == {11}
    assert rows[1][2] == "娄烦县"


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("通知\n\n因检修,明日停水。\n\n市自来水公司\n2020年7月9日\n", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("export", "--no-marks", str(tmp_path), str(tmp_path / "missing.txt"))
    assert len(done.stdout.splitlines()) == 1
    assert b"empty.txt" in done.stderr
    assert b"missing.txt" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "999.1"], 1),
        (["show", "00.1"], 1),
        (["tables", "001.1"], 1),
        (["tables", "--sort", "没有"], 1),
        (["standings", "没有的名字"], 1),
        (["standings"], 2),
        (["show"], 2),
        (["show", "001.1", "--width", "7"], 2),
        (["show", "001.1", "--width", "-3"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    done = subprocess.run(f"{sys.executable} -m reader | head -1", shell=True, capture_output=True, check=False)  # noqa: S602
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""


def test_the_language_is_chosen() -> None:
    assert "推断" in run("--lang", "zh_CN").stdout.decode()
    assert "inferred" in run("--lang=en", lang="zh_CN").stdout.decode()


def test_show_sets_every_row_to_the_width_and_loses_nothing() -> None:
    narrow, wide = (run("show", "--all", "--width", width).stdout.decode() for width in ("24", "0"))
    assert "".join(narrow.split()) == "".join(wide.split())
    prose = [line for line in narrow.splitlines() if "  " not in line.strip()]
    assert len(prose) > 1000
    assert max(cell_width(line) for line in prose) <= 24 + 2
    paragraph = next(line for line in wide.splitlines() if line.startswith("    本报讯"))
    assert len(paragraph) > 100


def test_show_as_printed_undoes_what_was_rewritten() -> None:
    read, printed = (run("show", "001.1", "--width", "0", *more).stdout.decode() for more in ([], ["--printed"]))
    assert "现代化产业体系和加快" in read
    assert "现代化产业体系 and 加快" in printed


def test_show_all_names_each_article() -> None:
    done = run("show", "--all", "seeds")
    ids = re.findall(r"^\[(\d{3}_\w+\.\d+)\]$", done.stdout.decode(), re.MULTILINE)
    assert len(ids) == len(set(ids)) > 30


def test_the_app_is_given_the_settings_and_what_is_wrong_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, str]] = []

    def app(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
        given.extend((settings.theme, fault) for fault in faults)
        return 7

    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.toml").write_text('theme = "green"\nwidth = 1\n', "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert [main(words, app) for words in ([], ["--theme", "paper"], ["--theme", "show"])] == [7, 7, 7]
    assert [theme for theme, _fault in given] == ["green", "paper", "show"]
    assert "width" in given[0][1]


@pytest.mark.parametrize("paths", [[], ["pages"], ["pages", "more"]])
def test_paths_alone_are_taken_as_the_parser_takes_them(paths: list[str]) -> None:
    assert vars(_only_paths(paths)) == {**vars(reader_parser().parse_args(paths)), "action": None}


def test_text_is_never_obeyed() -> None:
    page = "本报讯 昨日,\x1b[31m红色\x1b]52;c;aGk=\x07大会\u202e开幕,[bold]各界[/bold]参加。\n".encode()
    for arguments in (["show", "stdin.1", "-"], ["-"], ["export", "--no-marks", "-"]):
        done = run(*arguments, stdin=page)
        assert not set(done.stdout.decode()) & {"\x1b", "\x07", "\u202e"}
        assert "[bold]各界[/bold]" in done.stdout.decode().replace("\n", "") or "-" in arguments[:1]
    line = json.loads(run("export", "--no-marks", "-", stdin=page).stdout)
    assert "\x1b[31m" in line["articles"][0]["blocks"][0]["text"]


def test_doctor_says_which_tagger_finds_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--lang", "en"]) == 0
    said = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert said["reader"] == __version__
    assert said["names"] == "found by lac_small, the better tagger"
    assert {"Python", "textual", "numpy", "jieba", "terminal", "language"} <= set(said)


def test_doctor_says_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.annotate.tagger.missing", lambda: "No module named 'numpy'")
    assert main(["doctor", "--lang", "en"]) == 0
    assert "names: found by jieba's dictionary, less well: No module named 'numpy'\n" in capsys.readouterr().out


def test_doctor_adds_what_the_app_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--lang", "en"], findings=lambda: [("answer", "for\x1b[2J")]) == 0
    assert capsys.readouterr().out.endswith("\nanswer: for␛[2J\n")


@pytest.mark.parametrize(
    ("arguments", "cells"),
    [
        (["seeds"], 2),
        (["--ambiguous-width", "1", "seeds"], 1),
        (["--ambiguous-width=auto", "seeds"], None),
        # The word behind an option is no command.
        (["--lang", "en", "--ambiguous-width", "2", "seeds"], 2),
    ],
)
def test_the_command_line_comes_before_the_settings(
    arguments: list[str], cells: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.toml").write_text("ambiguous_width = 2\nmeasure = 44\nsize = 3\n", "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    opened: list[tuple[list[str], Settings, int]] = []

    def app(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
        opened.append((list(paths), settings, len(faults)))
        return 0

    assert main(arguments, app) == 0
    assert opened == [(["seeds"], Settings(ambiguous_width=cells, measure=44), 1)]
