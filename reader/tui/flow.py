"""An article as a flow of sections, and sections as rows of a given width: what the article view paints.

A place in an article is (section, character), whatever the width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import BlockKind, Role
from reader.tui.labels import masthead_labels, safe
from reader.typeset.breaking import balance, break_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.model import Article, Page, Part, Passage

MEASURE = 60
"""Widest row in cells: thirty characters, the upper end of what is read fastest."""
GUTTER = 2
"""Cells to the right of the measure in which one closing mark may hang."""


class SectionKind(StrEnum):
    MASTHEAD = "masthead"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    JUMP_LINE = "jump-line"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    NOTE = "note"
    TABLE = "table"


class Anchor(NamedTuple):
    """Characters `[page_start, page_end)` of the page stand at `[at, …)` of the section's text."""

    page_start: int
    page_end: int
    at: int


@dataclass(frozen=True, slots=True)
class Section:
    """One unit of the flow. `text` is ready to paint; `table` is an index into `Article.tables`."""

    kind: SectionKind
    text: str
    anchors: tuple[Anchor, ...] = ()
    table: int | None = None


class Row(NamedTuple):
    """Characters `[start, end)` of a section on one row of the screen, `indent` cells from the left.

    Of a table, `start` is the number of the drawn line. A blank row has `end == start`.
    """

    section: int
    start: int
    end: int
    indent: int = 0


class Place(NamedTuple):
    section: int = 0
    character: int = 0


BEGINNING = Place()
MIDDLE_DOT = " · "

_HEADS = {
    Role.KICKER: SectionKind.KICKER,
    Role.HEADLINE: SectionKind.HEADLINE,
    Role.DECK: SectionKind.DECK,
    Role.BYLINE: SectionKind.BYLINE,
    Role.JUMP_LINE: SectionKind.JUMP_LINE,
}
_HEADINGS = {Role.KICKER, Role.HEADLINE, Role.DECK}
_BLOCKS = {
    BlockKind.PARAGRAPH: SectionKind.PARAGRAPH,
    BlockKind.CROSSHEAD: SectionKind.CROSSHEAD,
    BlockKind.CAPTION: SectionKind.CAPTION,
    BlockKind.NOTE: SectionKind.NOTE,
}
_FIRST_INDENT = {SectionKind.PARAGRAPH: 4}
_MARGIN = {SectionKind.CAPTION: 2, SectionKind.NOTE: 4}
_SPACED = {SectionKind.CROSSHEAD, SectionKind.CAPTION, SectionKind.TABLE}
_BALANCED = {SectionKind.KICKER, SectionKind.HEADLINE, SectionKind.DECK, SectionKind.CROSSHEAD}


def sections(article: Article, page: Page) -> tuple[Section, ...]:
    """The article in reading order: where it stands, headings, running text, tables, what stands at the foot."""
    flow = [Section(SectionKind.MASTHEAD, MIDDLE_DOT.join(masthead_labels(article, page)))]
    head, foot = _outer_parts(article)
    flow += [_section(_HEADS[part.role], [part]) for part in head]
    leads = _attached(article, Role.DATELINE)
    signed = _attached(article, Role.CREDIT)
    for index, block in enumerate(article.blocks):
        if block.table is not None:
            flow.append(_table_section(article, block.table))
        else:
            flow.append(_section(_BLOCKS[block.kind], [*leads.get(index, ()), block, *signed.get(index, ())]))
    flow += [_section(_HEADS[part.role], [part]) for part in foot]
    return tuple(flow)


def offset_at(flow: Sequence[Section], place: Place) -> int | None:
    """The page offset of a place, None where nothing of the page stands (the masthead, a table)."""
    for section in flow[place.section :]:
        for anchor in section.anchors:
            length = anchor.page_end - anchor.page_start
            at = place.character - anchor.at if section is flow[place.section] else 0
            if at < length:
                return anchor.page_start + max(at, 0)
    return None


def place_at(flow: Sequence[Section], offset: int) -> Place:
    """Where a character of the page stands in a flow; its beginning when it does not."""
    for index, section in enumerate(flow):
        for anchor in section.anchors:
            if anchor.page_start <= offset < anchor.page_end:
                return Place(index, anchor.at + offset - anchor.page_start)
    return BEGINNING


