"""From a draft to an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.model import Article, Block, BlockKind, Part, Role, Span, Table
from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.headings import label_parts, split_heading
from reader.parse.jumps import page_named
from reader.parse.kinds import kind_of
from reader.parse.lines import Layout, Line
from reader.parse.order import reading_order
from reader.parse.rejoin import paragraphs
from reader.parse.tables import PrintedTable, logical_tables
from reader.parse.tokens import Token, TokenKind

_NOTES = frozenset({TokenKind.NOTE, TokenKind.SIGNATURE, TokenKind.DAY})


@dataclass(frozen=True, slots=True)
class PageText:
    """What every step of the parse looks things up in: the text, its folded form, its lines, its printed tables."""

    text: str
    folded: str
    lines: Sequence[Line]
    """Lines of the folded text."""
    printed: Sequence[Line]
    """The same lines of the text itself."""
    tables: Sequence[PrintedTable]
    layout: Layout


def compose(draft: Draft, page: PageText, article_id: str) -> Article:
    """One article. Each token of the draft ends in exactly one part, block or table of it."""
    text = page.text
    parts = split_heading(
        draft.heads,
        page.lines,
        text,
        parted=page.layout.parted,
        telling=page.layout.telling,
        notice=draft.notice,
        photo=draft.photo,
        commentary=draft.signed_above,
    )
    for token in draft.labels_after:
        parts += label_parts(token.span, text)
    for tokens, role in (
        (draft.datelines, Role.DATELINE),
        (draft.bylines, Role.BYLINE),
        (draft.credits, Role.CREDIT),
        (draft.jumps, Role.JUMP_LINE),
    ):
        parts += [Part(text[a:b], (Span(a, b),), role=role) for a, b in (token.span for token in tokens)]
    body, repairs = reading_order(draft, page.folded, text)
    if not parts and body and body[0].kind is TokenKind.TABLE:
        page, title = _without_title(page, body[0].table)
        parts += title
    tables, places = _tables(body, page)
    groups, rejoined = paragraphs(body, page.folded, text)
    blocks = _blocks(draft, groups, page, places, tables)
    bylines = tuple(name for token in (*draft.bylines, *draft.credits) for name in token.names)
    lede = next((page.folded[slice(*block.spans[0])] for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    return Article(
        id=article_id,
        kind=kind_of(draft, parts, bylines, lede),
        parts=tuple(sorted(parts, key=lambda part: part.spans[0])),
        blocks=tuple(blocks),
        tables=tuple(tables),
        bylines=tuple(dict.fromkeys(bylines)),
        label=next((part.text for part in parts if part.role is Role.LABEL), None),
        continued_from=_continued_from(draft, page.folded),
        repairs=(*repairs, *rejoined, *(repair for table in tables for repair in table.repairs)),
    )


def _without_title(page: PageText, number: int) -> tuple[PageText, list[Part]]:
    """A table that is all of an article gives its title for a headline."""
    table = page.tables[number]
    spans = tuple(page.lines[index].span for index in table.title)
    if not spans:
        return page, []
    tables = [*page.tables[:number], replace(table, title=()), *page.tables[number + 1 :]]
    headline = Part(" ".join(page.text[a:b] for a, b in spans), spans, " ", role=Role.HEADLINE)
    return replace(page, tables=tables), [headline]


def _continued_from(draft: Draft, folded: str) -> str | None:
    for token in draft.jumps:
        if token.kind is TokenKind.JUMP_FROM:
            printed = folded[slice(*token.span)]
            return page_named(printed) or printed.strip("()[] ")
    return None


def _tables(body: Sequence[Token], page: PageText) -> tuple[list[Table], dict[int, int]]:
    """The logical tables of an article, and for each of its printed tables the index of the logical one it begins.

    A piece that goes on with an earlier table has no place of its own.
    """
    numbers = [token.table for token in body if token.kind is TokenKind.TABLE]
    if not numbers:
        return [], {}
    logical = logical_tables(page.text, page.printed, [page.tables[number] for number in numbers])
    places = {numbers[one.members[0]]: index for index, one in enumerate(logical)}
    return [one.table for one in logical], places


def _blocks(
    draft: Draft, groups: Sequence[Sequence[Token]], page: PageText, places: Mapping[int, int], tables: list[Table]
) -> list[Block]:
    blocks: list[Block] = []
    credit = tuple(name for token in draft.credits for name, _ in token.names)
    in_remarks = False
    crosshead: list[Token] = []

    def close_crosshead() -> None:
        if crosshead:
            spans = tuple(token.span for token in crosshead)
            blocks.append(Block(" ".join(page.text[a:b] for a, b in spans), spans, " ", kind=BlockKind.CROSSHEAD))
            crosshead.clear()

    for group in groups:
        first = group[0]
        if first.kind is TokenKind.HEAD or first.kind in (
            TokenKind.DECK,
            TokenKind.LABEL,
            TokenKind.NOTICE_HEAD,
        ):
            if crosshead and (page.lines[first.line].gap > 0 or first.line != crosshead[-1].line + 1):
                close_crosshead()
            crosshead.append(first)
            continue
        if (
            first.kind is TokenKind.TABLE
            and crosshead
            and first.table in places
            and not tables[places[first.table]].title
        ):
            # A line over a table is its title, whatever it looks like.
            number = places[first.table]
            spans = tuple(token.span for token in crosshead)
            title = Part(" ".join(page.text[a:b] for a, b in spans), spans, " ", role=Role.TABLE_TITLE)
            tables[number] = tables[number]._replace(title=title)
            crosshead.clear()
        close_crosshead()
        if first.kind is TokenKind.TABLE:
            if first.table in places:
                number = places[first.table]
                blocks.append(Block("", tables[number].pieces[0].spans, kind=BlockKind.TABLE, table=number))
            continue
        # 备注:1.… is followed by 2.… in paragraphs of their own.
        in_remarks = first.kind is TokenKind.NOTE or (in_remarks and Cue.NUMBERED in first.cues)
        kind = BlockKind.PARAGRAPH
        if first.kind in _NOTES or in_remarks:
            kind = BlockKind.NOTE
        elif first.kind is TokenKind.CAPTION or draft.photo:
            kind = BlockKind.CAPTION
        spans = tuple(token.span for token in group)
        blocks.append(
            Block(
                "".join(page.text[a:b] for a, b in spans),
                spans,
                kind=kind,
                credit=credit if kind is BlockKind.CAPTION else (),
            )
        )
    close_crosshead()
    return blocks
