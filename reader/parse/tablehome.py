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


class TableHomes:
    """Finds homes among the drafts of a page; `drafts` grows while the page is read. `titles` and `headers` are those
    of its printed tables, in page order, folded, the names of a header as one text, and empty where none is printed."""

    def __init__(self, titles: Sequence[str], headers: Sequence[str], drafts: Sequence[Draft], folded: str) -> None:
        self._titles = titles
        self._headers = headers
        self._drafts = drafts
        self._folded = folded
        self._found: tuple[Draft, Draft] | None = None
        """The earlier article that the table just read belongs to, and the one it is printed under."""

    def is_titled(self, table: Token) -> bool:
        return bool(self._title(table))

    def home_of(self, token: Token, current: Draft) -> Draft | None:
        """The earlier article that a table under `current`, a further piece of it, or the remark under it belongs
        to. None when there is none."""
        if token.kind is TokenKind.TABLE and self.is_titled(token):
            found = self._of_title(token, current)
            self._found = (found, current) if found is not None else None
        if self._found is None or token.kind not in (TokenKind.TABLE, TokenKind.NOTE):
            return None
        home, under = self._found
        return home if under is current else None

    def open_home_of(self, table: Token, current: Draft) -> Draft | None:
        """The earlier article that stops in a table with the header of this one, which has no title of its own: the
        column goes on here."""
        header = self._header(table)
        if not header or self.is_titled(table) or any(token.kind is TokenKind.TABLE for token in current.body):
            return None
        for draft in reversed(self._drafts[-_NEAR:]):
            last = draft.body[-1] if draft.body and not draft.tail else None
            if draft is not current and last is not None and last.kind is TokenKind.TABLE:
                return draft if not draft.closed and self._header(last) == header else None
        return None

    def is_of_its_own(self, table: Token, current: Draft) -> bool:
        """Whether a table behind an article that is closed has a title of which nothing stands in that article."""
        pairs = _pairs(part_of(self._title(table))[0])
        apart = current.closed and bool(pairs) and not any(token.kind is TokenKind.TABLE for token in current.body)
        return apart and not self._held(pairs, [*current.heads, *current.texts])

    def _title(self, table: Token) -> str:
        return self._titles[table.table]

    def _header(self, table: Token) -> str:
        return self._headers[table.table]

    def _of_title(self, table: Token, current: Draft) -> Draft | None:
        """The article with the part before this one of a table in numbered parts (…情况(一), …情况(二)), or the one
        whose heading its title repeats."""
        title, number = part_of(self._title(table))
        if not title:
            return None
        if number > 1:
            for draft in reversed(self._drafts[:-1]):
                for token in draft.body:
                    if token.kind is TokenKind.TABLE and part_of(self._title(token)) == (title, number - 1):
                        return draft
            return None
        if not current.closed and not any(token.kind is TokenKind.TABLE for token in current.body):
            return None
        pairs = _pairs(title)
        here = self._held(pairs, [*current.heads, *current.texts])
        for draft in reversed(self._drafts[-_NEAR:]):
            if draft is not current and not draft.photo and draft.heads:
                there = self._held(pairs, draft.heads)
                if there >= _AKIN and there >= here + _CLEARLY:
                    return draft
        return None

    def _held(self, pairs: set[str], tokens: Sequence[Token]) -> float:
        """Share of `pairs` that some tokens hold."""
        text = "".join(self._folded[slice(*token.span)] for token in tokens)
        return sum(pair in text for pair in pairs) / max(1, len(pairs))


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
