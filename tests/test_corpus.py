"""Pages to issues, and articles by their ids."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.corpus import Corpus, UnknownArticleError, build, open_corpus
from reader.model import Article, Certainty, IssueDate, Page
from reader.parse.page import parse_page


def page(source: str, paper: str | None, day: str | None, number: int | None = None, *, printed: bool = True) -> Page:
    certainty = Certainty.PRINTED if printed else Certainty.INFERRED
    date = IssueDate(dt.date.fromisoformat(day), certainty, (day,)) if day else IssueDate()
    return Page(source, "", newspaper=paper, number=number, date=date)


def test_pages_of_one_paper_and_day_are_one_issue_newest_first_undated_last() -> None:
    corpus = build(
        [
            page("a", "甲报", "2020-01-01", 2),
            page("b", "乙报", "2021-01-01"),
            page("c", None, None),
            page("d", "甲报", "2020-01-01", 1),
            page("e", "甲报", "2021-01-01"),
        ]
    )
    found = [(issue.newspaper, str(issue.date.value), [one.source for one in issue.pages]) for issue in corpus.issues]
    assert found == [
        ("乙报", "2021-01-01", ["b"]),
        ("甲报", "2021-01-01", ["e"]),
        ("甲报", "2020-01-01", ["d", "a"]),
        (None, "None", ["c"]),
    ]


def test_a_printed_date_settles_it_for_the_whole_issue() -> None:
    corpus = build([page("a", "甲报", "2020-01-01", printed=False), page("b", "甲报", "2020-01-01")])
    assert corpus.issues[0].date.certainty is Certainty.PRINTED
    inferred = build([page("a", "甲报", "2020-01-01", printed=False)])
    assert inferred.issues[0].date.certainty is Certainty.INFERRED


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    return open_corpus()


def test_without_a_path_the_seeds_are_opened(seeds: Corpus) -> None:
    assert [str(issue.date.value) for issue in seeds.issues] == [
        "2025-01-07",
        "2024-03-27",
        "2023-10-31",
        "2023-09-05",
        "2022-10-13",
    ]
    assert all(seeds.page_of(article).source for article in seeds.articles)


def test_an_article_is_found_by_the_beginning_of_its_id(seeds: Corpus) -> None:
    article = seeds.find("003.8")
    assert article.id == "003_c60ba403b0f19602.8"
    assert seeds.find(article.id) is article
    assert article.headline == "撑起井下“安全天”"


@pytest.mark.parametrize(("wanted", "candidates"), [("999.1", 0), ("00.1", 5), ("003", 0), ("", 0)])
def test_an_id_nobody_or_several_answer_to(seeds: Corpus, wanted: str, candidates: int) -> None:
    with pytest.raises(UnknownArticleError) as error:
        seeds.find(wanted)
    assert len(error.value.candidates) == candidates


def test_an_article_of_another_corpus_has_no_page_here(seeds: Corpus) -> None:
    other: Article = parse_page("通知\n\n因检修,明日停水。\n").articles[0]
    with pytest.raises(KeyError):
        seeds.page_of(other)


def test_what_cannot_be_opened_is_listed(tmp_path: Path) -> None:
    corpus = open_corpus([str(tmp_path / "missing.txt")])
    assert corpus.issues == ()
    assert [problem.path for problem in corpus.problems] == [str(tmp_path / "missing.txt")]
