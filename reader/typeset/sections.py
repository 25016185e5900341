"""An article as a flow of sections, in the text a reader is given, each character with its place on the page.

A place in an article is (section, character), whatever the width. What is searched, selected and copied is the text of
the sections.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reader.model import Article, BlockKind, Page, Part, Passage, Role
from reader.typeset.labels import MIDDLE_DOT, masthead_labels, on_one_line, safe
from reader.typeset.rewriting import Rewriting, rewrite, rewritings


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
    """Characters `[page_start, page_end)` of the page stand at `[at, until)` of the section's text.

    Where the lengths differ, all of the one stands for all of the other.
    """

    page_start: int
    page_end: int
    at: int
    until: int

    def to_page(self, character: int) -> int:
        """The page offset of a character of the section, `at <= character < until`."""
        same = self.until - self.at == self.page_end - self.page_start
        return self.page_start + character - self.at if same else self.page_start

    def to_section(self, offset: int, *, end: bool = False) -> int:
        """The character of the section for a page offset in the anchor; `end` for an offset behind a last character."""
        if self.until - self.at == self.page_end - self.page_start:
            return self.at + offset - self.page_start
        return self.until if end and offset > self.page_start else self.at


class EditKind(StrEnum):
    """What is not as it was printed."""

    REWRITTEN = "rewritten"
    """A word in the place of another: 和 for “and”."""
    REJOINED = "rejoined"
    """The last and the first character on either side of a cut that was put together."""


class Edit(NamedTuple):
    start: int
    end: int
    kind: EditKind


class Section(NamedTuple):
    """One unit of the flow. `text` is ready to paint; `table` is an index into `Article.tables`."""

    kind: SectionKind
    text: str
    anchors: tuple[Anchor, ...] = ()
    table: int | None = None
    edits: tuple[Edit, ...] = ()
    moved: bool = False
    """Printed behind what is read after it."""


class Place(NamedTuple):
    section: int = 0
    character: int = 0


BEGINNING = Place()

HEADS = {
    Role.KICKER: SectionKind.KICKER,
    Role.HEADLINE: SectionKind.HEADLINE,
    Role.DECK: SectionKind.DECK,
    Role.BYLINE: SectionKind.BYLINE,
    Role.JUMP_LINE: SectionKind.JUMP_LINE,
}
_HEADINGS = {Role.KICKER, Role.HEADLINE, Role.DECK}
_RUNNING = frozenset({SectionKind.PARAGRAPH, SectionKind.CAPTION, SectionKind.NOTE})
_BLOCKS = {
    BlockKind.PARAGRAPH: SectionKind.PARAGRAPH,
    BlockKind.CROSSHEAD: SectionKind.CROSSHEAD,
    BlockKind.CAPTION: SectionKind.CAPTION,
    BlockKind.NOTE: SectionKind.NOTE,
}


def sections(article: Article, page: Page, *, printed: bool = False) -> tuple[Section, ...]:
    """The article in reading order: where it stands, headings, running text, tables, what stands at the foot.

    With `printed` no sign and no word is given in another form than the page has it.
    """
    masthead = Section(SectionKind.MASTHEAD, MIDDLE_DOT.join(masthead_labels(article, page)))
    head, foot = _outer_parts(article)
    leads = _attached(article, Role.DATELINE)
    signed = _attached(article, Role.CREDIT)
    moved = _moved(article)
    body = []
    for index, block in enumerate(article.blocks):
        if block.table is not None:
            body.append(_table_section(article, block.table))
            continue
        around = [*leads.get(index, ()), block, *signed.get(index, ())]
        body.append(_section(_BLOCKS[block.kind], around, printed=printed, moved=index in moved))
    over, under = ([_section(HEADS[part.role], [part], printed=printed) for part in parts] for parts in (head, foot))
    return (masthead, *over, *body, *under)


def offset_at(flow: Sequence[Section], place: Place) -> int | None:
    """The page offset of a place, None where nothing of the page stands (the masthead, a table)."""
    for section in flow[place.section :]:
        at = place.character if section is flow[place.section] else 0
        for anchor in section.anchors:
            if at < anchor.until:
                return anchor.to_page(max(at, anchor.at))
    return None


def place_at(flow: Sequence[Section], offset: int) -> Place:
    """Where a character of the page stands in a flow; its beginning when it does not."""
    for index, section in enumerate(flow):
        for anchor in section.anchors:
            if anchor.page_start <= offset < anchor.page_end:
                return Place(index, anchor.to_section(offset))
    return BEGINNING


def _outer_parts(article: Article) -> tuple[list[Part], list[Part]]:
    """Parts shown over and under the running text: headings lead, other parts stand where they were printed."""
    begin = min((block.spans[0].start for block in article.blocks if block.spans), default=None)
    head: list[Part] = []
    foot: list[Part] = []
    for role in HEADS:
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


def _moved(article: Article) -> set[int]:
    """Indices of the blocks that were printed behind the block they are read before."""
    starts = [(block.spans[0].start, index) for index, block in enumerate(article.blocks) if block.spans]
    return {index for (start, index), (following, _) in pairwise(starts) if start > following}


def _section(kind: SectionKind, passages: Iterable[Passage], *, printed: bool, moved: bool = False) -> Section:
    text, anchors, seams = "", [], []
    for passage in passages:
        if text:
            text += " "
        at = len(text)
        for number, (start, end) in enumerate(passage.spans):
            if number and kind in _RUNNING:
                seams.append(at)
            anchors.append(Anchor(start, end, at, at + end - start))
            at += end - start + len(passage.joiner)
        text += passage.text
    edits = [Edit(max(at - 1, 0), min(at + 1, len(text)), EditKind.REJOINED) for at in seams]
    if printed:
        return Section(kind, on_one_line(text), tuple(anchors), moved=moved)
    text = safe(text)
    changes = list(rewritings(text))
    if changes:
        shift = _Shift(changes)
        anchors = [one for anchor in anchors for one in shift.parts(anchor)]
        edits = [Edit(shift(edit.start), shift(edit.end), edit.kind) for edit in edits]
        edits += [
            Edit(shift(change.start), shift(change.start) + len(change.text), EditKind.REWRITTEN)
            for change in changes
            if change.editorial
        ]
        text = rewrite(text, changes)
    return Section(kind, text, tuple(anchors), edits=tuple(sorted(edits)), moved=moved)


class _Shift:
    """Where the characters of a text stand when changes were made in it."""

    def __init__(self, changes: Sequence[Rewriting]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._grown = [0]
        for change in changes:
            self._grown.append(self._grown[-1] + len(change.text) - (change.end - change.start))

    def __call__(self, character: int) -> int:
        """The new place of a character; of one that was changed, the place of what stands for it."""
        index = bisect_right(self._starts, character) - 1
        if index >= 0 and character < self._changes[index].end:
            return self._changes[index].start + self._grown[index]
        return character + self._grown[index + 1]

    def parts(self, anchor: Anchor) -> Iterator[Anchor]:
        """The anchor cut where a change begins and ends; a change over two anchors stands for the first of them."""
        at = anchor.at
        for change in self._changes[max(bisect_right(self._starts, at) - 1, 0) :]:
            start, end = max(change.start, at), min(change.end, anchor.until)
            if change.start >= anchor.until:
                break
            if end <= at:
                continue
            if start > at:
                yield self._part(anchor, at, start)
            if change.start >= anchor.at:
                begin = self(change.start)
                page = anchor.page_start - anchor.at
                yield Anchor(start + page, end + page, begin, begin + len(change.text))
            at = end
        if at < anchor.until:
            yield self._part(anchor, at, anchor.until)

    def _part(self, anchor: Anchor, start: int, end: int) -> Anchor:
        page = anchor.page_start - anchor.at
        return Anchor(start + page, end + page, self(start), self(start) + end - start)


def _table_section(article: Article, index: int) -> Section:
    table = article.tables[index]
    headings = [part.text for part in (table.title, table.caption) if part]
    return Section(SectionKind.TABLE, safe(" ".join(headings)), table=index)
