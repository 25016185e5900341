"""The marks of an article: figures and names, shown by class, and the one the reader points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.theme import MarkClass
from reader.tui.article.pane import ArticlePane, Overlay
from reader.tui.cell_marks import CellMarks
from reader.tui.marks import marks_between, marks_in, next_mark
from reader.typeset.layout import place_of
from reader.typeset.sections import BEGINNING, Place, offset_at, place_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.timer import Timer

    from reader.model import Article, Page
    from reader.tui.marks import Mark

DOUBLE_CLICK = 0.3
"""Seconds in which a second click may follow: what is behind a mark is opened only then."""


class Pointing(ArticlePane):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"mark--pointed"}

    class Pointed(Message):
        """The reader points at a mark; `chosen` with the mouse, which asks for what is behind it."""

        def __init__(self, offset: int, *, chosen: bool) -> None:
            super().__init__()
            self.offset = offset
            """Of its first character in the page text."""
            self.chosen = chosen

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.marked = set(MarkClass)
        """The classes of marks that are shown."""
        self._marks: tuple[Sequence[Mark], ...] = ()
        self._marks_by_section: dict[int, list[list[Mark]]] = {}
        self._pointed: tuple[int, Mark] | None = None
        """The section and the mark in it that the reader points at."""
        self._choosing: Timer | None = None

    def show(
        self, article: Article | None, page: Page | None, place: Place = BEGINNING, words: Sequence[int] = ()
    ) -> None:
        self._marks, self._marks_by_section, self._pointed = (), {}, None
        super().show(article, page, place, words)

    def turn(self, *, printed: bool) -> None:
        marks = self._marks
        super().turn(printed=printed)
        self.set_marks(*marks)

    def set_marks(self, *marks: Sequence[Mark]) -> None:
        """Mark the article with lists of marks over its page; later lists lie over earlier ones."""
        self._marks, self._marks_by_section = marks, {}
        self.draw_tables_anew()

    def toggle(self, mark: MarkClass) -> bool:
        """Show or hide one class of marks; true when it is shown now."""
        self.marked ^= {mark}
        self.draw_tables_anew()
        return mark in self.marked

    @property
    def pointed(self) -> int | None:
        """The page offset of the mark the reader points at."""
        if self._pointed is None:
            return None
        section, mark = self._pointed
        return offset_at(self.flow, Place(section, mark.start))

    def point(self, step: int) -> bool:
        """Point at the next mark (`step` 1) or the one before (-1), from the one pointed at or the top of the view.

        False when there is none.
        """
        if self._pointed is not None:
            start = Place(self._pointed[0], self._pointed[1].start)
        else:
            start = place_of(self._rows, self._sheet.row_at(self.scroll_offset.y) or 0)
            start = start._replace(character=start.character - 1)
        found = next_mark(start, step, len(self.flow), self._shown_marks)
        if found is None:
            return False
        self._point_at(*found)
        return True

    def point_nowhere(self) -> bool:
        """Stop pointing; false when nothing was pointed at."""
        pointed, self._pointed = self._pointed, None
        self.refresh()
        return pointed is not None

    def _point_at(self, section: int, mark: Mark) -> None:
        self._pointed = (section, mark)
        self.bring(Place(section, mark.start))
        self.refresh()
        self._tell(chosen=False)

    def _tell(self, *, chosen: bool) -> None:
        offset = self.pointed
        if offset is not None:
            self.post_message(self.Pointed(offset, chosen=chosen))

    def _shown_marks(self, section: int) -> list[Mark]:
        """The marks of a section that are shown, by their place."""
        return sorted(mark for marks in self._marks_of(section) for mark in marks if mark.kind in self.marked)

    def go(self, offset: int) -> None:
        """Bring a character of the page into view, a third down from the top, and point at what is marked there."""
        place = place_at(self.flow, offset)
        self.bring(place)
        mark = self._mark_on(place)
        if mark is not None:
            self._point_at(place.section, mark)

    def go_to_row(self, table: int, row: int, offset: int) -> None:
        """Bring a row of one of the article's tables into view and point at it; where no table is drawn, go to the
        character of the page it begins with."""
        section = next((index for index, one in enumerate(self.flow) if one.table == table), None)
        if section is None:
            self.go(offset)
        else:
            self.bring_table_row(section, row, self.get_component_rich_style("mark--pointed"))

    def _mark_on(self, place: Place) -> Mark | None:
        """The last of the marks that lie over a character: names lie over figures."""
        marks = [mark for mark in self._shown_marks(place.section) if mark.start <= place.character < mark.end]
        return marks[-1] if marks else None

    def click_on(self, place: Place) -> None:
        """Point at the mark on a character and, unless a second click follows, ask for what is behind it."""
        mark = self._mark_on(place)
        if mark is not None:
            self._point_at(place.section, mark)
            self._choosing = self.set_timer(DOUBLE_CLICK, lambda: self._tell(chosen=True))

    def click_again(self) -> None:
        """A second click has followed: it is about words."""
        if self._choosing is not None:
            self._choosing.stop()

    def cell_marks(self) -> CellMarks:
        return CellMarks(self._page_marks(), self._cell_styles())

    def _page_marks(self) -> list[Mark]:
        return [mark for marks in self._marks for mark in marks if mark.kind in self.marked]

    def _cell_styles(self) -> dict[str, Style]:
        return {kind: self._mark_style(kind) for kind in MarkClass}

    def _mark_style(self, kind: str) -> Style:
        return self.get_component_rich_style(f"mark--{kind}", partial=True)

    def overlays(self, section: int, start: int, end: int) -> Iterator[Overlay]:
        yield from super().overlays(section, start, end)
        for marks in self._marks_of(section):
            for mark in marks_between(marks, start, end):
                if mark.kind in self.marked:
                    yield Overlay(mark.start, mark.end, self._mark_style(mark.kind))
                    if self._pointed == (section, mark):
                        yield Overlay(mark.start, mark.end, self._mark_style("pointed"))

    def _marks_of(self, section: int) -> list[list[Mark]]:
        if section not in self._marks_by_section:
            self._marks_by_section[section] = [marks_in(self.flow[section], marks) for marks in self._marks]
        return self._marks_by_section[section]
