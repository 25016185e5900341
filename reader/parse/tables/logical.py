"""From printed pieces to logical tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.i18n import _, ngettext
from reader.model import Cell, Part, Repair, RepairKind, Role, Span, Table, TablePiece
from reader.parse.fold import fold
from reader.parse.lines import Line
from reader.parse.tables.abreast import unfolded
from reader.parse.tables.draft import Draft, draft_of, is_summary
from reader.parse.tables.groups import filled_down
from reader.parse.tables.merging import continues, merge, ranks_go_on
from reader.parse.tables.pieces import PrintedTable
from reader.parse.tables.sections import with_sections
from reader.parse.tables.titles import is_continuation, part_of, without_continued


class LogicalTable(NamedTuple):
    """A table and the indices, into the pieces given, of those it was made from; the first tells its place."""

    table: Table
    members: tuple[int, ...]


def logical_tables(text: str, lines: Sequence[Line], pieces: Sequence[PrintedTable]) -> list[LogicalTable]:
    """The tables of one article from its pieces, in printed order.

    Pieces of one table are merged, lists abreast unfolded, group cells filled down; each is recorded in
    `Table.repairs`. `text` and `lines` are those the pieces were found in; a title or caption taken for something else
    is left out of its piece with `dataclasses.replace(piece, title=())`. Linear.
    """
    tables: list[LogicalTable] = []
    drafts: list[Draft] = []
    members: list[list[int]] = []
    for index, piece in enumerate(pieces):
        draft = unfolded(draft_of(piece))
        if drafts and _goes_on(lines, pieces, members[-1], index, drafts[-1], draft):
            merge(drafts[-1], draft)
            members[-1].append(index)
        else:
            drafts.append(draft)
            members.append([index])
    for draft, chosen in zip(drafts, members, strict=True):
        table = _table(text, lines, draft, [pieces[index] for index in chosen])
        tables.append(LogicalTable(table, tuple(chosen)))
    return tables


def _title_text(lines: Sequence[Line], piece: PrintedTable) -> str:
    said = "".join(lines[index].text for index in piece.title)
    return "".join((said + (piece.heading.text if piece.heading else "")).split())


def _goes_on(
    lines: Sequence[Line],
    pieces: Sequence[PrintedTable],
    earlier: Sequence[int],
    index: int,
    first: Draft,
    second: Draft,
) -> bool:
    """Whether a piece goes on the table of `earlier`: no title, 续表, the same title again, or 情况(二) after 情况(一).

    Numbered titles also stand over tables of their own, so their ranks must go on too.
    """
    piece = pieces[index]
    untitled = all(is_continuation(lines[at]) for at in piece.title) and piece.heading is None
    said = _title_text(lines, piece)
    if untitled or without_continued(said) == fold(_title_text(lines, pieces[earlier[0]])):
        return continues(first, second)
    before, number = part_of(_title_text(lines, pieces[earlier[-1]]))
    name, next_number = part_of(said)
    return name == before and 0 < number < next_number and ranks_go_on(first, second) and continues(first, second)


def _part(text: str, spans: Sequence[Span], role: Role) -> Part | None:
    if not spans:
        return None
    return Part(" ".join(text[start:end] for start, end in spans), tuple(spans), " ", role)


def _table(text: str, lines: Sequence[Line], draft: Draft, pieces: Sequence[PrintedTable]) -> Table:
    first = pieces[0]
    heading = first.heading.span if first.heading else None
    title = [lines[index].span for index in first.title] + ([heading] if heading else [])
    caption = [lines[index].span for index in first.caption]
    draft = with_sections(draft)
    rows = filled_down(draft.rows)
    note = _fill_note(draft.rows, rows)
    return Table(
        title=_part(text, title, Role.TABLE_TITLE),
        caption=_part(text, caption, Role.TABLE_CAPTION),
        columns=tuple(draft.columns),
        rows=tuple(rows),
        pieces=tuple(_printed(lines, piece, number > 0) for number, piece in enumerate(pieces)),
        ragged=frozenset(draft.ragged),
        summary=frozenset(index for index, row in enumerate(rows) if is_summary(row)),
        repairs=(*draft.repairs, *note, *_cut_note(pieces)),
    )


def _cut_note(pieces: Sequence[PrintedTable]) -> Iterator[Repair]:
    left_out = sum(piece.cut for piece in pieces)
    if left_out:
        note = ngettext(
            "{count} row left out, for the table has more cells than largest_table in config.toml",
            "{count} rows left out, for the table has more cells than largest_table in config.toml",
            left_out,
        )
        yield Repair(RepairKind.CUT, note.format(count=left_out))


def _printed(lines: Sequence[Line], piece: PrintedTable, is_later: bool) -> TablePiece:
    """`piece` as the model's; a later piece holds the lines of its repeated title, which has no field of its own."""
    spans = [line.span for line in lines[piece.first : piece.last + 1]]
    if is_later:
        spans = sorted([*spans, *(lines[index].span for index in (*piece.title, *piece.caption))])
    elif piece.heading and piece.heading.span:
        spans = _without(spans, piece.heading.span)
    return TablePiece(piece.columns, piece.rows, tuple(spans))


def _without(spans: Sequence[Span], hole: Span) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if span.end <= hole.start or hole.end <= span.start:
            out.append(span)
            continue
        if span.start < hole.start:
            out.append(Span(span.start, hole.start))
        if hole.end < span.end:
            out.append(Span(hole.end, span.end))
    return out


def _fill_note(before: Sequence[Sequence[Cell]], after: Sequence[Sequence[Cell]]) -> list[Repair]:
    """What group cells were filled down, in one note."""
    groups: dict[str, int] = {}
    for old, new in zip(before, after, strict=True):
        for was, now in zip(old, new, strict=True):
            if was.text != now.text:
                groups[now.text] = groups.get(now.text, 0) + 1
    if not groups:
        return []
    shown = ", ".join(f"{name} × {count}" for name, count in groups.items())
    return [Repair(RepairKind.UNFOLD, _("Group names printed once, filled down: {groups}").format(groups=shown))]
