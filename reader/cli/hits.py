"""Articles that were found, each with what stands around the hits, for a person."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.archive import Archive
from reader.archive.snapshot import ArticleEntry
from reader.archive.text import Zone
from reader.cli.output import write
from reader.gate import visible
from reader.i18n import _
from reader.search.occurrences import folded, found_in
from reader.search.query import Query
from reader.search.snippets import Snippet, snippet
from reader.typeset.labels import date_label, newspaper_label, on_one_line
from reader.typeset.width import cell_width, char_width

if TYPE_CHECKING:
    from rich.console import Console

_INDENT = "    "
_WIDTH = 100
"""Cells of a line with a snippet, its indent included."""
_MARKS = "〔〕"
_STYLE = "bold red"
_LINES = re.compile("[^\n\f]+")
_GAP = "⋯"


class _Line(NamedTuple):
    text: str
    hits: Sequence[tuple[int, int]]


class Printer:
    """With `context` None one snippet is printed for each article, else every passage with a hit, and so many before
    and after it."""

    def __init__(self, archive: Archive, query: Query, context: int | None) -> None:
        self._archive, self._query, self._context = archive, query, context
        self._console = _console()
        room = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
        self._width = min(_WIDTH, room) - len(_INDENT)
        self._printed = False

    def print(self, number: int) -> None:
        entry = self._archive.snapshot.article(number)
        if self._printed and self._context is not None:
            write("")
        self._printed = True
        self._line(self._heading(entry, number), "")
        shown = snippet(self._archive.snapshot, number, self._query)
        if self._context is not None:
            for line in self._passages(number, shown):
                self._line(line, _INDENT)
        elif not (shown.zone is Zone.HEADLINE and shown.text == entry.title):
            self._line(cut(_Line(shown.text, merged(shown.hits)), shown.first, self._room(shown)), _INDENT)

    def _room(self, shown: Snippet) -> int:
        # Marks take cells too; which of the hits will be shown is not known yet.
        return self._width if self._console else max(20, self._width - 4 * min(len(shown.hits), 6))

    def _heading(self, entry: ArticleEntry, number: int) -> _Line:
        snapshot = self._archive.snapshot
        place = snapshot.page(snapshot.page_of_article(number))
        page = self._archive.page(entry.source)
        labels = [date_label(place.date, short=True), newspaper_label(place.newspaper)]
        if place.printed_number is not None:
            labels.append(_("page {number}").format(number=place.printed_number))
        if page is not None:
            labels.append(page.articles[entry.place].id)
        before = "  ".join(labels) + "  "
        return _Line(before + entry.title, self._hits(entry.title, len(before)))

    def _hits(self, text: str, shift: int = 0) -> list[tuple[int, int]]:
        where = folded(text)
        found = {(start + shift, end + shift) for wanted in self._query.texts for start, end in found_in(where, wanted)}
        return merged(sorted(found))

    def _passages(self, number: int, shown: Snippet) -> Iterator[_Line]:
        """The passages with hits and those around them; the headline, which is printed already, is none."""
        segment, local = self._archive.snapshot.article_at(number)
        page = segment.page_of(local)
        text = segment.printed(page)[local - segment.first_article[page]]
        start = text.find("\n")
        lines = [_Line(one[0], self._hits(one[0])) for one in _LINES.finditer(text, start)]
        with_hits = [at for at, line in enumerate(lines) if line.hits]
        if not with_hits:
            with_hits = [at for at, line in enumerate(lines) if line.text == shown.text][:1]
        context = self._context or 0
        wanted = sorted(
            {near for at in with_hits for near in range(max(0, at - context), min(len(lines), at + context + 1))}
        )
        for number_of_lot, (_key, lot) in enumerate(groupby(enumerate(wanted), lambda one: one[1] - one[0])):
            if number_of_lot:
                yield _Line(_GAP, ())
            for _at, place in lot:
                yield lines[place]

    def _line(self, line: _Line, indent: str) -> None:
        text = on_one_line(line.text)
        if self._console is None:
            pieces, at = [indent], 0
            for start, end in line.hits:
                pieces += [text[at:start], _MARKS[0], text[start:end], _MARKS[1]]
                at = end
            write("".join([*pieces, text[at:]]))
            return
        from rich.text import Text

        painted = Text(indent + text)
        for start, end in line.hits:
            painted.stylize(_STYLE, start + len(indent), end + len(indent))
        self._console.print(painted, soft_wrap=True)


def merged(hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ascending hits, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in hits:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def cut(line: _Line, first: int, width: int) -> _Line:
    """As much of a line around the character `first` as `width` cells hold, an ellipsis where something is left out."""
    text = visible(line.text, keep="")
    if cell_width(text) <= width:
        return line
    # A third of the room before the hit, what it does not need behind it, and the other way round at the end.
    before, after = _reach(reversed(text[:first]), width // 3), 0
    used = cell_width(text[first - before : first])
    after = _reach(text[first:], width - used - 2)
    used += cell_width(text[first : first + after])
    before += _reach(reversed(text[: first - before]), width - used - 2)
    start, end = first - before, first + after
    head, tail = "…" * (start > 0), "…" * (end < len(text))
    shift = len(head) - start
    hits = [(max(a, start) + shift, min(b, end) + shift) for a, b in line.hits if a < end and b > start]
    return _Line(head + line.text[start:end] + tail, hits)


def _reach(text: Iterator[str] | str, room: int) -> int:
    """How many of the characters fit into `room` cells."""
    count = 0
    for sign in text:
        room -= char_width(sign)
        if room < 0:
            break
        count += 1
    return count


def _console() -> Console | None:
    """Where a terminal shows colours; elsewhere hits stand in brackets."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    return console if console.color_system else None
