"""Searching, listing names and looking after the cache from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.archive import gathering
from reader.archive.archive import Archive
from reader.archive.cachefolder import collection_folder
from reader.cli.hits import cut, merged
from reader.cli.main import main
from reader.search.occurrences import folded
from reader.typeset.width import cell_width

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it, for the processes of a test too."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # Processes that are started must find this package, and no other that may be installed.
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path / "cache" / "reader"


@pytest.fixture
def run(cache: Path) -> Run:
    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "LANGUAGE": "en", "COLUMNS": "100"}
        return subprocess.run(
            [sys.executable, "-m", "reader", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            env=environment,
            timeout=60,
        )

    return run


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", ["search", "太原", "--limit", "8"]),
        ("search_relevant", ["search", "太原", "--order", "relevant", "--limit", "5"]),
        ("search_context", ["search", "供暖|供热", "--limit", "3", "-C", "1"]),
        ("search_count", ["search", "太原", "--count"]),
        ("search_jsonl", ["search", "题:太原", "seeds", "--format", "jsonl"]),
        ("help_search", ["search", "--help"]),
        ("help_names", ["names", "--help"]),
    ],
)
def test_golden_output(name: str, arguments: list[str], run: Run, request: pytest.FixtureRequest) -> None:
    done = run(*arguments)
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()
    assert (done.returncode, done.stderr) == (0, b"")


def test_exit_codes_of_a_search(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("通知\n\n因检修,明日停水。\n\n市自来水公司\n2020年7月9日\n", "utf-8")
    assert run("search", "停水", str(page)).returncode == 0
    nothing = run("search", "停电", str(page))
    assert (nothing.returncode, nothing.stdout) == (1, b"")
    assert nothing.stderr
    lost = run("search", "停水", str(page), str(tmp_path / "missing.txt"))
    assert lost.returncode == 3
    assert b"missing.txt" in lost.stderr
    assert "〔停水〕".encode() in lost.stdout
    assert run("search").returncode == 2


@pytest.mark.parametrize(
    ("query", "before", "about"), [("太原 人:", 5, 3), ("ab |", 3, 1), ("太原 >x", 6, 1), ("-医院", 0, 5)]
)
def test_a_wrong_query_is_underlined_in_cells(
    query: str, before: int, about: int, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "--lang", "en", "--", query]) == 2
    said = capsys.readouterr()
    message, shown, marks = said.err.splitlines()
    assert (message != "", shown, marks) == (True, "  " + query, "  " + " " * before + "^" * about)
    assert said.out == ""
    assert not cache.exists()


def test_lines_of_json_hold_the_places_of_every_hit_in_the_page_text(run: Run, seed_texts: dict[str, str]) -> None:
    done = run("search", "太原|发展|10", "seeds", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    texts = {Path(path).name: text for path, text in seed_texts.items()}
    assert len(lines) > 20
    found: set[str] = set()
    for line in lines:
        text = texts[Path(line["source"]).name]
        assert line["hits"] == sorted(line["hits"])
        assert line["hits"]
        hits = {folded("".join(text[start:end].split())) for start, end in line["hits"]}
        snippet = line["snippet"]
        hits |= {folded(snippet["text"][start:end]) for start, end in snippet["hits"]}
        assert hits <= {"太原", "发展", "10"}
        found |= hits
        assert line["schema"] == 1
        assert line["zone"] in {"headline", "headings", "lede", "body", "table"}
    assert found == {"太原", "发展", "10"}


def test_context_prints_more_passages_the_more_is_asked_for(run: Run) -> None:
    lines = [len(run("search", "供暖|供热", "--limit", "2", "-C", str(n)).stdout.splitlines()) for n in (0, 1, 3)]
    assert lines[0] < lines[1] < lines[2]
    only = run("search", "太原", "--limit", "3", "-C", "0").stdout.decode().splitlines()
    assert all("〔太原〕" in line for line in only if line.startswith("    ") and line.strip() != "⋯")


def test_a_snippet_is_cut_around_its_hit() -> None:
    from reader.cli.hits import _Line

    text = "一" * 200 + "太原" + "二" * 200
    shown = cut(_Line(text, [(200, 202)]), 200, 60)
    assert cell_width(shown.text) <= 60
    assert [shown.text[start:end] for start, end in shown.hits] == ["太原"]
    assert (shown.text[0], shown.text[-1]) == ("…", "…")
    assert merged([(0, 2), (1, 3), (3, 4)]) == [(0, 3), (3, 4)]


def test_what_was_parsed_is_not_parsed_again(cache: Path, tmp_path: Path, run: Run) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.txt").write_text(f"本报讯 昨日,第{number}号桥通车。\n", "utf-8")
    assert run("search", "通车", str(pages)).returncode == 0
    folder = collection_folder([str(pages)])
    kept = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pages")}
    assert kept
    assert run("search", "通车", str(pages)).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pages")} == kept


def test_a_damaged_cache_is_parsed_again_before_anything_is_told(cache: Path, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "page.txt"
    page.write_text("本报讯 昨日,三号桥通车。\n", "utf-8")
    first = run("search", "通车", str(page))
    (segment,) = collection_folder([str(page)]).glob("*.pages")
    data = bytearray(segment.read_bytes())
    data[-40:] = bytes(40)
    at = data.find("通车".encode())
    data[at : at + 3] = "停".encode()
    segment.write_bytes(data)
    again = run("search", "通车", str(page))
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert b"damaged" in again.stderr


def test_without_a_cache_that_can_be_written_all_is_found_and_it_is_said(cache: Path, run: Run) -> None:
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be")
    for _time in range(2):
        done = run("search", "太原", "seeds", "--count")
        assert done.returncode == 0
        assert done.stdout.startswith(b"25 articles")
        assert b"cache" in done.stderr


def test_when_the_process_ends_early_the_pages_are_parsed_here(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    archive = gathering.gather([str(ROOT / "seeds")])
    assert archive.snapshot.pages == 5


def test_all_has_come_when_gathering_ends(cache: Path) -> None:
    steps: list[tuple[gathering.Step, int, int]] = []
    archive = gathering.gather([str(ROOT / "seeds")], names=True, tell=lambda *step: steps.append(step))
    assert isinstance(archive, Archive)
    assert archive.snapshot.pages == 5
    assert not any(issue.waiting for issue in archive.snapshot.issues)
    assert len({digest for segment in archive.names for digest in segment.digests}) == 5
    assert all(0 <= done <= total <= 5 for _step, done, total in steps)


def test_standard_input_is_searched_and_not_kept(cache: Path, run: Run) -> None:
    done = run("search", "人:张伟", "-", stdin="本报讯 9月4日,太原市财政局拨付资金。(张伟)\n".encode())
    assert (done.returncode, done.stdout.decode().count("stdin.1")) == (0, 1)
    assert not cache.exists()


def test_names_are_counted(run: Run) -> None:
    done = run("names", "seeds", "--format", "jsonl", "--min", "3")
    names = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    by_name = {(one["name"], one["type"]): one for one in names}
    assert by_name["太原", "LOC"]["articles"] > 5
    assert by_name["太原", "LOC"]["first"] < by_name["太原", "LOC"]["last"]
    assert [one["mentions"] for one in names] == sorted((one["mentions"] for one in names), reverse=True)
    assert min(one["mentions"] for one in names) == 3
    assert all(1 <= one["articles"] <= one["mentions"] for one in names)
    persons = run("names", "seeds", "--type", "person", "--limit", "2").stdout.decode().splitlines()
    assert len(persons) == 3
    assert all(" person " in line for line in persons[1:])
    assert run("names", "seeds", "--min", "99999").returncode == 1


def test_the_cache_is_listed_and_deleted(cache: Path, run: Run) -> None:
    assert b"Nothing is kept there." in run("cache", "info").stdout
    run("search", "太原", "seeds")
    listed = run("cache", "info").stdout.decode()
    assert str(ROOT / "seeds") in listed
    assert " kB in all" in listed
    cleared = run("cache", "clear").stdout.decode()
    assert cleared.endswith("B deleted\n")
    assert not cleared.startswith("0 B")
    assert list(cache.iterdir()) == []
    assert run("cache", "clear").stdout == b"0 B deleted\n"
    assert run("cache").returncode == 2
