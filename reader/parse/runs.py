"""A run of heading lines inside a page: does it open an article, or is it a crosshead of the one above?

As in `reader.parse.evidence`, what speaks for which stands in one table; `Sign` names the observations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from enum import Enum, auto
from typing import NamedTuple

from reader.parse.cues import Cue
from reader.parse.drafts import Draft
from reader.parse.tokens import Token, TokenKind


class Sign(Enum):
    __hash__ = object.__hash__

    BEFORE_DATELINE = auto()
    BEFORE_BYLINE = auto()
    BEFORE_JUMP = auto()
    HAS_DECK = auto()
    HAS_LABEL = auto()
    HAS_NOTICE_HEAD = auto()
    ABOVE_CLOSED = auto()
    """The article above is signed, or was a notice or a photo."""
    ABOVE_IS_NOTICE = auto()
    ABOVE_IS_LIST = auto()
    """The article above is a list of briefs, which have no crossheads."""
    PARTS_SENTENCE = auto()
    """The sentence that stops above goes on below: no crosshead stands there, but another column's heading may."""
    ABOVE_HAS_NO_TEXT = auto()
    ABOVE_JUST_CONTINUED = auto()
    """The article above has a 上接 line and nothing else yet."""
    ABOVE_HAS_CROSSHEADS = auto()
    ABOVE_IS_TAIL = auto()
    """The text above stands behind its article's byline, so the article is being emitted tail first."""
    SIGNED_BELOW = auto()
    """A closing byline comes before the next heading that surely opens an article."""
    SEVERAL_LINES = auto()
    """Kicker and headline on lines of their own."""
    NUMBERED = auto()
    ABOVE_IS_SHORT_NEWS = auto()
    """The article above opens with a dateline, has no crosshead yet and little text: such a one has none at all. But
    where what follows is not signed and has more such lines, they are its crossheads, and so they are under a deck."""
    ABOVE_IS_TABLE = auto()
    """The article above is a table and its remarks, and nothing else."""
    ABOVE_IS_BRIEF = auto()
    """The article above is a brief under 一句话新闻 or the like: the next one follows."""
    ABOVE_IS_COMMENTARY = auto()
    """The article above is signed over its text, as commentaries are, which have no crossheads."""
    OVER_TABLE = auto()
    """What stands under it has a ranking of its own."""
    BEFORE_TABLE = auto()
    """A table follows at once: the line is its title."""
    IS_SIDEBAR = auto()
    """相关链接 and no headline of its own: more of the article above."""
    BEFORE_BRIEFS = auto()
    """Items led by ▲ or ● follow."""


OPENS: Mapping[Sign, float] = {
    Sign.BEFORE_DATELINE: 9,
    Sign.BEFORE_BYLINE: 5,
    Sign.BEFORE_JUMP: 9,
    Sign.BEFORE_BRIEFS: 5,
    Sign.HAS_DECK: 8,
    Sign.HAS_LABEL: 6,
    Sign.HAS_NOTICE_HEAD: 7,
    Sign.ABOVE_CLOSED: 6,
    Sign.ABOVE_IS_NOTICE: 3,
    Sign.SEVERAL_LINES: 5,
    Sign.ABOVE_IS_SHORT_NEWS: 2,
    Sign.ABOVE_IS_COMMENTARY: 3,
    Sign.ABOVE_IS_TABLE: 6,
    Sign.ABOVE_IS_BRIEF: 6,
    Sign.ABOVE_IS_LIST: 6,
    Sign.PARTS_SENTENCE: 8,
    Sign.OVER_TABLE: 3,
}
CONTINUES: Mapping[Sign, float] = {
    Sign.ABOVE_HAS_NO_TEXT: 5,
    Sign.ABOVE_JUST_CONTINUED: 9,
    Sign.ABOVE_HAS_CROSSHEADS: 2,
    Sign.ABOVE_IS_TAIL: 3,
    Sign.SIGNED_BELOW: 3,
    Sign.NUMBERED: 4,
    Sign.BEFORE_TABLE: 4,
    Sign.IS_SIDEBAR: 4,
}
SHORT_NEWS = 700
_LONGEST_BRIEF = 200
DEFAULT = 1.0
"""For a crosshead: a heading wrongly taken for one leaves two articles under one headline, the other way round a reader
loses the thread of one; but text without a dateline under a single line is a crosshead far more often than not."""