def _outer_parts(article: Article) -> tuple[list[Part], list[Part]]:
    """Parts shown over and under the running text: headings lead, other parts stand where they were printed."""
    begin = min((block.spans[0].start for block in article.blocks if block.spans), default=None)
    head: list[Part] = []
    foot: list[Part] = []
    for role in _HEADS:
        for part in article.parts:
            if part.role is role:
                over = role in _HEADINGS or begin is None or part.spans[0].start < begin
                (head if over else foot).append(part)
    return head, foot


def _attached(article: Article, role: Role) -> dict[int, list[Part]]:
    """Datelines by the index of the block they lead, credits by that of the block they follow on the page."""
    blocks = sorted(
        (block.spans[0].start, index) for index, block in enumerate(article.blocks) if block.spans and block.text
    )
    attached: dict[int, list[Part]] = {}
    for part in article.parts:
        if part.role is role and blocks:
            position = bisect_right(blocks, (part.spans[0].start, -1))
            if role is Role.CREDIT:
                position -= 1
            attached.setdefault(blocks[min(max(position, 0), len(blocks) - 1)][1], []).append(part)
    return attached


def _section(kind: SectionKind, passages: Iterable[Passage]) -> Section:
    text, anchors = "", []
    for passage in passages:
        if text:
            text += " "
        at = len(text)
        for start, end in passage.spans:
            anchors.append(Anchor(start, end, at))
            at += end - start + len(passage.joiner)
        text += passage.text
    return Section(kind, safe(text), tuple(anchors))


def _table_section(article: Article, index: int) -> Section:
    table = article.tables[index]
    headings = [part.text for part in (table.title, table.caption) if part]
    return Section(SectionKind.TABLE, safe(" ".join(headings)), table=index)


def lay_out(flow: Sequence[Section], width: int, table_rows: Callable[[int, int], int]) -> list[Row]:
    """Rows of `width` cells, plus the gutter; `table_rows(table, width)` says how many lines a table takes."""
    rows: list[Row] = []
    for index, section in enumerate(flow):
        if rows and _parted(flow[index - 1].kind, section.kind):
            rows.append(Row(index, 0, 0))
        if section.table is not None:
            rows += [Row(index, line, line + 1) for line in range(table_rows(section.table, width))]
            continue
        margin = min(_MARGIN.get(section.kind, 0), max(0, width // 8))
        first = min(_FIRST_INDENT.get(section.kind, 0), max(0, width // 4))
        if section.kind in _BALANCED:
            broken = balance(section.text, max(1, width))
        else:
            keep = _items(section.text) if section.kind is SectionKind.MASTHEAD else ()
            broken = break_rows(section.text, max(1, width - margin), indent=first, hang=GUTTER, keep=keep)
        for number, (start, end) in enumerate(broken):
            rows.append(Row(index, start, end, margin + (0 if number else first)))
    return rows


def _items(text: str) -> list[tuple[int, int]]:
    """Spans of the items of a masthead, each with the dot behind it, so that a row ends between two of them."""
    spans, start = [], 0
    for item in text.split(MIDDLE_DOT):
        end = start + len(item)
        spans.append((start, min(end + len(MIDDLE_DOT) - 1, len(text))))
        start = end + len(MIDDLE_DOT)
    return spans


def _parted(before: SectionKind, kind: SectionKind) -> bool:
    """Whether a blank row stands between two kinds of section."""
    if before is SectionKind.MASTHEAD or kind in _SPACED:
        return True
    heads = set(_HEADS.values())
    if before in heads:
        return kind not in heads
    if before in (SectionKind.CAPTION, SectionKind.TABLE):
        return True
    return kind in heads


def row_of(rows: Sequence[Row], place: Place) -> int:
    """Index of the row that holds a place, 0 when there is none."""
    return max(0, bisect_right(rows, (place.section, place.character), key=lambda row: (row.section, row.start)) - 1)


def place_of(rows: Sequence[Row], index: int) -> Place:
    """The place a row begins at; of rows beyond the end, the last one's."""
    if not rows:
        return BEGINNING
    row = rows[min(max(index, 0), len(rows) - 1)]
    return Place(row.section, row.start)
