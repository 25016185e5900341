"""That archives to measure with are always the same, and are read as the seed pages are."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from reader.corpus import Corpus, open_corpus
from reader.model import Role
from tests.bench import ripgrep
from tests.bench.archives import archive, page_path, paths
from tests.bench.filling import PAPERS, chosen, headlines_of, issue_of, page_text
from tests.bench.queries import typed_sequences

PAGES = 24
"""An issue of each paper."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(PAGES, tmp_path_factory.mktemp("archive") / "pages")


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return open_corpus([str(folder)])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.txt")}


def test_another_process_makes_the_same_pages(folder: Path) -> None:
    code = f"from tests.bench import filling; print(filling.page_text({PAGES - 1}), end='')"
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    )
    assert made.stdout == (folder / page_path(PAGES - 1)).read_bytes()


def test_a_larger_archive_begins_with_the_smaller_one(folder: Path, tmp_path: Path) -> None:
    grown = archive(8, tmp_path / "pages")
    assert len(contents(grown)) == 8
    archive(PAGES, grown)
    assert contents(grown) == contents(folder)
    assert [path.read_bytes() for path in paths(folder)] == [page_text(number).encode() for number in range(PAGES)]


def test_a_finished_archive_is_left_alone(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in paths(folder)}
    assert len(before) == PAGES
    archive(PAGES, folder)
    assert {path: path.stat().st_mtime_ns for path in paths(folder)} == before


def test_nothing_else_is_written_over(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        archive(PAGES - 1, folder)
    (tmp_path / "mine.txt").write_text("本报讯", "utf-8")
    with pytest.raises(FileExistsError):
        archive(1, tmp_path)


def test_pages_are_as_large_as_the_seeds(folder: Path) -> None:
    sizes = [len(data) for data in contents(folder).values()]
    assert 16_500 < sum(sizes) / PAGES < 18_500


def test_issues_are_found(corpus: Corpus) -> None:
    assert not corpus.problems
    found = {(issue.newspaper, issue.date.value): [page.number for page in issue.pages] for issue in corpus.issues}
    wanted = {(PAPERS[paper], day) for paper, day, _ in map(issue_of, range(0, PAGES, 8))}
    assert found == {issue: [*range(1, 9)] for issue in wanted}


def test_articles_headlines_and_tables_are_found(folder: Path, corpus: Corpus) -> None:
    units = [unit for number in range(PAGES) for unit in chosen(number)]
    articles = sum(unit.articles for unit in units)
    assert articles > 6 * PAGES
    assert 0.95 * articles < len(list(corpus.articles)) < 1.1 * articles
    assert sum(len(article.tables) for article in corpus.articles) >= sum(unit.tables for unit in units) > 0
    pages = {page.source: page for page in corpus.pages}
    printed = found = 0
    for number in range(PAGES):
        page = pages[str(folder / page_path(number))]
        parts = [part for article in page.articles for part in article.parts if part.role is Role.HEADLINE]
        begun = {page.text[page.text.rfind("\n", 0, part.spans[0].start) + 1 :].split("\n", 1)[0] for part in parts}
        printed += len(headlines_of(number))
        found += sum(line in begun for line in headlines_of(number))
    assert found > 0.9 * printed > 6 * PAGES * 0.9


def test_queries_are_typed_sign_by_sign(folder: Path) -> None:
    sequences = typed_sequences(folder, 30)
    assert sequences == typed_sequences(folder, 30)
    assert len(sequences) == 30
    for sequence in sequences:
        assert len(sequence[0]) == 1
        assert all(longer[:-1] == shorter for shorter, longer in pairwise(sequence))
    texts = [path.read_text("utf-8") for path in paths(folder)]
    pages = Counter({query: sum(query in text for text in texts) for query in (one[-1] for one in sequences)})
    assert min(pages.values()) == 0
    assert sum(count > 0 for count in pages.values()) > len(pages) / 2


def test_ripgrep_names_the_pages(folder: Path) -> None:
    run = ripgrep.run("本报讯", folder)
    if run is None:
        pytest.skip("rg is not installed")
    assert run.files == sum("本报讯".encode() in path.read_bytes() for path in paths(folder))
    assert run.seconds > 0


def test_ripgrep_may_be_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert ripgrep.run("本报讯", folder) is None
    assert ripgrep.measured("本报讯", folder) is None
