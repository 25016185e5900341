"""A line cut to a number of cells around what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.typeset.fit import fit
from reader.typeset.width import cell_width

_CUT = "…"


class Around(NamedTuple):
    """`hits` are `[start, end)` of `text`."""

    text: str
    hits: tuple[tuple[int, int], ...]


def around(text: str, hits: Sequence[tuple[int, int]], first: int, width: int) -> Around:
    """As much of `text` as `width` cells hold, with the character `first` a third down the line at most.

    Linear in `width` and in the number of hits.
    """
    if len(text) <= width and cell_width(text) <= width:
        return Around(text, tuple(hits))
    start, room = first, width // 3
    while start and room > 0:
        start -= 1
        room -= max(1, cell_width(text[start]))
    # What follows is too short to fill the line.
    while start and cell_width(text[start - 1 : start + width]) < width:
        start -= 1
    lead = _CUT if start else ""
    cut = fit(lead + text[start : start + width + 1], width)
    shift, end = len(lead) - start, len(cut) - cut.endswith(_CUT)
    places = ((max(at + shift, len(lead)), min(to + shift, end)) for at, to in hits)
    return Around(cut, tuple((at, to) for at, to in places if at < to))


def pieces(line: Around) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a hit; hits may overlap."""
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(line.hits):
        if start > at:
            found.append((line.text[at:start], False))
        if end > at:
            found.append((line.text[max(at, start) : end], True))
            at = end
    if at < len(line.text):
        found.append((line.text[at:], False))
    return found
