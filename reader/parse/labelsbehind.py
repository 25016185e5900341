"""Column labels printed behind the article they belong to, over the heading of the next."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.lines import Line
from reader.parse.notices import is_organisation
from reader.parse.tokens import Token, TokenKind
from reader.parse.waiting import Waiting


def labels_above(run: Sequence[Token], above: Draft, lines: Sequence[Line], folded: str) -> bool:
    """Whether the first of several heading lines is the label of the article above: printed close under it with the
    next heading set apart, or over a notice, which needs none."""
    if len(run) < 2 or not above.body or above.labels_after:
        return False
    if run[0].kind is not TokenKind.HEAD:
        # No heading has two labels.
        return run[0].kind is run[1].kind is TokenKind.LABEL and not above.labelled
    if run[1].kind is TokenKind.LABEL:
        return True
    heads_notice = run[1].kind is TokenKind.NOTICE_HEAD
    if (heads_notice or any(Cue.NOTICE_ENDING in token.cues for token in run[1:])) and not above.notice:
        apart = heads_notice and lines[run[1].line].gap > 0 and not above.datelines and not above.closed
        feature = above.has_crossheads and not above.labelled and not above.continued
        return apart or (feature and _is_short(run[0], folded))
    if not above.tail or above.labelled:
        return False
    return lines[run[0].line].gap == 0 and lines[run[1].line].gap > 0


def interrupted_article(
    run: Sequence[Token], above: Draft, following: Token | None, waiting: Waiting, folded: str
) -> Draft | None:
    """The feature that a line labels when the heading of the next article, `above`, was printed into it: the lede
    under the line belongs to that heading. None when it is no such line."""
    before_lede = following is not None and following.kind is TokenKind.DATELINE
    if len(run) != 1 or not before_lede or not above.heads or not above.closed or above.datelines:
        return None
    cut, first = waiting.cut_above(above), above.first_text()
    if cut is None or first is None or cut.labelled or not _is_short(run[0], folded):
        return None
    return cut if waiting.seam(cut, first) > 0 else None


def _is_short(token: Token, folded: str) -> bool:
    short = Cue.BRIEFEST in token.cues or (Cue.TWO_HALVES in token.cues and Cue.SHORT in token.cues)
    return short and not is_organisation(folded[slice(*token.span)])
