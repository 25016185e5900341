"""The place in a query that nobody can search for."""

from __future__ import annotations

from reader.gate import visible
from reader.search.query import QueryError
from reader.typeset.width import cell_width


def underlined(query: str, error: QueryError) -> str:
    """What is wrong, the query on one line, and under it a row of ^ as wide as the place it is about."""
    shown = visible(query, keep="")
    before, about = shown[: error.start], shown[error.start : error.end]
    marks = " " * cell_width(before) + "^" * max(1, cell_width(about))
    return f"{error.message}\n  {shown}\n  {marks}"
