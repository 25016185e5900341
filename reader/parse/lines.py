"""The printed lines of a page text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Span

_SHORT = 32
"""Characters of a line that may be part of a heading."""


class Line(NamedTuple):
    """A line with something printed on it.

    `text` is the line without the white space at its ends and stands at `[start, end)` of the page; `raw` is the whole
    line, from `raw_start`, whose leading blanks and tabs matter in tables. `gap` counts the blank lines before it.
    """

    start: int
    end: int
    text: str
    raw: str
    raw_start: int
    gap: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Layout(NamedTuple):
    """What the blank lines of a page say."""

    parted: bool
    """They part its blocks."""
    telling: bool
    """Heading lines close together and apart say something: not where no blank line stands anywhere, nor where one
    stands before every line."""
    spaced: bool
    """There are some."""


def layout_of(lines: Sequence[Line]) -> Layout:
    parted = sum(line.gap > 0 for line in lines) * 3 > len(lines)
    short = (line for line in lines[1:] if len(line.text) <= _SHORT and "\t" not in line.raw)
    return Layout(parted, parted and any(line.gap == 0 for line in short), any(line.gap for line in lines[1:]))


def is_indented(line: Line) -> bool:
    """Whether the line is set in by two em, as the first line of a paragraph is."""
    return line.raw.startswith("\u3000\u3000") or line.raw.startswith("    ")


def split_lines(text: str) -> list[Line]:
    """Lines of `text` that hold at least one character that is not white space, in page order. Linear."""
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(stripped), stripped, raw, offset, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return lines