class Below(NamedTuple):
    """What comes below a heading before the next token that surely opens an article."""

    signed: bool = False
    """A closing byline."""
    crosshead: bool = False
    """A line that may be a crosshead."""
    table: bool = False
    headless: bool = False
    """Then comes a dateline without a heading of its own."""


def opens_article(signs: Set[Sign]) -> bool:
    opens = sum(weight for sign, weight in OPENS.items() if sign in signs)
    continues = DEFAULT + sum(weight for sign, weight in CONTINUES.items() if sign in signs)
    return opens > continues


def signs_of(
    run: Sequence[Token], above: Draft, following: Token | None, below: Below, *, units: int, parts_sentence: bool
) -> set[Sign]:
    """What can be seen of a run of heading tokens; `following` is the first token behind it. `parts_sentence`: the
    sentence above goes on under it."""
    signs: set[Sign] = set()
    kinds = {token.kind for token in run}
    if following is not None:
        if following.kind is TokenKind.DATELINE:
            signs.add(Sign.BEFORE_DATELINE)
        elif following.kind is TokenKind.BYLINE:
            signs.add(Sign.BEFORE_BYLINE)
        elif following.kind is TokenKind.JUMP_FROM:
            signs.add(Sign.BEFORE_JUMP)
        elif following.kind is TokenKind.TABLE:
            signs.add(Sign.BEFORE_TABLE)
        elif Cue.BULLET in following.cues:
            signs.add(Sign.BEFORE_BRIEFS)
    if TokenKind.DECK in kinds:
        signs.add(Sign.HAS_DECK)
    if TokenKind.LABEL in kinds or run[0].cues & {Cue.PHOTO_LABEL, Cue.BRIEFS_LABEL}:
        signs.add(Sign.HAS_LABEL)
    if TokenKind.NOTICE_HEAD in kinds or Cue.NOTICE_ENDING in run[-1].cues:
        signs.add(Sign.HAS_NOTICE_HEAD)
    if above.closed or above.photo:
        signs.add(Sign.ABOVE_CLOSED)
    if above.notice:
        signs.add(Sign.ABOVE_IS_NOTICE)
    if above.tail:
        signs.add(Sign.ABOVE_IS_TAIL)
    elif not above.body:
        signs.add(Sign.ABOVE_JUST_CONTINUED if above.continued else Sign.ABOVE_HAS_NO_TEXT)
    if above.has_crossheads or any(token.kind is TokenKind.HEAD for token in above.tail):
        signs.add(Sign.ABOVE_HAS_CROSSHEADS)
    # An article signed at its beginning is not signed again at its end, and a notice not by reporters.
    if below.signed and not above.closed and not above.bylines and not above.notice:
        signs.add(Sign.SIGNED_BELOW)
    if units > 1:
        signs.add(Sign.SEVERAL_LINES)
    has_crossheads = above.has_crossheads or TokenKind.DECK in {token.kind for token in above.heads}
    first_of_several = below.crosshead and not below.signed
    if above.datelines and not has_crossheads and 0 < _length(above) < SHORT_NEWS and not first_of_several:
        signs.add(Sign.ABOVE_IS_SHORT_NEWS)
    if above.signed_above and not above.has_crossheads and all(role is None for _, role in above.bylines[0].names):
        signs.add(Sign.ABOVE_IS_COMMENTARY)
    if above.body and not above.heads and all(token.kind in (TokenKind.TABLE, TokenKind.NOTE) for token in above.body):
        signs.add(Sign.ABOVE_IS_TABLE)
    under_briefs = len(above.heads) > 1 and Cue.BRIEFS_LABEL in above.heads[0].cues
    if under_briefs and above.body and _length(above) < _LONGEST_BRIEF:
        signs.add(Sign.ABOVE_IS_BRIEF)
    if above.is_list:
        signs.add(Sign.ABOVE_IS_LIST)
    if parts_sentence:
        signs.add(Sign.PARTS_SENTENCE)
    if below.table and any(token.kind is TokenKind.TABLE for token in above.body):
        signs.add(Sign.OVER_TABLE)
    if len(run) == 1 and Cue.SIDEBAR in run[0].cues:
        signs.add(Sign.IS_SIDEBAR)
    if Cue.NUMBERED in run[0].cues:
        signs.add(Sign.NUMBERED)
    return signs


def _length(draft: Draft) -> int:
    """Characters of its running text."""
    return sum(token.span.end - token.span.start for token in draft.texts)
