"""A parsed page as plain lists and back, for the cache: JSON, which holds nothing that can be executed.

Passages are kept as spans only, since their text is that of the page; what is not printed as it reads is kept too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Byline,
    Cell,
    Certainty,
    IssueDate,
    Page,
    Part,
    Repair,
    RepairKind,
    Role,
    Span,
    Table,
    TablePiece,
)

Plain = list[Any]


def plain_page(page: Page) -> Plain:
    """Lists, strings and numbers that `page_from` makes the same page of."""
    date = page.date
    return [
        page.source,
        page.text,
        page.encoding,
        page.newspaper,
        page.number,
        [date.value.isoformat() if date.value else None, date.certainty, list(date.evidence)],
        [_article(article, page.text) for article in page.articles],
        [_part(part) for part in page.furniture],
    ]


def page_from(plain: Plain) -> Page:
    """The page of which `plain_page` made this. Raises `ValueError`, `TypeError` or `LookupError` for anything else."""
    source, text, encoding, newspaper, number, (day, certainty, evidence), articles, furniture = plain
    value = dt.date.fromisoformat(day) if day else None
    date = IssueDate(value, Certainty(certainty) if certainty else None, tuple(evidence))
    return Page(
        source,
        text,
        encoding,
        newspaper,
        number,
        date,
        tuple(_article_from(one, text) for one in articles),
        tuple(_part_from(one, text) for one in furniture),
    )


def _article(article: Article, text: str) -> Plain:
    return [
        article.id,
        article.kind,
        [_part(part) for part in article.parts],
        [_block(block) for block in article.blocks],
        [_table(table, text) for table in article.tables],
        [list(byline) for byline in article.bylines],
        article.label,
        article.group,
        article.continued_from,
        _repairs(article.repairs),
    ]


def _article_from(plain: Plain, text: str) -> Article:
    name, kind, parts, blocks, tables, bylines, label, group, continued_from, repairs = plain
    return Article(
        name,
        ArticleKind(kind),
        tuple(_part_from(one, text) for one in parts),
        tuple(_block_from(one, text) for one in blocks),
        tuple(_table_from(one, text) for one in tables),
        tuple(Byline(*one) for one in bylines),
        label,
        group,
        continued_from,
        _repairs_from(repairs),
    )


def _flat(spans: Iterable[Span]) -> list[int]:
    return [offset for span in spans for offset in span]


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(map(Span, flat[::2], flat[1::2]))


def _part(part: Part) -> Plain:
    return [part.role, _flat(part.spans), part.joiner]


def _part_from(plain: Plain, text: str) -> Part:
    role, flat, joiner = plain
    spans = _spans(flat)
    return Part(_read(text, spans, joiner), spans, joiner, Role(role))


def _block(block: Block) -> Plain:
    return [block.kind, _flat(block.spans), block.joiner, list(block.credit), block.table]


def _block_from(plain: Plain, text: str) -> Block:
    kind, flat, joiner, credit, table = plain
    spans = _spans(flat)
    printed = "" if kind == BlockKind.TABLE else _read(text, spans, joiner)
    return Block(printed, spans, joiner, BlockKind(kind), tuple(credit), table)


def _read(text: str, spans: Sequence[Span], joiner: str) -> str:
    """What `Passage` promises of its text."""
    if len(spans) == 1:
        return text[spans[0].start : spans[0].end]
    return joiner.join([text[start:end] for start, end in spans])


def _table(table: Table, text: str) -> Plain:
    return [
        table.title and _part(table.title),
        table.caption and _part(table.caption),
        list(table.columns),
        _rows(table.rows, text),
        [[list(piece.columns), _rows(piece.rows, text), _flat(piece.spans)] for piece in table.pieces],
        sorted(table.ragged),
        sorted(table.summary),
        _repairs(table.repairs),
    ]


def _table_from(plain: Plain, text: str) -> Table:
    title, caption, columns, rows, pieces, ragged, summary, repairs = plain
    return Table(
        _part_from(title, text) if title else None,
        _part_from(caption, text) if caption else None,
        tuple(columns),
        _rows_from(rows, text),
        tuple(TablePiece(tuple(names), _rows_from(printed, text), _spans(flat)) for names, printed, flat in pieces),
        frozenset(ragged),
        frozenset(summary),
        _repairs_from(repairs),
    )


def _rows(rows: Iterable[Sequence[Cell]], text: str) -> Plain:
    """A cell that is printed as it reads is its span; another its text, with its span where it has one."""
    return [
        [
            cell.text
            if cell.span is None
            else list(cell.span)
            if text[cell.span.start : cell.span.end] == cell.text
            else [cell.span.start, cell.span.end, cell.text]
            for cell in row
        ]
        for row in rows
    ]


def _rows_from(rows: Plain, text: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(_cell_from(one, text) for one in row) for row in rows)


def _cell_from(plain: str | Plain, text: str) -> Cell:
    if isinstance(plain, str):
        return Cell(plain)
    start, end = plain[0], plain[1]
    return Cell(plain[2] if len(plain) > 2 else text[start:end], Span(start, end))


def _repairs(repairs: Iterable[Repair]) -> Plain:
    return [list(repair) for repair in repairs]


def _repairs_from(plain: Plain) -> tuple[Repair, ...]:
    return tuple(Repair(RepairKind(kind), note) for kind, note in plain)
