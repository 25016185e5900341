"""Finding in the article: every place where a text stands, over row ends and column cuts and in tables."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reader.search.occurrences import folded, found_in
from reader.tui.article.pane import Overlay
from reader.tui.article.pointing import Pointing
from reader.tui.marks import HitClass, Mark
from reader.typeset.labels import safe
from reader.typeset.sections import BEGINNING, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from reader.model import Article, Page


class Hit(NamedTuple):
    """Characters `[start, end)` of a section; in a table, of `Article.tables` in page offsets, in one of its rows."""

    section: int
    start: int
    end: int
    row: int | None = None


class Finding(Pointing):
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"mark--{kind}" for kind in HitClass}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.texts: tuple[str, ...] = ()
        """What is looked for; none when nothing is."""
        self._hits: list[Hit] = []
        self._current: int | None = None

    @property
    def wanted(self) -> str:
        """All that is looked for; empty when nothing is."""
        return " ".join(self.texts)

    @property
    def hits(self) -> int:
        return len(self._hits)

    @property
    def hit_number(self) -> int:
        """Which hit the reader is on, from 1; 0 when on none."""
        return 0 if self._current is None else self._current + 1

    @property
    def hit_place(self) -> Place | None:
        """The first character of the hit the reader is on, None in a table."""
        hit = self._hits[self._current] if self._current is not None else None
        return Place(hit.section, hit.start) if hit is not None and hit.row is None else None

    def show(
        self, article: Article | None, page: Page | None, place: Place = BEGINNING, words: Sequence[int] = ()
    ) -> None:
        super().show(article, page, place, words)
        if self.wanted:
            self._look_up()
        else:
            # The first screen need not wait for what texts are compared with.
            self._hits, self._current = [], None

    def find(self, wanted: str, start: Place = BEGINNING) -> None:
        """Look for a text, and go to its first hit from a place on, or to the first of all."""
        self.find_all((wanted,) if wanted else (), start)

    def find_all(self, texts: Sequence[str], start: Place = BEGINNING) -> None:
        """As `find`, for several texts at once; where they overlap they are one hit."""
        self.texts = tuple(texts)
        self._look_up()
        places = [Place(hit.section, hit.start if hit.row is None else 0) for hit in self._hits]
        if places:
            self._go_to_hit(bisect_left(places, start) % len(places))

    def find_next(self, step: int) -> bool:
        """Go to the next hit (`step` 1) or the one before (-1), from either end on to the other; false without any."""
        if not self._hits:
            return False
        if self._current is None:
            self._go_to_hit(0 if step > 0 else len(self._hits) - 1)
        else:
            self._go_to_hit((self._current + step) % len(self._hits))
        return True

    def to_hit(self, number: int) -> None:
        """Go to a hit by its number from 0 on; -1 is the last."""
        if self._hits:
            self._go_to_hit(number % len(self._hits))

    def bring_hit(self) -> None:
        """Bring the hit the reader is on into view."""
        if self._current is not None:
            self._go_to_hit(self._current)

    def _look_up(self) -> None:
        in_tables = any(hit.row is not None for hit in self._hits)
        wanted = [text for one in self.texts if (text := folded(safe(one)))]
        self._hits, self._current = [], None
        for index, section in enumerate(self.flow):
            if section.table is None:
                self._hits += [Hit(index, start, end) for start, end in _found(folded(section.text), wanted)]
            else:
                self._hits += self._in_table(index, section.table, wanted)
        if in_tables or any(hit.row is not None for hit in self._hits):
            self.draw_tables_anew()
        self.refresh()

    def _in_table(self, section: int, table: int, wanted: Sequence[str]) -> Iterator[Hit]:
        assert self.article is not None  # noqa: S101 - only sections of an article hold tables
        for number, row in enumerate(self.article.tables[table].rows):
            for text, span in row:
                if span is not None and len(text) == span.end - span.start:
                    for start, end in _found(folded(safe(text)), wanted):
                        yield Hit(section, span.start + start, span.start + end, number)

    def _go_to_hit(self, number: int) -> None:
        before, self._current = self._current, number
        hit = self._hits[number]
        if hit.row is None:
            self.bring(Place(hit.section, hit.start))
        else:
            self.bring_table_row(hit.section, hit.row)
        if hit.row is not None or (before is not None and self._hits[before].row is not None):
            self.draw_tables_anew()
        self.refresh()

    def _page_marks(self) -> list[Mark]:
        marks = super()._page_marks()
        for number, hit in enumerate(self._hits):
            if hit.row is not None:
                kind = HitClass.CURRENT if number == self._current else HitClass.HIT
                marks.append(Mark(hit.start, hit.end, kind))
        return marks

    def _cell_styles(self) -> dict[str, Style]:
        return {**super()._cell_styles(), **{kind: self._mark_style(kind) for kind in HitClass}}

    def overlays(self, section: int, start: int, end: int) -> Iterator[Overlay]:
        yield from super().overlays(section, start, end)
        if self.flow[section].table is not None:
            return
        first = bisect_left(self._hits, (section, start), key=lambda hit: (hit.section, hit.end - 1))
        for number in range(first, len(self._hits)):
            hit = self._hits[number]
            if (hit.section, hit.start) >= (section, end):
                break
            kind = HitClass.CURRENT if number == self._current else HitClass.HIT
            yield Overlay(hit.start, hit.end, self._mark_style(kind))


def _found(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Where one of some folded texts stands in another, in order; those that overlap are joined."""
    if len(wanted) == 1:
        return found_in(text, wanted[0])
    joined: list[tuple[int, int]] = []
    for start, end in sorted(place for one in wanted for place in found_in(text, one)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
