from __future__ import annotations

import json

import pytest

from reader.model import RepairKind
from tests.parse.tables.table_reading import ROOT, tables_of, texts

SEEDS = {path.name[:3]: path for path in (ROOT / "seeds").glob("*.txt")}


def gold_tables(number: str) -> list[dict[str, object]]:
    page = json.loads((ROOT / "tests/gold" / f"{number}.json").read_text("utf-8"))
    found: list[dict[str, object]] = []
    for article in page["articles"]:
        if merged := article.get("merged"):
            found.append(merged)
        else:
            found += [
                {**table["unfolded"], "title": table["title"], "caption": table["caption"]}
                for table in article.get("tables") or ()
            ]
    return found


@pytest.mark.parametrize("number", sorted(SEEDS))
def test_the_tables_of_a_seed_page_are_those_of_its_gold(number: str) -> None:
    found = tables_of(SEEDS[number].read_text("utf-8-sig"))
    gold = gold_tables(number)
    assert [list(table.columns) for table in found] == [table["columns"] for table in gold]
    assert [texts(table) for table in found] == [table["rows"] for table in gold]
    assert [table.title and table.title.text for table in found] == [table["title"] for table in gold]
    assert [table.caption and table.caption.text for table in found] == [table["caption"] for table in gold]


def test_repairs_quote_what_the_two_pieces_print() -> None:
    (table,) = tables_of(SEEDS["000"].read_text("utf-8-sig"))
    notes = {repair.kind: repair.note for repair in table.repairs}
    assert "25" in notes[RepairKind.MERGE]
    assert "33" in notes[RepairKind.MERGE]
    assert "一次完成率" in notes[RepairKind.HEADER]
    assert "系统考评/延期率" in notes[RepairKind.HEADER]
    assert [len(piece.rows) for piece in table.pieces] == [25, 33]


def test_filled_cells_stand_nowhere_on_the_page() -> None:
    text = SEEDS["000"].read_text("utf-8-sig")
    (table,) = tables_of(text)
    first, second = table.rows[0][0], table.rows[1][0]
    assert first.text == second.text == "三县一市"
    assert first.span is not None
    assert text[slice(*first.span)] == "三县一市"
    assert second.span is None
