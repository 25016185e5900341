"""Counts as blocks of one cell each, side by side: how something goes up and down, in the room of a few words."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = "▁▂▃▄▅▆▇█"
_NONE = " "


def sparks(counts: Sequence[int], width: int) -> str:
    """A block for each count, a blank for nought; the highest is a whole one.

    Where there are more counts than `width` cells, as many neighbours as need be are one block together. Linear.
    """
    if width < 1:
        return ""
    together = max(1, -(-len(counts) // width))
    sums = [sum(counts[at : at + together]) for at in range(0, len(counts), together)]
    most = max(sums, default=0)
    return "".join(_EIGHTHS[(count * 8 - 1) // most] if count else _NONE for count in sums)
