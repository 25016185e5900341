"""The parse of the seed pages against their hand-made annotation, by the scorer the project is measured with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.export.jsonl import page_line
from reader.model import Annotations
from reader.parse.page import parse_page

GOLD = Path(__file__).parent.parent / "gold"

# Figures seen when they were last raised; a change may raise them, never lower them.
FLOORS = {
    "article": 1.0,
    "heading (all of it)": 1.0,
    "headline": 1.0,
    "kicker": 1.0,
    "deck": 1.0,
    "label": 1.0,
    "kind": 1.0,
    "date": 1.0,
    "continued_from": 1.0,
    "byline": 1.0,
    "paragraph": 1.0,
    "crosshead": 1.0,
    "caption": 1.0,
    "note": 1.0,
    "reading order": 1.0,
    "table row": 1.0,
    "table (all rows)": 1.0,
    "table column": 1.0,
    "coverage": 1.0,
}


def score(lines: list[str], gold: Path, folder: Path) -> dict[str, float]:
    """F1 by field, from the scorer itself."""
    export = folder / "export.jsonl"
    export.write_text("\n".join(lines), "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            str(GOLD / "score.py"),
            str(export),
            "--gold",
            str(gold),
            "--pages",
            str(folder),
            "--json",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: row["f1"] for name, row in json.loads(run.stdout)["scores"].items()}


@pytest.fixture(scope="module")
def scores(seed_texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("gold")
    lines = []
    for path, text in seed_texts.items():
        (folder / Path(path).name).write_text(text, "utf-8")
        lines.append(page_line(parse_page(text, path), Annotations()))
    return score(lines, GOLD, folder)


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_seeds_against_gold(scores: dict[str, float], field: str, floor: float) -> None:
    assert scores[field] >= floor
