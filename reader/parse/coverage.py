"""Nothing is lost: what no article and no furniture took is kept as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.model import Span

_PRINTED = re.compile(r"\S(?:[^\n]*\S)?")


def leftovers(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans of the printed characters of `text` that no span holds, a line at a time."""
    found: list[Span] = []
    at = 0
    for start, end in [*sorted(spans), Span(len(text), len(text))]:
        if start > at:
            found += [Span(match.start(), match.end()) for match in _PRINTED.finditer(text, at, start)]
        at = max(at, end)
    return found
