"""Sentences that stop at a column's foot and wait for their other half, which may stand behind other articles."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.endings import WHOLE_WINDOW, ends_whole
from reader.parse.seams import begins_inside, goes_on, opens_anew
from reader.parse.tokens import Token, TokenKind

_NEAR = 8
"""Articles back to which half a sentence is looked for: about as many as stand on a page between two columns."""
_SET_IN = 3.0
"""What an indent says against, and its absence for, a text being the second half of a paragraph."""
_NO_SEAM = -9.0
_LIKELY = 2.0
_BOUND = 4.0
"""A word that runs over the seam: see `reader.parse.seams.goes_on`."""


class Waiting:
    """Looks halves up among the drafts of a page; `drafts` grows while the page is read."""

    def __init__(self, folded: str, drafts: Sequence[Draft]) -> None:
        self.folded = folded
        self.drafts = drafts

    def is_whole(self, token: Token) -> bool:
        """Whether a text ends where a sentence may end."""
        return ends_whole(self.folded[max(token.span.start, token.span.end - WHOLE_WINDOW) : token.span.end])

    def seam(self, cut: Draft, token: Token) -> float:
        """How much speaks for a text being what the last text of a draft goes on with."""
        last = cut.last_text()
        if last is None:
            return 0.0
        if token.cues & {Cue.BULLET, Cue.ITEM, Cue.TURN, Cue.NUMBERED}:
            return _NO_SEAM
        seam = goes_on(self.folded[slice(*last.span)], self.folded[slice(*token.span)])
        return seam + _SET_IN * (Cue.FLUSH in token.cues) - _SET_IN * (Cue.INDENTED in token.cues)

    def cut_above(self, current: Draft, token: Token | None = None) -> Draft | None:
        """An earlier article whose text stops in mid-sentence and waits for its other half, which may be `token`."""
        for draft in reversed(self.drafts[-_NEAR:]):
            last = draft.last_text()
            listed = last is not None and last.cues & {Cue.ITEM, Cue.BULLET, Cue.NUMBERED}
            if draft is not current and last is not None and not listed and not draft.photo and not self.is_whole(last):
                # Columns out of order: the end of such an article meets a text of its own and waits for nothing.
                heads_of_columns = [draft.first_text(), *draft.tail[:1]]
                meets = [self.seam(draft, first) for first in heads_of_columns if first and first is not last]
                # … unless the text that is asked about fits there better.
                fits = 0 if token is None else self.seam(draft, token)
                return None if max(meets, default=0) > max(fits, 0) or self._is_turned(draft) else draft
        return None

    def _is_turned(self, draft: Draft) -> bool:
        """Whether an article was emitted tail first, so that what stands behind its byline meets its first text."""
        first = draft.body[0] if draft.tail and draft.body else None
        return (
            first is not None
            and first.kind is TokenKind.TEXT
            and begins_inside(self.folded[slice(*first.span)]) >= 0
            and not first.cues & {Cue.INDENTED, Cue.DAY_LEAD}
        )

    def goes_on_below(self, above: Draft, token: Token | None, *, likely: bool) -> bool:
        """Whether the sentence that an article stops in goes on in a text: surely, or, where that is `likely`, unless
        the text reads as a beginning."""
        last = None if above.goes_to_page else above.last_text()
        if token is None or token.kind is not TokenKind.TEXT or last is None or self.is_whole(last):
            return False
        return self.seam(above, token) >= (0 if likely else _LIKELY)

    def expects_beginning(self, draft: Draft) -> bool:
        """Whether an article begins inside a sentence, so that its first half is still to come."""
        first = draft.first_text()
        return first is not None and bool(draft.heads) and begins_inside(self.folded[slice(*first.span)]) > 0

    def belongs_to(self, cut: Draft, draft: Draft, last: Token, token: Token) -> bool:
        """Whether a text is the other half an earlier article waits for, rather than the next paragraph of this one."""
        seam = self.seam(cut, token)
        if not self.is_whole(last):
            # Both wait, or this one lost its stop: only a word that runs over the seam decides.
            return seam >= _BOUND and self.seam(draft, token) <= 0
        if draft.notice and self.folded[last.span.start : token.span.end].rstrip("。").endswith("作废"):
            # One loss after the other under one heading.
            return False
        # The text of a notice is one paragraph as a rule.
        return seam > (-3 if draft.notice and draft.texts else 1)

    def fits_behind(self, cut: Draft, closed: Draft, token: Token) -> bool:
        """Whether a text behind an article that is closed is the other half an earlier one waits for, rather than more
        of the closed one."""
        seam = self.seam(cut, token)
        if closed.notice:
            # Notices stand one behind the other.
            return seam >= _LIKELY
        if any(not self.is_whole(text) for text in closed.texts):
            # Its own columns are out of order, and it waits as well.
            return seam >= _BOUND
        if not closed.datelines:
            return seam > 0
        # News is seldom emitted tail first: a text behind it belongs elsewhere unless it reads as a beginning.
        last = cut.last_text()
        comma = last is not None and self.folded[last.span.end - 1] in ",、;"
        return not opens_anew(self.folded[slice(*token.span)]) if comma else seam >= 0
