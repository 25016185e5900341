"""Captions that no credit marks, and captions printed on several lines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.lines import Line
from reader.parse.seams import goes_on
from reader.parse.tokens import HEADING, Token, TokenKind
from reader.parse.waiting import Waiting

_LONGEST = 240
_BEGINS = frozenset({Cue.CAPTION_LEAD, Cue.DAY_LEAD, Cue.BULLET})


def is_loose_caption(
    token: Token, draft: Draft, following: Token | None, waiting: Waiting, *, signed_below: bool
) -> bool:
    """A caption without a credit: one whole paragraph, set apart or beginning as captions do, where the article
    above is closed or waits for the other half of a sentence. `signed_below`: a closing byline comes before the next
    heading that surely opens an article."""
    if token.span.end - token.span.start > _LONGEST or not waiting.is_whole(token):
        return False
    if following is not None and following.kind is TokenKind.CREDIT:
        return False
    last = draft.last_text()
    waits = last is not None and not waiting.is_whole(last)
    set_apart = Cue.WIDE_GAP in token.cues
    if not (draft.closed or waits) or (draft.notice and not (set_apart and Cue.DAY_LEAD in token.cues)):
        return False
    if waits and following is not None and following.kind is TokenKind.TEXT and Cue.DAY_LEAD in token.cues:
        return waiting.seam(draft, token) < 0 <= waiting.seam(draft, following)
    if Cue.CAPTION_LEAD in token.cues:
        return True
    if draft.closed and waiting.expects_beginning(draft):
        return False
    before_heading = following is None or following.kind in HEADING
    if draft.closed and signed_below and Cue.DAY_LEAD not in token.cues:
        # A paragraph, a crosshead, paragraphs and the author: the second half of a feature, its first still to come.
        return False
    return (set_apart and (before_heading or waits)) or (draft.closed and Cue.DAY_LEAD in token.cues and before_heading)


def pieces_at_end(
    store: Sequence[Token], lines: Sequence[Line], waiting: Waiting, following: Token | None
) -> list[Token]:
    """The last running text of a draft, with the pieces of print it goes on from, unless they go on in what follows."""
    pieces = [store[-1]]
    for token in reversed(store[:-1]):
        close = lines[pieces[0].line].gap == 0 and token.line == pieces[0].line - 1
        begins = pieces[0].cues & _BEGINS
        if token.kind not in (TokenKind.TEXT, TokenKind.CAPTION) or not close or begins or waiting.is_whole(token):
            break
        left, right = waiting.folded[slice(*token.span)], waiting.folded[slice(*pieces[0].span)]
        if not token.cues & _BEGINS and goes_on(left, right) <= 0:
            break
        if following is not None and following.kind is TokenKind.TEXT:
            behind = goes_on(left, waiting.folded[slice(*following.span)])
            if behind > max(0.0, goes_on(left, right)):
                # 可以就地 | a picture with its caption | 治疗。
                break
        pieces.insert(0, token)
    return pieces


def take_heads(store: list[Token]) -> list[Token]:
    """Heading lines at the end of a text, over a picture: no crosshead has a picture for its text."""
    at = len(store)
    while at > 0 and store[at - 1].kind is TokenKind.HEAD:
        at -= 1
    heads = store[at:]
    del store[at:]
    return heads
