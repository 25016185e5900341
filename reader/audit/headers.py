"""One column, two names: pieces of a table whose headers do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from reader.audit.model import Finding, Kind, Severity
from reader.i18n import _
from reader.model import Page, Span, Table, TablePiece
from reader.parse.tables.vocabulary import bare_name


def headers(page: Page, article: str, index: int, table: Table) -> Iterator[Finding]:
    """Columns that a later piece of `table` names otherwise than the first. Nothing is said of names left out."""
    first = table.pieces[0] if table.pieces else None
    for piece in table.pieces[1:]:
        if first is None or len(piece.columns) != len(first.columns):
            continue
        for column, (one, other) in enumerate(zip(first.columns, piece.columns, strict=True)):
            here, there = other.rsplit("/", 1)[-1], one.rsplit("/", 1)[-1]
            if not here or not there or _same(here, there):
                continue
            span = _place(page.text, piece, here)
            if span is None:
                continue
            note = _("column {number} is headed {first} in one piece of the table and {second} in another").format(
                number=column + 1, first=there, second=here
            )
            kinds = (Kind.HEADER,)
            yield Finding(
                article,
                Severity.CERTAIN,
                Kind.HEADER,
                page.text[span.start : span.end],
                there,
                note,
                span,
                kinds,
                index,
                None,
                column,
            )


def _same(one: str, other: str) -> bool:
    one, other = bare_name(one), bare_name(other)
    return one == other or one in other or other in one


def _place(text: str, piece: TablePiece, name: str) -> Span | None:
    """Where `name` is printed above the first cell of the piece."""
    cells = [cell.span.start for row in piece.rows for cell in row if cell.span]
    end = min(cells, default=piece.spans[-1].end if piece.spans else 0)
    for span in piece.spans:
        at = text.find(name, span.start, min(span.end, max(end, span.start)))
        if at >= 0:
            return Span(at, at + len(name))
    return None
