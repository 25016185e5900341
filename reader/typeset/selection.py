"""A stretch of an article: where it begins and ends, and its text without row ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.typeset.sections import Place, Section

TO_ITS_END = -1
"""In the place of a character: behind the last of the section."""


class Reach(NamedTuple):
    """Places `[start, end)`: what one click or one step of the keyboard takes in, at most a paragraph."""

    start: Place
    end: Place


class Selection(NamedTuple):
    """From one reach to another, both included, whichever comes first."""

    anchor: Reach
    head: Reach

    @property
    def start(self) -> Place:
        return min(self.anchor.start, self.head.start)

    @property
    def end(self) -> Place:
        """Behind the last character."""
        return max(self.anchor.end, self.head.end)

    def within(self, section: int) -> tuple[int, int] | None:
        """The characters `[start, end)` of a section that are selected; the end may be `TO_ITS_END`."""
        if not self.start.section <= section <= self.end.section or self.start == self.end:
            return None
        start = self.start.character if section == self.start.section else 0
        end = self.end.character if section == self.end.section else TO_ITS_END
        return None if start == end else (start, end)


def selected_text(flow: Sequence[Section], selection: Selection, table_text: Callable[[int], str]) -> str:
    r"""The selected characters, a line for each section; of a table of which anything is selected, all that
    `table_text` gives for it."""
    lines = []
    for index in range(selection.start.section, min(selection.end.section + 1, len(flow))):
        section, within = flow[index], selection.within(index)
        if within is None:
            continue
        if section.table is not None:
            lines.append(table_text(section.table))
        else:
            start, end = within
            lines.append(section.text[start : len(section.text) if end == TO_ITS_END else end])
    return "\n".join(lines)
