"""What the audit finds: a printed figure, what the other figures of the page make of it, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model import Span


class Severity(StrEnum):
    CERTAIN = "certain"
    """Two figures of the page contradict each other: one of them is wrong."""
    DOUBTFUL = "doubtful"
    """They do not agree, but something that is not printed may explain it."""


class Kind(StrEnum):
    """What the figure disagrees with."""

    RATIO = "ratio"
    """A quotient of two others: a rate, a growth rate, an average, a price."""
    SUM = "sum"
    """A sum or a difference of others."""
    TOTAL = "total"
    """The sum of its column."""
    MEAN = "mean"
    """The mean of its column."""
    RANK = "rank"
    """The count of ranks, or the order of the scores."""
    FORMULA = "formula"
    """The formula the other rows' scores obey."""
    HEADER = "header"
    """The name of the same column in another piece of the table."""
    CHANGE = "change"
    """What it grew or fell from and to."""
    COUNT = "count"
    """The number of things listed."""
    WEEKDAY = "weekday"
    DATE = "date"
    """A day the calendar has not."""
    IMPOSSIBLE = "impossible"
    """A bound that no figure of its sort can pass."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One printed figure that disagrees with others.

    `span` is its place in the page text and `printed` the text there; `computed` is what would agree, in the same form.
    A figure that several checks object to is one finding: `kind` is that of the strongest, `kinds` are all of them,
    and `note` joins their arithmetic. `article` is None for a masthead. `table`, `row` and `column` are indices into
    `Article.tables`, `Table.rows` and `Table.columns`, None outside a table; of a header `row` is None.
    """

    article: str | None
    severity: Severity
    kind: Kind
    printed: str
    computed: str
    note: str
    span: Span
    kinds: tuple[Kind, ...] = ()
    table: int | None = None
    row: int | None = None
    column: int | None = None
