"""A page made of templates: which articles it has, and what stands in their slots."""

from __future__ import annotations

import datetime as dt
from random import Random

from reader.model import ArticleKind

from .names import persons, places, word_types, words
from .slots import Kind, Slot
from .templates import Template, Unit, pools, units

VERSION = 1
"""To be raised when the same number no longer makes the same page."""
PAPERS = ("汾河日报", "晋阳晚报", "太行晨报")
STARTS = (dt.date(2017, 12, 11), dt.date(2019, 12, 9), dt.date(2022, 12, 12))
"""First issue of each paper: all turn of a year in their first weeks, and none of the years is that of another."""
PRINTED = frozenset({0, 2})
"""Papers that print name, day and page over the text; with the other only the path says them."""
PAGES = 8
"""Pages of an issue."""
_HEAD = 2
"""Lines over the first article of a page that prints its day."""
_SIZE = (16_500, 1300)
"""Mean and deviation of the bytes a page is filled up to."""
_MOST_OVER = 2600
"""Bytes an article may stand over that."""
_OTHER = {"first half": 0.5, "second half": 0.5}
_OTHER_SENTENCE = 0.6
_SWAPPED = {Kind.PERSON: 0.7, Kind.PLACE: 0.5, Kind.WORD: 0.04}
_ORDER = (ArticleKind.NEWS, ArticleKind.COMMENTARY, ArticleKind.CONTINUATION, ArticleKind.PHOTO, ArticleKind.NOTICE)
_WEEKDAYS = "一二三四五六日"


def issue_of(number: int) -> tuple[int, dt.date, int]:
    """Index into `PAPERS`, day and page of the archive's page `number` (from 0)."""
    issue, page = divmod(number, PAGES)
    days, paper = divmod(issue, len(PAPERS))
    return paper, STARTS[paper] + dt.timedelta(days=days), page + 1


def chosen(number: int) -> list[Unit]:
    """The articles of a page, those with a label behind their text last: one at most."""
    random = Random(f"{VERSION}/{number}/articles")  # noqa: S311 - the same pages each time
    size, found = random.gauss(*_SIZE), list[Unit]()
    for unit in random.sample(units(), len(units())):
        if unit.size <= size + _MOST_OVER and not (unit.last and any(other.last for other in found)):
            found.append(unit)
            size -= unit.size
            if size <= 0:
                break
    return sorted(found, key=lambda unit: (unit.last, _ORDER.index(unit.kind) if unit.kind in _ORDER else len(_ORDER)))


def page_text(number: int) -> str:
    """The text of the archive's page `number`."""
    return "\n".join(["\n", *_lines(number), ""])


def headlines_of(number: int) -> list[str]:
    """The lines of a page that headlines begin with."""
    lines, found = _lines(number), list[str]()
    at = _HEAD if issue_of(number)[0] in PRINTED else 0
    for unit in chosen(number):
        found += [lines[at + line] for line in unit.headlines]
        at += len(unit.lines) + 1
    return found


def _lines(number: int) -> list[str]:
    paper, day, page = issue_of(number)
    filling = _Filling(Random(f"{VERSION}/{number}"), day)  # noqa: S311 - the same pages each time
    lines = list[str]()
    if paper in PRINTED:
        weekday = _WEEKDAYS[day.weekday()]
        lines += [f"{PAPERS[paper]} {day.year}年{day.month}月{day.day}日 星期{weekday} 第{page}版", ""]
    for unit in chosen(number):
        lines += [*filling.unit(unit), ""]
    return lines[:-1]


class _Filling:
    """Takes what it puts in from one row of random numbers. A name is the same all through an article, and no piece
    stands for two others on one page."""

    def __init__(self, random: Random, day: dt.date) -> None:
        self._random, self._day = random, day
        self._names: dict[str, str] = {}
        self._used: set[str] = set()

    def unit(self, unit: Unit) -> list[str]:
        self._names.clear()
        return ["".join(map(self._piece, line)) for line in unit.lines]

    def _piece(self, piece: Template) -> str:
        if piece.pool and self._random.random() < _OTHER.get(piece.pool, _OTHER_SENTENCE):
            other = self._random.choice(pools()[piece.pool])
            piece = piece if other.text in self._used else other
            self._used.add(piece.text)
        parts, at = list[str](), 0
        for slot in piece.slots:
            parts += [piece.text[at : slot.start], self._fill(piece.text[slot.start : slot.end], slot)]
            at = slot.end
        return "".join([*parts, piece.text[at:]])

    def _fill(self, printed: str, slot: Slot) -> str:
        match slot.kind:
            case Kind.PERSON | Kind.PLACE:
                return self._names.setdefault(printed, self._name(printed, slot.kind))
            case Kind.WORD:
                if self._random.random() >= _SWAPPED[Kind.WORD]:
                    return printed
                return words()[word_types()[printed]].one(self._random)
            case Kind.FIGURE:
                return self._figure(printed)
            case _:
                return self._date(slot)

    def _name(self, printed: str, kind: Kind) -> str:
        if printed in self._names or self._random.random() >= _SWAPPED[kind]:
            return printed
        return (persons() if kind is Kind.PERSON else places()).one(self._random)

    def _figure(self, printed: str) -> str:
        """As many digits; what is nothing or a whole hundred often stays so."""
        if printed.startswith(("0", "100.00")) and self._random.random() < 0.5:
            return printed
        # Above a hundred, most have no decimals.
        printed = printed.replace("100.", "99.")
        digits = [str(self._random.randrange(10)) if sign.isdigit() else sign for sign in printed]
        if printed[1:2] != ".":
            digits[0] = str(self._random.randrange(1, 10))
        return "".join(digits)

    def _date(self, slot: Slot) -> str:
        if slot.kind is Kind.YEAR:
            return str(self._day.year + slot.shift)
        if slot.kind is Kind.MONTH:
            years, month = divmod(self._day.month - 1 + slot.shift, 12)
            return f"{self._day.year + years}年{month + 1}月" if slot.with_year else f"{month + 1}月"
        day = self._day + dt.timedelta(days=slot.shift)
        return f"{day.year}年{day.month}月{day.day}日" if slot.with_year else f"{day.month}月{day.day}日"
