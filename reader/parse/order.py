"""Features whose columns were emitted in another order than they are read in."""

from __future__ import annotations

from collections.abc import Sequence

from reader.i18n import _
from reader.model import Repair, RepairKind
from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.seams import goes_on, runs_on
from reader.parse.tokens import Token, TokenKind, ends_whole

_QUOTE = 12


def reading_order(draft: Draft, folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """The body of a draft as it is read, and what was moved."""
    if draft.tail:
        return _tail_first(draft, folded, text)
    body, repairs = _swapped(draft.body, folded, text)
    if not repairs:
        body, repairs = _early(body, folded, text)
    return body, repairs


def _tail_first(draft: Draft, folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """Text behind the closing byline has no heading of its own, so it is of this article; as a byline stands at the end,
    it is the beginning, set in columns that were emitted last. Only where the text before the byline stops in
    mid-sentence and the text behind it does not, the byline merely fell between the halves of a sentence."""
    before, behind = _last_text(draft.body), _last_text(draft.tail)
    if before is not None and _is_cut(before, folded) and (behind is None or not _is_cut(behind, folded)):
        return draft.body + draft.tail, []
    note = _("{quote}… and what follows, printed behind the byline, is the beginning of the article")
    return draft.tail + draft.body, [_moved(note, draft.tail[0], text)]


def _swapped(body: list[Token], folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """Where the last text stops in mid-sentence and the first begins inside one, the print is turned round: the two ends
    meet, and the article begins somewhere in the middle, with a paragraph that reads as a beginning."""
    texts = [at for at, token in enumerate(body) if token.kind is TokenKind.TEXT]
    if len(texts) < 3:
        return body, []
    first, last = body[texts[0]], body[texts[-1]]
    if texts[0] != 0 or not _is_cut(last, folded) or not _meets(last, first, folded):
        return body, []
    starts = [at for at in texts[1:] if body[at - 1].kind is TokenKind.TEXT and not _is_cut(body[at - 1], folded)]
    opening = [at for at in starts if Cue.DAY_LEAD in body[at].cues] or starts
    if not opening:
        return body, []
    begin = opening[0]
    note = _("{quote}… is the beginning of the article; the columns before it were printed first")
    return body[begin:] + body[:begin], [_moved(note, body[begin], text)]


def _early(body: list[Token], folded: str, text: str) -> tuple[list[Token], list[Repair]]:
    """The last column printed early: a text that begins inside a sentence stands behind a whole paragraph, and the article
    stops in mid-sentence. What follows it, up to the next crosshead, goes to the end."""
    texts = [at for at, token in enumerate(body) if token.kind is TokenKind.TEXT]
    if len(texts) < 3 or not _is_cut(body[texts[-1]], folded):
        return body, []
    left = folded[slice(*body[texts[-1]].span)]
    for above, at in zip(texts, texts[1:-1], strict=False):
        if _is_cut(body[above], folded) or goes_on(left, folded[slice(*body[at].span)]) <= 0 or above != at - 1:
            continue
        stop = next((i for i in range(at, len(body)) if body[i].kind is TokenKind.HEAD), None)
        if stop is not None and stop < texts[-1]:
            note = _("{quote}… was printed before the middle of the article and is its end")
            return body[:at] + body[stop:] + body[at:stop], [_moved(note, body[at], text)]
    return body, []


def _meets(cut: Token, start: Token, folded: str) -> bool:
    left, right = folded[slice(*cut.span)], folded[slice(*start.span)]
    return Cue.STARTS_INSIDE in start.cues or runs_on(left[-2:], right[:2]) or Cue.DAY_LEAD not in start.cues


def _moved(note: str, token: Token, text: str) -> Repair:
    start, end = token.span
    return Repair(RepairKind.REORDER, note.format(quote=text[start : min(end, start + _QUOTE)]))


def _last_text(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in reversed(tokens) if token.kind is TokenKind.TEXT), None)


def _is_cut(token: Token, folded: str) -> bool:
    return not ends_whole(folded[max(token.span.start, token.span.end - 8) : token.span.end])
