"""Where in a printed text another name, word, figure or date may stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from reader.parse.days import date_of

from .names import Mark, word_types

_DATE = re.compile(r"(?:((?:19|20)\d\d)年)?(?<!\d)(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日")
_MONTH = re.compile(r"(?:((?:19|20)\d\d)年)?(?<!\d)(1[0-2]|[1-9])月(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[-—]20\d\d年)")
_FIGURE = re.compile(r"(?<![\dA-Za-z第“.+])\d+(?:\.\d+)?(?![\d.]|[A-Za-z”时分秒点日月年版届])")
_CELL = re.compile(r"(?<![\dA-Za-z.])(?:\d+\.\d+|\d{3,})(?![\dA-Za-z])")
"""Short whole numbers of a table number its rows."""
_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")


class Kind(Enum):
    PERSON = auto()
    PLACE = auto()
    WORD = auto()
    FIGURE = auto()
    DATE = auto()
    MONTH = auto()
    YEAR = auto()


class Slot(NamedTuple):
    """`[start, end)` of a text. `shift`: days, months or years from the day of the issue, by `kind`."""

    start: int
    end: int
    kind: Kind
    shift: int = 0
    with_year: bool = False


class Look(NamedTuple):
    """What is looked for in a piece of a page."""

    words: bool = False
    table: bool = False


def find_slots(text: str, day: dt.date, names: Sequence[Mark], look: Look) -> tuple[Slot, ...]:
    """Slots of a text of an issue of that day, sorted and without overlap; `names` with offsets into `text`."""
    slots = {slot.start: slot for slot in _names(text, names)}
    taken = bytearray(len(text))
    for name in names:
        taken[max(name.start, 0) : name.end] = b"\1" * (min(name.end, len(text)) - max(name.start, 0))
    finders = [_dates(text, day), _months(text, day), _years(text, day), _figures(text, look.table)]
    if look.words:
        finders.append(_words(text, taken))
    for finder in finders:
        for slot in finder:
            if not any(taken[slot.start : slot.end]):
                taken[slot.start : slot.end] = b"\1" * (slot.end - slot.start)
                slots[slot.start] = slot
    return tuple(slots[start] for start in sorted(slots))


def _names(text: str, names: Sequence[Mark]) -> Iterator[Slot]:
    """Names of two characters or more: 张 and 晋 stand inside of other words."""
    kinds = {"PER": Kind.PERSON, "LOC": Kind.PLACE}
    for name in names:
        if name.type in kinds and len(name.text) > 1 and 0 <= name.start < name.end <= len(text):
            yield Slot(name.start, name.end, kinds[name.type])


def _dates(text: str, day: dt.date) -> Iterator[Slot]:
    for found in _DATE.finditer(text):
        years = [int(found[1])] if found[1] else [day.year - 1, day.year, day.year + 1]
        dates = [date for year in years if (date := date_of(year, int(found[2]), int(found[3])))]
        if dates:
            nearest = min(dates, key=lambda date: abs(date - day))
            yield Slot(*found.span(), Kind.DATE, (nearest - day).days, found[1] is not None)


def _months(text: str, day: dt.date) -> Iterator[Slot]:
    for found in _MONTH.finditer(text):
        shift = (int(found[1] or day.year) - day.year) * 12 + int(found[2]) - day.month
        yield Slot(*found.span(), Kind.MONTH, shift, found[1] is not None)


def _years(text: str, day: dt.date) -> Iterator[Slot]:
    for found in _YEAR.finditer(text):
        yield Slot(*found.span(), Kind.YEAR, int(found[1]) - day.year)


def _figures(text: str, table: bool) -> Iterator[Slot]:
    for found in (_CELL if table else _FIGURE).finditer(text):
        # What opens a paragraph and has a stop behind it numbers it.
        if table or found.start() or text[found.end() : found.end() + 1] not in (".", "、"):
            yield Slot(*found.span(), Kind.FIGURE)


def _words(text: str, taken: bytearray) -> Iterator[Slot]:
    """Words of two characters, the longest known ones first from the left."""
    types = word_types()
    for run in _RUN.finditer(text):
        at = run.start()
        while at < run.end() - 1:
            known = text[at : at + 2] in types and not any(taken[at : at + 2])
            if known:
                yield Slot(at, at + 2, Kind.WORD)
            at += 2 if known else 1
