"""What is searched for in an archive: a choice of items in each clause, all clauses to hold.

`reading.read_query` makes a `Query` of what is typed. `str` of a query, a clause or an item is what to type for it, and
reads back to the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.model import ArticleKind
from reader.search.figures import written

# Letters, digits and characters: what is neither a sign of the query language nor parts two words.
_PLAIN = re.compile(r"\w+")
QUOTES = (('"', '"'), ("“", "“”"), ("「", "」"), ("『", "』"))
"""Opening quotation mark and the marks that close it; texts are folded."""


class QueryError(ValueError):
    """What nobody can search for: why, in the language in use, and the typed characters `[start, end)` it is about."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message, self.start, self.end = message, start, end


class FieldKind(StrEnum):
    """Where a text is looked for, when not everywhere. The values are the English names of the fields."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "org"
    PAPER = "paper"
    COLUMN = "column"
    HEADLINE = "headline"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Words:
    """A text that stands somewhere in the article; `folded`, and its blanks are single ones between words."""

    text: str

    def __str__(self) -> str:
        return self.text if _PLAIN.fullmatch(self.text) else quoted(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A text that stands in one field of the article, or is the name of one thing in it; as in `Words`."""

    kind: FieldKind
    text: str

    def __str__(self) -> str:
        # `table:yes` asks for any table.
        plain = _PLAIN.fullmatch(self.text) and self.kind is not FieldKind.TABLE
        return f"{self.kind}:{self.text if plain else quoted(self.text)}"


@dataclass(frozen=True, slots=True)
class OfKind:
    """Articles of one kind."""

    kind: ArticleKind

    def __str__(self) -> str:
        return f"kind:{self.kind}"


@dataclass(frozen=True, slots=True)
class HasTable:
    """Articles with a table."""

    def __str__(self) -> str:
        return "table:"


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles of issues of these days, both included; None is no bound. One bound at least is set."""

    first: dt.date | None
    last: dt.date | None

    def __str__(self) -> str:
        first, last = (day.isoformat() if day else "" for day in (self.first, self.last))
        return first if first == last else f"{first}..{last}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Articles with a number between these bounds, in the units of `reader.model.Number`; None is no bound.

    Without a unit, plain numbers and counts of anything are meant. One bound at least is set, and when both are, both
    are included: more than the language has words for cannot be written.
    """

    low: float | None
    high: float | None
    low_included: bool = True
    high_included: bool = True
    unit: str | None = None

    def __str__(self) -> str:
        low, high = ("" if bound is None else written(bound, self.unit) for bound in (self.low, self.high))
        if low == high:
            return f"={low}"
        if low and high:
            return f"{low}..{high}"
        return f">{'=' * self.low_included}{low}" if low else f"<{'=' * self.high_included}{high}"


Item = Words | Field | OfKind | HasTable | DateRange | Numbers


@dataclass(frozen=True, slots=True)
class Clause:
    """One of `items` holds for the article; when `excluded`, none of them."""

    items: tuple[Item, ...]
    excluded: bool = False

    def __str__(self) -> str:
        return "-" * self.excluded + "|".join(map(str, self.items))


@dataclass(frozen=True, slots=True)
class Query:
    """What holds for the articles wanted: every clause. The query in which nothing is typed has none."""

    clauses: tuple[Clause, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.clauses

    @property
    def texts(self) -> tuple[str, ...]:
        """The `folded` texts that are to be marked where they stand in an article, each once, in the order typed."""
        return tuple(dict.fromkeys(self._texts()))

    def _texts(self) -> Iterator[str]:
        for clause in self.clauses:
            if not clause.excluded:
                for item in clause.items:
                    if isinstance(item, Words) or (isinstance(item, Field) and item.kind is not FieldKind.PAPER):
                        yield item.text

    def __str__(self) -> str:
        return " ".join(map(str, self.clauses))


def quoted(text: str) -> str:
    """`text` between marks it does not hold. A text that was read lacks those of one kind."""
    opening, closing = next((marks for marks in QUOTES if not set(marks[1]) & set(text)), QUOTES[0])
    return f"{opening}{text}{closing[-1]}"
