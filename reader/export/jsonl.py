"""The JSON lines contract: one page a line. `SCHEMA` changes only when a field changes its meaning or goes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isfinite
from typing import Any

from reader.gate import visible
from reader.model import Annotations, Article, Block, BlockKind, Interval, Number, Page, Table, TablePiece

SCHEMA = 1

Json = dict[str, Any]


def page_line(page: Page, marks: Annotations) -> str:
    """The page as one line of JSON, without the line end."""
    return ascii_where_unsafe(page_object(page, marks))


def page_object(page: Page, marks: Annotations) -> Json:
    return {
        "schema": SCHEMA,
        "source": page.source,
        "encoding": page.encoding,
        "newspaper": page.newspaper,
        "page": page.number,
        "date": page.date.value.isoformat() if page.date.value else None,
        "date_certainty": page.date.certainty,
        "date_evidence": list(page.date.evidence),
        "spans": [list(span) for span in page.spans],
        "articles": [_article(article) for article in page.articles],
        "entities": [
            {"start": one.start, "end": one.end, "text": one.text, "type": one.type} for one in marks.entities
        ],
        "numbers": [
            {
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "type": one.type,
                "value": _value(one),
                "unit": one.unit,
            }
            for one in marks.numbers
        ],
    }


def _value(number: Number) -> Json | float | int | str | None:
    """Both bounds of a range, everything else as it is; null for what is beyond all floats, which JSON cannot say."""
    if isinstance(number.value, Interval):
        return {"from": _finite(number.value.low), "to": _finite(number.value.high)}
    return _finite(number.value)


def _finite(value: float | int | str | None) -> float | int | str | None:
    return None if isinstance(value, float) and not isfinite(value) else value


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "kind": article.kind,
        "label": article.label,
        "group": article.group,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "dateline": article.dateline,
        "continued_from": article.continued_from,
        "bylines": [{"name": name, "role": role} for name, role in article.bylines],
        "blocks": [_block(block) for block in article.blocks],
        "tables": [_table(table) for table in article.tables],
        "repairs": [{"kind": repair.kind, "note": repair.note} for repair in article.repairs],
    }


def _block(block: Block) -> Json:
    fields: Json = {"type": block.kind, "text": block.text, "spans": [list(span) for span in block.spans]}
    if block.kind is BlockKind.CAPTION:
        fields["credit"] = list(block.credit)
    if block.table is not None:
        fields["table"] = block.table
    return fields


def _table(table: Table) -> Json:
    return {
        "title": table.title.text if table.title else None,
        "caption": table.caption.text if table.caption else None,
        "columns": list(table.columns),
        "rows": [[cell.text for cell in row] for row in table.rows],
        "pieces": [_piece(piece) for piece in table.pieces],
    }


def _piece(piece: TablePiece) -> Json:
    return {"columns": list(piece.columns), "rows": [[cell.text for cell in row] for row in piece.rows]}


def ascii_where_unsafe(value: Json | Sequence[Any]) -> str:
    """`value` as one line of JSON that any terminal may show and any encoder can write.

    What a terminal could obey, what hides, and lone surrogates stand as u-escapes: the same data to a JSON reader.
    """
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    shown = visible(line)
    if shown == line:
        return line
    return "".join(mark if mark == safe else json.dumps(mark)[1:-1] for mark, safe in zip(line, shown, strict=True))
