"""Articles whose columns were emitted in another order than they are read in.

The body is cut into runs wherever the print can have jumped: at the byline that closes it, where a sentence stops at a
column's foot, and where a text begins inside a sentence. The runs are then put in the order whose seams read best.
Without a sign that something is out of order, nothing is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

from reader.i18n import _
from reader.model import Repair, RepairKind
from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.endings import WHOLE_WINDOW, ends_whole
from reader.parse.seams import begins_inside, goes_on
from reader.parse.tokens import Token, TokenKind

MOST_RUNS = 7
"""Runs that are put in order by trying all orders (5,040 of 7); an article in more pieces is left as printed."""
_QUOTE = 12
_SURE = 1.0
"""What must speak for a text beginning inside a sentence before the print is held to have jumped there."""

# What speaks for and against two runs following each other, and a run standing first or last.
_STAYS = 1.5
_CUT_BEFORE_NEW_SENTENCE = -3.0
_WHOLE_BEFORE_FRAGMENT = -3.0
_CUT_MEETS_FRAGMENT = 2.0
_FRAGMENT_FIRST = -3.0
_CROSSHEAD_FIRST = -2.0
_CUT_LAST = -3.0
_DAY_FIRST = 0.5


def reading_order(draft: Draft, folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """The body of a draft as it is read, and what was moved."""
    body = draft.body + draft.tail
    runs = _runs(draft, folded)
    as_read = list(range(len(runs)))
    if 2 <= len(runs) <= MOST_RUNS:
        ends = [_Ends(run, folded) for run in runs]
        if _is_disordered(draft, ends):
            as_read = _best_order(ends, tail=bool(draft.tail))
            body = [token for run in as_read for token in runs[run]]
    as_printed = sorted(as_read, key=lambda run: runs[run][0].span)
    if as_read == as_printed:
        return body, []
    start, end = body[0].span
    note = _("{quote}… begins the article; its columns were printed in the order {order}").format(
        quote=text[start : min(end, start + _QUOTE)],
        order=" ".join(str(as_read.index(run) + 1) for run in as_printed),
    )
    return body, [Repair(RepairKind.REORDER, note)]


def _best_order(ends: Sequence[_Ends], *, tail: bool) -> list[int]:
    orders = permutations(range(len(ends)))
    best = max(orders, key=lambda order: (_score(order, ends, tail), _printed(order)))
    return list(best)


class _Ends:
    """How a run begins and ends."""

    def __init__(self, run: Sequence[Token], folded: str) -> None:
        texts = [token for token in run if token.kind is TokenKind.TEXT]
        self.has_text = bool(texts)
        self.crosshead_first = run[0].kind is TokenKind.HEAD
        self.first = folded[slice(*texts[0].span)] if texts else ""
        self.last = folded[slice(*texts[-1].span)] if texts else ""
        # Items of a list are often printed without a stop.
        listed = bool(texts) and bool(texts[-1].cues & {Cue.ITEM, Cue.BULLET, Cue.NUMBERED})
        self.is_cut = bool(texts) and not listed and not ends_whole(self.last[-WHOLE_WINDOW:])
        self.day_first = bool(texts) and Cue.DAY_LEAD in texts[0].cues and not self.crosshead_first
        self.inside = begins_inside(self.first) if texts and not self.crosshead_first else -1.0


def _runs(draft: Draft, folded: str) -> list[list[Token]]:
    runs: list[list[Token]] = [[]]
    last: Token | None = None
    for at, token in enumerate(draft.body + draft.tail):
        jumped = at == len(draft.body)
        if token.kind is TokenKind.TEXT and last is not None:
            left = folded[slice(*last.span)]
            cut = not ends_whole(left[-WHOLE_WINDOW:])
            jumped |= cut or begins_inside(folded[slice(*token.span)]) > _SURE
            # A day opens an article more often than a later paragraph.
            jumped |= Cue.DAY_LEAD in token.cues and runs[-1][-1].kind is TokenKind.TEXT
        if jumped and runs[-1]:
            runs.append([])
        runs[-1].append(token)
        if token.kind is TokenKind.TEXT:
            last = token
    return [run for run in runs if run]


def _is_disordered(draft: Draft, ends: Sequence[_Ends]) -> bool:
    """Whether anything says that the print is out of order: text behind the byline, or a sentence that stops at the end
    while another text begins inside one, or is its very continuation."""
    if draft.tail:
        return True
    last = next((one for one in reversed(ends) if one.has_text), None)
    if last is None or not last.is_cut:
        return ends[0].inside > _SURE and any(one.is_cut for one in ends)
    follows_whole = [right for left, right in pairwise(ends) if left.has_text and not left.is_cut]
    return any(
        one.inside > _SURE or (one.has_text and not one.crosshead_first and goes_on(last.last, one.first) > 0)
        for one in (ends[0], *follows_whole)
        if one is not last
    )


def _score(order: Sequence[int], ends: Sequence[_Ends], tail: bool) -> float:
    first, last = ends[order[0]], ends[order[-1]]
    score = _DAY_FIRST * first.day_first
    if first.inside > _SURE:
        score += _FRAGMENT_FIRST
    if first.crosshead_first:
        score += _CROSSHEAD_FIRST
    if last.is_cut:
        score += _CUT_LAST
    for a, b in pairwise(order):
        left, right = ends[a], ends[b]
        if left.is_cut and right.has_text and not right.crosshead_first:
            seam = goes_on(left.last, right.first)
            score += _CUT_MEETS_FRAGMENT + seam if seam > 0 else seam + _CUT_BEFORE_NEW_SENTENCE * (seam < 0)
        elif left.is_cut:
            score += _CUT_BEFORE_NEW_SENTENCE
        elif right.inside > _SURE:
            score += _WHOLE_BEFORE_FRAGMENT
        # What stands behind the byline does not go on from what stands before it: see reader.parse.drafts.
        if b == a + 1 and not (tail and not left.is_cut):
            score += _STAYS
    return score


def _printed(order: Sequence[int]) -> int:
    """Pairs of runs that keep their printed order: of orders that read equally well, the nearest to the print is
    taken."""
    return sum(a < b for i, a in enumerate(order) for b in order[i + 1 :])
