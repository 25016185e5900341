"""What the lines around a line show of it."""

from __future__ import annotations

import re

from reader.parse.bylines import parse_names, placed_name
from reader.parse.cues import FIELD, HEADING_WIDTH, LONGEST_CROSSHEAD, Cue, is_furniture
from reader.parse.datelines import match_dateline
from reader.parse.endings import ends_whole
from reader.parse.lines import Line
from reader.parse.notices import is_organisation
from reader.parse.seams import is_split_word, runs_on
from reader.parse.words import word_list

_HEAD_SIZED = frozenset({Cue.UNBROKEN, Cue.HEADABLE})
_CLAIM = 14
"""Characters of a crosshead that sets a claim behind a colon: 存:不是钱,却比钱难管."""
_ITEM_LEAD = re.compile(r"[^,。]{1,24}:")


def context_cues(
    line: Line,
    cues: frozenset[Cue],
    before: Line | None,
    following: Line | None,
    *,
    above: Line | None,
    under_label: bool,
) -> set[Cue]:
    """What the lines around it show of a line; `above` is the running text it is printed under, captions and the like
    passed over."""
    seen: set[Cue] = set()
    if above is not None and not ends_whole(above.text):
        seen.add(Cue.AFTER_CUT)
        # A short line in the middle of a sentence has the rest of the sentence behind it, not another heading.
        if runs_on(above.text, line.text) and (following is None or _reads_as_text(following)):
            seen.add(Cue.FOLLOWS_ON)
    elif above is not None and Cue.NAMES in cues and placed_name(line.text):
        seen.add(Cue.SIGNED)
    if FIELD.match(line.text) and Cue.FURNITURE not in cues and _is_among_fields(before, following):
        seen.add(Cue.FIELD)
    if following is None or not cues & _HEAD_SIZED or Cue.ENDS_SENTENCE in cues:
        return seen
    if under_label and not cues & {Cue.NAMES, Cue.BULLET, Cue.HOLDS_COMMAS}:
        seen.add(Cue.UNDER_LABEL)
    labels = Cue.SIDEBAR in cues or line.text in word_list("bylines", "unnamed")
    if labels and not _reads_as_text(following):
        seen.add(Cue.OVER_HEADING)
    if _opens_article(following.text):
        seen.add(Cue.BEFORE_LEDE)
    elif _reads_as_text(following):
        titled = cues & {Cue.NOTICE_ENDING, Cue.NOTICE_WORD} or (under_label and Cue.TWO_HALVES in cues)
        if runs_on(line.text, following.text) and not titled:
            seen.add(Cue.RUNS_ON)
        if len(line.text) <= 3 and not cues & {Cue.SET_WIDE, Cue.PLACE}:
            seen.add(Cue.TINY)
        if len(line.text) <= _CLAIM and Cue.ITEM in cues and not _ITEM_LEAD.match(following.text):
            seen.add(Cue.HOLDS_COLON)
        # A word that runs over this line, 依法组 … 织比照判决, says that another article's heading parts its halves.
        parts_word = above is not None and is_split_word(above.text, following.text)
        if above and len(line.text) > LONGEST_CROSSHEAD and not (parts_word or _is_no_fragment(line, cues)):
            seen.add(Cue.AMID_TEXT)
    return seen


def _is_among_fields(before: Line | None, following: Line | None) -> bool:
    """Whether the lines on both sides are fields, or the one above is and the one below begins no text."""
    near = [line for line in (before, following) if line is not None]
    return any(FIELD.match(line.text) and not match_dateline(line.text) for line in near)


def _is_no_fragment(line: Line, cues: frozenset[Cue]) -> bool:
    return Cue.NOTICE_ENDING in cues or Cue.NOTICE_WORD in cues or is_organisation(line.text)


def _opens_article(folded: str) -> bool:
    """Whether a line under a heading says that it was one: a dateline, a deck, a byline."""
    if match_dateline(folded) or folded.startswith("——"):
        return True
    if folded in word_list("headings", "notice_heads"):
        # 公 is a surname, 公告 no name.
        return False
    return len(folded) <= 40 and bool(parse_names(folded.strip("()[]")))


def _reads_as_text(line: Line) -> bool:
    return "。" in line.text or (line.end - line.start > HEADING_WIDTH and not is_furniture(line.text))
