"""Which article a printed table belongs to, where it is not the one it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.parse.drafts import Draft
from reader.parse.tables.titles import part_of
from reader.parse.tokens import Token, TokenKind

_NEAR = 8
"""Articles back to which a table's article is looked for."""
_AKIN = 0.6
"""Share of a title's pairs of characters that an article's heading holds, from which the two speak of one thing."""
_CLEARLY = 0.4
"""How much more of the title an earlier article's heading must hold than all of the article the table stands in."""
_HAN = re.compile("[\u4e00-\u9fff]+")


def home_of(table: Token, titles: Sequence[str], drafts: Sequence[Draft], current: Draft, folded: str) -> Draft | None:
    """The earlier article of `drafts` that a table goes with: the one with the part before it of a table in numbered
    parts (…情况(一), …情况(二)), or the one whose heading its title repeats. None when there is none."""
    said = titles[table.table] if table.table < len(titles) else ""
    if not said:
        return None
    title, number = part_of(said)
    if number > 1 and title:
        for draft in reversed(drafts[:-1]):
            for token in draft.body:
                if token.kind is TokenKind.TABLE and part_of(titles[token.table]) == (title, number - 1):
                    return draft
        return None
    if not current.closed and not any(token.kind is TokenKind.TABLE for token in current.body):
        return None
    pairs = _pairs(title)
    here = _held(pairs, [*current.heads, *current.texts], folded)
    for draft in reversed(drafts[-_NEAR:]):
        if draft is not current and not draft.photo and draft.heads:
            there = _held(pairs, draft.heads, folded)
            if there >= _AKIN and there >= here + _CLEARLY:
                return draft
    return None


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}


def _held(pairs: set[str], tokens: Sequence[Token], folded: str) -> float:
    text = "".join(folded[slice(*token.span)] for token in tokens)
    return sum(pair in text for pair in pairs) / max(1, len(pairs))
