"""Text cut to a number of cells."""

from __future__ import annotations

from reader.typeset.breaking import break_rows
from reader.typeset.width import cell_width, char_width


def fit(text: str, width: int) -> str:
    """`text`, or as much of it as leaves room for an ellipsis, in at most `width` cells."""
    if width <= 0:
        return ""
    # Each character takes two cells at most, so a longer text need not be measured to its end.
    if len(text) <= width and cell_width(text) <= width:
        return text
    room, end = width - 1, 0
    for end, char in enumerate(text):  # noqa: B007 - the loop is for its end
        room -= char_width(char)
        if room < 0:
            break
    return text[:end] + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` cut and filled to exactly `width` cells, at the right edge if `right`."""
    text = fit(text, width)
    blanks = " " * (width - cell_width(text))
    return blanks + text if right else text + blanks


def header_lines(name: str, width: int) -> list[str]:
    """A column's name in lines of `width` cells; a head over several columns (系统考评/结案数) has its own."""
    lines = [part[row.start : row.end] for part in name.split("/") for row in break_rows(part, width, hang=0)]
    return lines or [""]
