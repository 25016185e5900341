"""The one place where it stands what a cue is evidence for.

A line is of the class whose weights, over the cues the line has, add up to most; TEXT wins a tie, since running text
read as a heading tears an article in two and a heading read as text does not. Weights are in thirds of a sure sign: 9
settles the matter unless another sure sign stands against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import Enum, auto

from reader.parse.cues import Cue


class LineClass(Enum):
    __hash__ = object.__hash__

    TEXT = auto()
    HEAD = auto()
    DECK = auto()
    LABEL = auto()
    """A column label marked as one by its brackets."""
    BYLINE = auto()
    CREDIT = auto()
    CAPTION = auto()
    JUMP = auto()
    NOTE = auto()
    DAY = auto()
    FURNITURE = auto()


PRIOR: Mapping[LineClass, float] = {LineClass.TEXT: 0.5}

EVIDENCE: Mapping[LineClass, Mapping[Cue, float]] = {
    LineClass.TEXT: {
        Cue.ENDS_SENTENCE: 4,
        Cue.HOLDS_SENTENCE: 6,
        Cue.ENDS_OPEN: 3,
        Cue.HOLDS_COMMA: 4,
        Cue.HOLDS_COMMAS: 2,
        Cue.UNBALANCED: 5,
        Cue.LONG: 4,
        Cue.VERY_LONG: 6,
        Cue.DATELINE: 9,
        Cue.STARTS_INSIDE: 6,
        Cue.NOTICE_LEAD: 3,
        Cue.TURN: 12,
        Cue.ENDS_COLON: 2,
        Cue.CONTACT: 9,
        Cue.BULLET: 1,
        Cue.ADDRESS: 5,
        Cue.SIGNED: -6,
        Cue.AFTER_CUT: 2,
        Cue.FOLLOWS_ON: 6,
        Cue.RUNS_ON: 9,
        Cue.AMID_TEXT: 4,
        Cue.JUMP_FROM: 2,
        Cue.FIELD: 7,
    },
    LineClass.HEAD: {
        Cue.HEADABLE: 3,
        Cue.SHORT: 1,
        Cue.UNBROKEN: 1,
        Cue.BEFORE_LEDE: 8,
        Cue.TINY: -7,
        Cue.TWO_HALVES: 3,
        Cue.QUOTED: 3,
        Cue.SET_WIDE: 3,
        Cue.UNDER_LABEL: 4,
        Cue.CLAUSES: 5,
        Cue.DASH: -9,
        Cue.CONTACT: -5,
        Cue.ENDS_COLON: -1,
        Cue.HOLDS_COLON: 3,
        Cue.ENDS_LIVELY: 1,
        Cue.ENDS_SENTENCE: -5,
        Cue.ENDS_OPEN: -4,
        Cue.HOLDS_SENTENCE: -6,
        Cue.LONG: -6,
        Cue.HOLDS_COMMA: -1,
        Cue.NOTICE_WORD: 9,
        Cue.BRIEFS_LABEL: 9,
        Cue.PHOTO_LABEL: 9,
        Cue.NOTICE_ENDING: 1,
        Cue.NUMBERED: 1,
        Cue.STARTS_INSIDE: -6,
        Cue.HOLDS_COMMAS: -1,
    },
    LineClass.DECK: {Cue.DASH: 8, Cue.LONG: -3, Cue.HOLDS_SENTENCE: -6, Cue.ENDS_SENTENCE: -3},
    LineClass.LABEL: {Cue.BRACKETED: 20, Cue.OVER_HEADING: 30, Cue.NOTICE_WORD: -14},
    LineClass.BYLINE: {Cue.SIGNED: 14, Cue.PARENTHESISED_NAMES: 9, Cue.NAMES: 7, Cue.AUTHOR_PLACE: 12, Cue.CREDIT: -12},
    LineClass.CREDIT: {Cue.CREDIT: 12},
    LineClass.CAPTION: {Cue.CAPTION_LEAD: 16},
    LineClass.JUMP: {Cue.JUMP_FROM: 10, Cue.JUMP_TO: 14, Cue.HOLDS_SENTENCE: -9, Cue.LONG: -9},
    LineClass.NOTE: {Cue.NOTE_LEAD: 30, Cue.FORMULA: 12},
    LineClass.DAY: {Cue.DAY_ONLY: 12, Cue.SIGNED_OFF: 12},
    LineClass.FURNITURE: {
        Cue.FURNITURE: 12,
        Cue.FOLIO: 11,
        Cue.ENDS_SENTENCE: -3,
        Cue.HOLDS_SENTENCE: -6,
        Cue.VERY_LONG: -6,
    },
}


_BY_CUE: Mapping[Cue, tuple[tuple[LineClass, float], ...]] = {
    cue: tuple((kind, weights[cue]) for kind, weights in EVIDENCE.items() if cue in weights) for cue in Cue
}


def weigh(cues: Set[Cue]) -> dict[LineClass, float]:
    """How much speaks for each class that anything speaks for or against."""
    found = dict(PRIOR)
    for cue in cues:
        for kind, weight in _BY_CUE[cue]:
            found[kind] = found.get(kind, 0) + weight
    return found


def classify(cues: Set[Cue]) -> LineClass:
    weights = weigh(cues)
    most = max(weights.values())
    kinds = [kind for kind, weight in weights.items() if weight == most]
    # The order in which cues are met differs from run to run; of equals the class that is declared first is taken.
    return kinds[0] if len(kinds) == 1 else min(kinds, key=lambda kind: kind.value)
