"""What the lines around a line show of it."""

from __future__ import annotations

import re

from reader.parse.bylines import parse_names, placed_name
from reader.parse.cues import FIELD, HEADING_WIDTH, LONGEST_CROSSHEAD, Cue
from reader.parse.datelines import match_dateline
from reader.parse.endings import ends_whole
from reader.parse.furniture import is_furniture
from reader.parse.han import HAN
from reader.parse.lines import Line
from reader.parse.notices import is_organisation, match_notice_lead
from reader.parse.seams import is_split_word, opens_anew, runs_on
from reader.parse.words import word_list

_HEAD_SIZED = frozenset({Cue.UNBROKEN, Cue.HEADABLE})
_CLAIM = 14
"""Characters of a crosshead that sets a claim behind a colon: 存:不是钱,却比钱难管."""
_CLAUSES = re.compile(r"([\u4e00-\u9fff“”]{2,11}),([\u4e00-\u9fff“”]{4,11})")
_AUTHOR = re.compile(rf"[□■◎●]?[ ]*{HAN}(?:[ ]?{HAN}){{1,3}}")
_ITEM_LEAD = re.compile(r"[^,。]{1,24}:")


def context_cues(
    line: Line,
    cues: frozenset[Cue],
    before: Line | None,
    following: Line | None,
    *,
    above: Line | None,
    under_label: bool,
    under_labelled: bool,
) -> set[Cue]:
    """What the lines around it show of a line; `above` is the running text it is printed under, captions and the like
    passed over. `under_label`: the line before is a column label; `under_labelled`: it is the headline under one."""
    seen: set[Cue] = set()
    if above is not None and not ends_whole(above.text):
        seen.add(Cue.AFTER_CUT)
        # A short line in the middle of a sentence has the rest of the sentence behind it, not another heading.
        if runs_on(above.text, line.text) and _may_follow(line, cues, following):
            seen.add(Cue.FOLLOWS_ON)
    elif above is not None and Cue.NAMES in cues and placed_name(line.text):
        seen.add(Cue.SIGNED)
    if FIELD.match(line.text) and Cue.FURNITURE not in cues and _is_among_fields(before, following):
        seen.add(Cue.FIELD)
    if above is not None and ends_whole(above.text) and following is not None and _are_clauses(line.text, following):
        seen.add(Cue.CLAUSES)
    if following is None or not cues & _HEAD_SIZED or Cue.ENDS_SENTENCE in cues:
        return seen
    if (
        (under_labelled or (Cue.SET_WIDE in cues and _is_under_headline(before)))
        and _AUTHOR.fullmatch(line.text)
        and _reads_as_text(following)
        and "本报" not in following.text[:4]
    ):
        seen.add(Cue.AUTHOR_PLACE)
    if under_label and not cues & {Cue.NAMES, Cue.BULLET, Cue.HOLDS_COMMAS, Cue.FURNITURE, Cue.FOLIO, Cue.DATELINE}:
        seen.add(Cue.UNDER_LABEL)
    labels = Cue.SIDEBAR in cues or line.text in word_list("bylines", "unnamed")
    if labels and not _reads_as_text(following):
        seen.add(Cue.OVER_HEADING)
    if _opens_article(following.text) and Cue.SIGNED not in cues:
        seen.add(Cue.BEFORE_LEDE)
    elif _reads_as_text(following):
        titled = (
            cues & {Cue.NOTICE_ENDING, Cue.NOTICE_WORD}
            or (under_label and Cue.TWO_HALVES in cues)
            # A deck; the text below it may be the middle of a feature printed tail first.
            or (above is None and Cue.DASH in cues)
        )
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


def _may_follow(line: Line, cues: frozenset[Cue], following: Line | None) -> bool:
    """Whether what stands below allows a line to be the rest, or a piece, of the sentence above."""
    if Cue.NOTICE_WORD in cues:
        return False
    if following is None:
        # The last line of a page is a label as often as the end of a text.
        return ends_whole(line.text) or Cue.TWO_HALVES not in cues
    if ends_whole(line.text):
        return True
    if not _reads_as_text(following) or match_notice_lead(following.text[:48]) is not None:
        return False
    # Behind a comma anything reads on; a pair of phrases that nothing goes on from is a heading.
    return Cue.TWO_HALVES not in cues or runs_on(line.text, following.text)


def _are_clauses(folded: str, following: Line) -> bool:
    found = _CLAUSES.fullmatch(folded)
    if found is None or abs(len(found[1]) - len(found[2])) > 3 or not _reads_as_text(following):
        return False
    return not (opens_anew(folded) or runs_on(folded, following.text) or following.text[0] in "的了和及等")


def _is_under_headline(before: Line | None) -> bool:
    return before is not None and not (
        _reads_as_text(before) or ends_whole(before.text) or parse_names(before.text.strip("()[]"))
    )


def _is_among_fields(before: Line | None, following: Line | None) -> bool:
    """Whether a line next to it is a field too."""
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
