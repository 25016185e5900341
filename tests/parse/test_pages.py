"""The parse of pages from other cities, invented and annotated by people who had not seen the parser (tests/pages)."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.export.jsonl import page_line
from reader.model import Annotations
from reader.parse.page import parse_page
from tests.parse.test_gold import score

PAGES = Path(__file__).parent.parent / "pages"

# As seen when they were last raised. The pages have been looked at since: what a page nobody here has seen is read with
# is less, see the README of the pages.
FLOORS = {
    "article": 0.99,
    "heading (all of it)": 1.0,
    "label": 1.0,
    "kind": 0.99,
    "date": 1.0,
    "continued_from": 1.0,
    "byline": 1.0,
    "paragraph": 0.99,
    "crosshead": 0.96,
    "caption": 1.0,
    "note": 0.98,
    "reading order": 0.98,
    "table row": 1.0,
    "table (all rows)": 1.0,
    "table column": 1.0,
    "coverage": 1.0,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("pages")
    lines = []
    for path in sorted(PAGES.glob("*.txt")):
        text = path.read_text("utf-8-sig")
        (folder / path.name).write_text(text, "utf-8")
        lines.append(page_line(parse_page(text, path.name), Annotations()))
    assert len(lines) >= 7
    return score(lines, PAGES, folder)


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_pages_against_gold(scores: dict[str, float], field: str, floor: float) -> None:
    assert scores[field] >= floor
