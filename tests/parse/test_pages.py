"""The parse of pages from other cities, invented and annotated by people who had not seen the parser."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.export.jsonl import page_line
from reader.model import Annotations
from reader.parse.page import parse_page
from tests.parse.test_gold import score

TESTS = Path(__file__).parent.parent

# As seen when they were last raised. The pages have been looked at since; what they were read with before stands in
# their READMEs, and is what a page nobody here has seen is read with.
FLOORS = {
    "pages": {
        "article": 0.99,
        "heading (all of it)": 1.0,
        "label": 1.0,
        "kind": 0.99,
        "date": 1.0,
        "continued_from": 1.0,
        "byline": 1.0,
        "paragraph": 0.99,
        "crosshead": 1.0,
        "caption": 1.0,
        "note": 1.0,
        "reading order": 0.98,
        "table row": 1.0,
        "table (all rows)": 1.0,
        "table column": 1.0,
        "coverage": 1.0,
    },
    "pages2": {
        "article": 0.90,
        "heading (all of it)": 0.94,
        "label": 0.90,
        "kind": 0.94,
        "date": 1.0,
        "continued_from": 1.0,
        "byline": 0.95,
        "paragraph": 0.94,
        "crosshead": 0.86,
        "caption": 1.0,
        "note": 1.0,
        "reading order": 0.92,
        "table row": 1.0,
        "table (all rows)": 1.0,
        "table column": 1.0,
        "coverage": 1.0,
    },
    "pages3": {
        "article": 0.96,
        "heading (all of it)": 1.0,
        "label": 0.94,
        "kind": 0.94,
        "date": 1.0,
        "continued_from": 1.0,
        "byline": 1.0,
        "paragraph": 1.0,
        "crosshead": 1.0,
        "caption": 1.0,
        "note": 0.88,
        "reading order": 0.97,
        "table row": 1.0,
        "table (all rows)": 1.0,
        "table column": 1.0,
        "coverage": 1.0,
    },
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for name in FLOORS:
        folder = tmp_path_factory.mktemp(name)
        lines = []
        for path in sorted((TESTS / name).glob("*.txt")):
            text = path.read_text("utf-8-sig")
            (folder / path.name).write_text(text, "utf-8")
            lines.append(page_line(parse_page(text, path.name), Annotations()))
        assert len(lines) >= 4
        found[name] = score(lines, TESTS / name, folder)
    return found


@pytest.mark.parametrize(
    ("pages", "field", "floor"), [(pages, *one) for pages, floors in FLOORS.items() for one in floors.items()]
)
def test_pages_against_gold(scores: dict[str, dict[str, float]], pages: str, field: str, floor: float) -> None:
    assert scores[pages][field] >= floor
