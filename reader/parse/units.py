"""Heading lines that belong together: a headline or a crosshead on two lines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parse.cues import Cue
from reader.parse.lines import Line
from reader.parse.tokens import Token, TokenKind

_LONGEST_TWIN = 8
_LONGEST_LABEL = 4
LONGEST_HALF = 15
"""Characters of either half of a headline on two lines."""


def units_of(run: Sequence[Token], lines: Sequence[Line], *, parted: bool) -> list[list[Token]]:
    """Heading lines grouped as they were set: lines printed close under each other on a page that parts its blocks by
    blank lines are one unit, such as a headline on two lines."""
    units: list[list[Token]] = []
    for token in run:
        close = parted and units and token.alone and lines[token.line].gap == 0 and token.line == units[-1][-1].line + 1
        if close and token.kind is not TokenKind.LABEL and units[-1][-1].kind is not TokenKind.LABEL:
            units[-1].append(token)
        else:
            units.append([token])
    return units


def with_halves(
    units: list[list[Token]], lines: Sequence[Line], *, parted: bool, longest: int = LONGEST_HALF
) -> list[list[Token]]:
    """The units of a heading, its two lines as one where they are the halves of one headline: for pages whose gaps do
    not tell. `parted`: blank lines part the blocks of the page; where they do not, one between the two lines parts
    them."""
    if len(units) != 2 or (not parted and lines[units[1][0].line].gap):
        return units
    return [[*units[0], *units[1]]] if _are_halves(*units, longest=longest) else units


def _are_halves(first: Sequence[Token], second: Sequence[Token], *, longest: int) -> bool:
    """Both short, and neither a pair of phrases nor, as in a group under one label, a subject and its claim."""
    if len(first) > 1 or len(second) > 1:
        return False
    halves = (first[0], second[0])
    return all(
        half.kind in (TokenKind.HEAD, TokenKind.NOTICE_HEAD)
        and Cue.TWO_HALVES not in half.cues
        and half.span.end - half.span.start <= longest
        for half in halves
    ) and not (first[0].cues & {Cue.DOCUMENT, Cue.OCCASION} or Cue.HOLDS_COLON in second[0].cues)


def with_twins(units: list[list[Token]]) -> list[list[Token]]:
    """The same for two lines of one length, which are halves also where the first is as short as a label: 塘子清了淤
    over 来年多装水."""
    if len(units) != 2 or Cue.LABEL_ENDING in units[0][0].cues or not _are_halves(*units, longest=_LONGEST_TWIN):
        return units
    lengths = [one[0].span.end - one[0].span.start for one in units]
    return [[*units[0], *units[1]]] if lengths[0] > _LONGEST_LABEL and abs(lengths[0] - lengths[1]) <= 1 else units
