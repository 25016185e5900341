"""A draft: the tokens of one article while the page is being read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from reader.parse.cues import Cue
from reader.parse.tokens import Token, TokenKind


@dataclass(slots=True)
class Draft:
    heads: list[Token] = field(default_factory=list)
    """Lines of its heading: label, kicker, headline, deck."""
    body: list[Token] = field(default_factory=list)
    """Running text, crossheads (as HEAD), captions, tables and notes, in printed order."""
    tail: list[Token] = field(default_factory=list)
    """What is printed behind the byline that closes it, or before its heading: half of a feature emitted tail first, as
    a rule."""
    datelines: list[Token] = field(default_factory=list)
    bylines: list[Token] = field(default_factory=list)
    credits: list[Token] = field(default_factory=list)
    jumps: list[Token] = field(default_factory=list)
    labels_after: list[Token] = field(default_factory=list)
    interrupts: Draft | None = None
    """The article in the middle of whose sentence its heading was printed: what follows is the rest of that one."""
    given: bool = False
    """Some of what follows was given to the one it interrupts."""
    notice: bool = False
    photo: bool = False
    closed: bool = False
    """A closing byline, a signature or a jump line said that it ends here."""

    @property
    def texts(self) -> list[Token]:
        return [token for token in self.body if token.kind is TokenKind.TEXT]

    @property
    def continued(self) -> bool:
        return any(token.kind is TokenKind.JUMP_FROM for token in self.jumps)

    @property
    def goes_to_page(self) -> bool:
        """It is continued on another page, which is where its last sentence goes on."""
        return any(token.kind is TokenKind.JUMP_TO for token in self.jumps)

    def crossheads(self) -> Iterator[Token]:
        # A heading line over a table is its title.
        return (
            token
            for token, after in zip(self.body, chain(islice(self.body, 1, None), (None,)), strict=False)
            if token.kind is TokenKind.HEAD and (after is None or after.kind is not TokenKind.TABLE)
        )

    @property
    def has_crossheads(self) -> bool:
        return any(True for _ in self.crossheads())

    @property
    def is_list(self) -> bool:
        """A list of briefs: several items, as its first text and its last one are."""
        first, last = self._ends()
        return first is not last and self.is_of_items

    @property
    def is_of_items(self) -> bool:
        """Its text is items, as far as its first and its last one show: all of them are looked at for few."""
        return all(text is not None and Cue.BULLET in text.cues for text in self._ends())

    @property
    def has_no_items(self) -> bool:
        """It has text, and neither the first nor the last of it is an item."""
        return all(text is not None and Cue.BULLET not in text.cues for text in self._ends())

    def _ends(self) -> tuple[Token | None, Token | None]:
        """The first and the last running text of its body."""
        return self.first_text(), next((one for one in reversed(self.body) if one.kind is TokenKind.TEXT), None)

    @property
    def labelled(self) -> bool:
        return any(token.kind is TokenKind.LABEL for token in self.heads)

    @property
    def is_signed(self) -> bool:
        """As notices are, by who gives them or with the day."""
        return any(token.kind in (TokenKind.SIGNATURE, TokenKind.DAY) for token in self.body)

    @property
    def has_only_labels(self) -> bool:
        """No headline yet."""
        return all(token.kind is TokenKind.LABEL for token in self.heads)

    @property
    def start(self) -> int:
        """Offset of its first printed character."""
        return min(
            token.span.start
            for tokens in (
                self.heads,
                self.body,
                self.tail,
                self.datelines,
                self.bylines,
                self.credits,
                self.jumps,
            )
            for token in tokens
        )

    def first_text(self) -> Token | None:
        return next((token for token in self.body if token.kind is TokenKind.TEXT), None)

    def last_text(self) -> Token | None:
        """The last running text, crossheads, tables and captions passed over."""
        for token in reversed(self.tail or self.body):
            if token.kind is TokenKind.TEXT:
                return token
        return None

    def is_empty(self) -> bool:
        return not (
            self.heads or self.body or self.tail or self.jumps or self.datelines or self.bylines or self.credits
        )

    @property
    def signed_above(self) -> bool:
        """The byline stands between heading and text, and no dateline says that it is news."""
        return bool(self.bylines and self.body) and not self.datelines and self.bylines[0].span < self.body[0].span

    def titled_as_notice(self) -> bool:
        return any(token.kind is TokenKind.NOTICE_HEAD or Cue.NOTICE_ENDING in token.cues for token in self.heads)
