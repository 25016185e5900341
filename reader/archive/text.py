r"""The text of an article that is searched: what is printed, passage by passage, with column cuts healed.

    headline \n other headings and bylines \n lede \n paragraph \n … \f table title \n cell \t cell \n … \n

Nothing that is typed can match over a `\n`, `\t` or `\f`, so a hit lies in one passage. Where it lies says how much it
weighs: a hit in the headline more than one in the lede, and that more than one further down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from reader.model import Article, BlockKind, Passage, Role

_IN_HEADLINE = frozenset({Role.HEADLINE})
_PARTS = str.maketrans(dict.fromkeys("\n\t\f\v\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
TABLES = "\f"
"""Before the first table."""


class Zone(IntEnum):
    """Where in an article a hit stands; the lower the more it weighs."""

    HEADLINE = 0
    HEADINGS = 1
    """Kicker, deck, label, byline and what else has a field of its own."""
    LEDE = 2
    BODY = 3
    TABLE = 4


class PlacedPassage(NamedTuple):
    """A passage and the offset of its first character in the text that is searched."""

    offset: int
    passage: Passage


def search_text(article: Article, page_text: str) -> str:
    """The text of an article; `page_text` is that of its page. As long as the printed passages and what parts them."""
    return "".join(piece if passage is None else _flat(piece) for piece, passage in _pieces(article, page_text))


def placed_passages(article: Article, page_text: str) -> list[PlacedPassage]:
    """The passages of `search_text`, in its order."""
    found, offset = [], 0
    for piece, passage in _pieces(article, page_text):
        if passage is not None:
            found.append(PlacedPassage(offset, passage))
        offset += len(piece)
    return found


def zone_at(text: str, offset: int) -> Zone:
    """The zone of a character of `search_text`."""
    tables = text.find(TABLES)
    if 0 <= tables <= offset:
        return Zone.TABLE
    return Zone(min(text.count("\n", 0, offset), Zone.BODY))


def _flat(text: str) -> str:
    # Few passages hold such signs, and to look is quicker than to translate.
    return text if text.isprintable() else text.translate(_PARTS)


def _pieces(article: Article, page_text: str) -> Iterator[tuple[str, Passage | None]]:
    """Text by text; None stands beside what only parts others."""
    yield from _line([part for part in article.parts if part.role in _IN_HEADLINE])
    yield "\n", None
    yield from _line([part for part in article.parts if part.role not in _IN_HEADLINE])
    for block in article.blocks:
        if block.kind is not BlockKind.TABLE:
            yield "\n", None
            yield block.text, block
    if article.tables:
        yield TABLES, None
    for table in article.tables:
        for heading in (table.title, table.caption):
            if heading is not None:
                yield heading.text, heading
                yield "\n", None
        # A name that is filled down from the row above is printed once, and counts for the row it is printed in.
        yield from _header(table.columns)
        for row in table.rows:
            printed = [Passage(page_text[span.start : span.end], (span,)) for _text, span in row if span is not None]
            yield from _line(printed)
            yield "\n", None
    # Texts lie one behind the other when they are searched: nothing may match over the end of one.
    yield "\n", None


def _header(columns: Sequence[str]) -> Iterator[tuple[str, Passage | None]]:
    # Names of columns are put together from several rows and have no place of their own on the page.
    yield _flat("\t".join(columns)), None
    yield "\n", None


def _line(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage | None]]:
    for number, passage in enumerate(passages):
        if number:
            yield "\t", None
        yield passage.text, passage
