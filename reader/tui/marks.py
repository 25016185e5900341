"""The marks of a page: which characters are figures, dates, persons, places, organisations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import DATES, EntityType
from reader.theme import MarkClass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.model import Entity, Number
    from reader.typeset.sections import Place, Section

_NAMES = {
    EntityType.PERSON: MarkClass.PERSONS,
    EntityType.PLACE: MarkClass.PLACES,
    EntityType.ORGANISATION: MarkClass.ORGANISATIONS,
}


class HitClass(StrEnum):
    """What was looked for and found."""

    HIT = "hit"
    CURRENT = "current-hit"
    """The one the reader is on."""


class Mark(NamedTuple):
    start: int
    end: int
    kind: MarkClass | HitClass


def number_marks(numbers: Iterable[Number]) -> tuple[Mark, ...]:
    """Marks over the page text, in page order."""
    return tuple(
        Mark(number.start, number.end, MarkClass.DATES if number.type in DATES else MarkClass.FIGURES)
        for number in numbers
    )


def name_marks(entities: Iterable[Entity]) -> tuple[Mark, ...]:
    """Marks over the page text, in page order."""
    return tuple(Mark(entity.start, entity.end, _NAMES[entity.type]) for entity in entities)


def next_mark(
    start: Place, step: int, sections: int, marks_of: Callable[[int], Sequence[Mark]]
) -> tuple[int, Mark] | None:
    """The mark after a place of an article (`step` 1) or before it (-1), and its section; `marks_of` gives those of a
    section in order."""
    section = start.section
    while 0 <= section < sections:
        marks = marks_of(section)
        if section == start.section:
            marks = [mark for mark in marks if (mark.start - start.character) * step > 0]
        if marks:
            return section, marks[0] if step > 0 else marks[-1]
        section += step
    return None


def marks_in(section: Section, marks: Sequence[Mark]) -> list[Mark]:
    """Marks over the text of a section, from marks over the page text that are sorted and free of overlap.

    A mention cut by a column gives one mark when its halves are read as one, else a mark for either half.
    """
    found: list[Mark] = []
    last: Mark | None = None
    for anchor in section.anchors:
        index = bisect_left(marks, anchor.page_start, key=lambda mark: mark.end)
        while index < len(marks) and marks[index].start < anchor.page_end:
            mark = marks[index]
            start = anchor.to_section(max(mark.start, anchor.page_start))
            end = anchor.to_section(min(mark.end, anchor.page_end), end=True)
            if mark is last and found[-1].end == start:
                start = found.pop().start
            if start < end:
                found.append(Mark(start, end, mark.kind))
                last = mark
            index += 1
    return found


def marks_between(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    """Those of some marks in order, free of overlap, that have a character in `[start, end)`."""
    first = bisect_right(marks, start, key=lambda mark: mark.end)
    return marks[first : bisect_left(marks, end, lo=first, key=lambda mark: mark.start)]
