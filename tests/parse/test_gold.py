"""The seed pages, and pages from other cities annotated by people who had not seen the parser, against their
annotation, by the scorer the project is measured with."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reader.parse.fold import fold
from tests.scoring import floors, score_set

_WIDE = {sign: chr(ord(sign) + 0xFEE0) for sign in ",;:!?()"}


@pytest.mark.parametrize("name", floors())
def test_scores_are_at_their_floors(name: str) -> None:
    scores = score_set(name)
    assert {field: scores[field] for field, floor in floors()[name].items() if scores[field] < floor} == {}


def _without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _all_apart(text: str) -> str:
    return _without_blank_lines(text).replace("\n", "\n\n")


def _full_width(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])", lambda sign: _WIDE[sign[0]], text)


@pytest.mark.parametrize(
    ("change", "articles", "headings", "paragraphs"),
    [
        (fold, 1.0, 1.0, 1.0),
        (_full_width, 1.0, 1.0, 1.0),
        (_without_blank_lines, 1.0, 0.97, 1.0),
        (_all_apart, 0.97, 1.0, 1.0),
    ],
)
def test_page_set_in_another_way_reads_the_same(
    change: Callable[[str], str], articles: float, headings: float, paragraphs: float
) -> None:
    """The signs in one width or the other, the blank lines gone or doubled: what OCR engines differ in."""
    scores = score_set("seeds", change)
    assert scores["article"] >= articles
    assert scores["heading (all of it)"] >= headings
    assert scores["paragraph"] >= paragraphs
    assert scores["table row"] == scores["table column"] == 1.0
