"""Paragraphs cut at a column's foot, put together again."""

from __future__ import annotations

from collections.abc import Sequence

from reader.i18n import _
from reader.model import Repair, RepairKind, Span
from reader.parse.cues import Cue
from reader.parse.endings import WHOLE_WINDOW, ends_whole
from reader.parse.seams import opens_anew, runs_on
from reader.parse.tokens import Token, TokenKind

_BEGINS = frozenset({Cue.BULLET, Cue.DATELINE, Cue.TURN, Cue.ITEM, Cue.NUMBERED, Cue.INDENTED})
_ENDS = frozenset({TokenKind.HEAD, TokenKind.NOTE, TokenKind.SIGNATURE, TokenKind.DAY})
"""What no sentence goes on behind."""
_SHOWN = 10
"""Characters quoted on either side of a seam."""


def joins(before: Span, after: Token, folded: str) -> bool:
    """Whether the running text `before` stops in mid-sentence and `after` can go on with it."""
    if ends_whole(folded[max(before.start, before.end - WHOLE_WINDOW) : before.end]):
        return Cue.STARTS_INSIDE in after.cues
    if after.cues & _BEGINS:
        return False
    if Cue.FLUSH in after.cues:
        return True
    left, right = folded[before.end - 2 : before.end], folded[after.span.start : after.span.start + 24]
    return runs_on(left, right[:2]) or not opens_anew(right)


def seam(before: Span, after: Span, text: str) -> Repair:
    left = text[max(before.start, before.end - _SHOWN) : before.end]
    right = text[after.start : min(after.end, after.start + _SHOWN)]
    note = _("{left} | {right}: column break in mid-sentence").format(left=left, right=right)
    return Repair(RepairKind.REJOIN, note)


def paragraphs(tokens: Sequence[Token], folded: str, text: str) -> tuple[list[list[Token]], list[Repair]]:
    """Body tokens grouped: the pieces of one paragraph together, everything else by itself, in reading order.

    What stands between two halves (a caption, a table) keeps its place behind the joined paragraph.
    """
    groups: list[list[Token]] = []
    repairs: list[Repair] = []
    waiting: list[Token] | None = None
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.TEXT:
            if waiting is not None and Cue.FIELD not in waiting[-1].cues and joins(waiting[-1].span, token, folded):
                repairs.append(seam(waiting[-1].span, token.span, text))
                waiting.append(token)
            else:
                groups.append([token])
                waiting = groups[-1]
        else:
            under_table = token.kind is TokenKind.NOTE and bool(groups) and groups[-1][0].kind is TokenKind.TABLE
            over_table = at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.TABLE
            groups.append([token])
            if token.kind in _ENDS and not (under_table or over_table):
                waiting = None
    return groups, repairs
