"""Limits: what is larger than they allow is bounded, nothing of it is lost, and it is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import limits
from reader.annotate.page import annotate_names, annotate_numbers
from reader.cli.main import main
from reader.limits import Limits
from reader.model import Page, RepairKind
from reader.parse.page import parse_page
from reader.settings import Settings, read_settings
from tests.archive.indexing import running, settle

TABLE = "\n".join(["全市各区县得分排名", "名次\t区县\t得分", *(f"{n}\t第{n}区\t{99 - n}.5" for n in range(1, 21))])
SAID = "10 rows left out, for the table has more cells than largest_table in config.toml"


@pytest.fixture(autouse=True)
def _limits_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_used", [])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("READER_LIMITS", raising=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    path = tmp_path / "pages" / "2023-09-01.txt"
    path.write_text(TABLE, "utf-8")
    return path


def configure(tmp_path: Path, text: str) -> None:
    (tmp_path / "config" / "reader").mkdir(parents=True, exist_ok=True)
    (tmp_path / "config" / "reader" / "config.toml").write_text(text, "utf-8")


def test_limits_are_settings(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("largest_file = 2\nlargest_table = 30\nnames_within = 500\n", "utf-8")
    settings, faults = read_settings(file)
    assert (settings.limits, faults) == (Limits(2, 30, 500), [])
    file.write_text('largest_file = 0\nlargest_table = true\nnames_within = "all"\n', "utf-8")
    settings, faults = read_settings(file)
    assert settings == Settings()
    assert settings.limits == limits.DEFAULT
    assert [fault.split()[1] for fault in faults] == ["largest_file", "largest_table", "names_within"]


def the_table_of(page: Page) -> int:
    (table,) = [table for article in page.articles for table in article.tables]
    return len(table.rows)


def test_of_a_table_too_large_the_first_rows_are_one_and_the_others_stay_on_the_page() -> None:
    assert the_table_of(parse_page(TABLE)) == 20
    limits.use(Limits(largest_table=33))
    page = parse_page(TABLE)
    assert the_table_of(page) == 10
    (repair,) = [repair for article in page.articles for repair in article.repairs if repair.kind is RepairKind.CUT]
    assert repair.note == SAID
    (last,) = [table.rows[-1][-1].span for article in page.articles for table in article.tables]
    assert last is not None
    assert max(number.end for number in annotate_numbers(page)) == last.end
    on_page = "".join(page.text[a:b] for a, b in sorted(page.spans))
    assert "".join(on_page.split()) == "".join(TABLE.split())


def test_a_limit_that_acts_is_said_by_commands(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(tmp_path, "largest_table = 33\n")
    assert main(["export", str(page)]) == 0
    told = capsys.readouterr()
    assert told.err == f"{page}: {SAID}\n"
    assert len(json.loads(told.out)["articles"][0]["tables"][0]["rows"]) == 10
    with page.open("ab") as file:
        file.write("。".encode() * 400_000)
    configure(tmp_path, "largest_file = 1\n")
    assert main(["export", str(page)]) == 3
    assert "it is larger than 1 MB (largest_file in config.toml)" in capsys.readouterr().err


def test_limits_hold_in_the_processes_that_parse(page: Path) -> None:
    limits.use(Limits(largest_table=33))
    with running(page.parent) as archive:
        settle(archive)
        parsed = archive.page(str(page))
        assert parsed is not None
        assert the_table_of(parsed) == 10
        assert [problem.reason for problem in archive.problems] == [SAID]
        assert all(problem.opened for problem in archive.problems)
    limits.use(Limits())
    with running(page.parent) as archive:
        # What was parsed within other limits is not taken for the whole.
        settle(archive)
        whole = archive.page(str(page))
        assert whole is not None
        assert the_table_of(whole) == 20
        assert archive.problems == []


def test_names_are_looked_for_in_the_beginning_of_a_page_only() -> None:
    for part in ("\n\n", ""):
        limits.use(Limits())
        text = f"本报讯 市委书记王强昨日到太原市调研。{part}" * 20
        everywhere = annotate_names(parse_page(text))
        limits.use(Limits(names_within=102))
        beginning = annotate_names(parse_page(text))
        assert beginning
        assert set(beginning) < set(everywhere)
        assert 80 < max(name.end for name in beginning) <= 102


def test_what_is_handed_to_a_process_is_what_it_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    limits.use(Limits(3, 40, 500))
    (variable,) = limits.environment().items()
    for told, taken in (
        (variable[1], Limits(3, 40, 500)),
        ("1,2,3,4", limits.DEFAULT),
        ("0,0,0", limits.DEFAULT),
        ("x", limits.DEFAULT),
    ):
        monkeypatch.setattr(limits, "_used", [])
        monkeypatch.setenv(variable[0], told)
        assert limits.limits() == taken
