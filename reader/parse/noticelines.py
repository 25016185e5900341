"""Short lines and further texts under a notice: who signs it, or where the next one begins without a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.lines import Line
from reader.parse.notices import is_organisation
from reader.parse.tokens import Token, TokenKind

_LOST = "作废。"
_OF_ANOTHER_KIND = re.compile(r"(?![^。]*(?:[遗丢]失|作废))[^。]{24,}。")


def is_signature(run: Sequence[Token], above: Draft, lines: Sequence[Line], folded: str, *, at_end: bool) -> bool:
    """Whether the first line of a heading run under a notice names who signs that, the day left out: no heading, unless
    a notice word follows it. `at_end`: nothing is printed behind it."""
    first = run[0]
    if first.kind is not TokenKind.HEAD or Cue.TWO_HALVES in first.cues:
        return False
    over_head = len(run) > 1 and run[1].kind is TokenKind.NOTICE_HEAD and lines[run[1].line].gap == 0
    if over_head and (above.is_signed or _ends_in_loss(above.body[-1], folded)):
        # 某公司 / 注销公告 behind a notice that is signed, or one of a loss, which nobody signs.
        return False
    close = lines[first.line].gap == 0 or len(run) > 1 or at_end
    return close and is_organisation(folded[slice(*first.span)])


def is_after_losses(token: Token, notice: Draft, folded: str) -> bool:
    """Whether a text under notices of losses is a notice of another kind, without a heading."""
    last = notice.last_text()
    if last is None or not _ends_in_loss(last, folded):
        return False
    return _OF_ANOTHER_KIND.match(folded, token.span.start, token.span.end) is not None


def _ends_in_loss(token: Token, folded: str) -> bool:
    return folded.startswith(_LOST, token.span.end - len(_LOST))
