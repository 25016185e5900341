"""The third pane: one article, set in lines. Only the rows in view are drawn."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.parse.printed import as_printed
from reader.theme import MarkClass
from reader.tui.flow import (
    BEGINNING,
    GUTTER,
    MEASURE,
    Place,
    SectionKind,
    lay_out,
    offset_at,
    place_at,
    place_of,
    row_of,
    sections,
)
from reader.tui.marks import marks_in, next_mark
from reader.typeset.width import cell_offsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from reader.model import Article, Page
    from reader.tui.cell_marks import CellMarks
    from reader.tui.flow import Row, Section
    from reader.tui.marks import Mark
    from reader.tui.table_inset import Inset


TABLE_LOOK = ("article--table-title", "article--table-header", "article--table", "article--table-more")


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Scrolls by rows; keeps its place by section and character through every change of width."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in SectionKind),
        *(f"mark--{mark}" for mark in MarkClass),
        "mark--pointed",
        *TABLE_LOOK,
    }

    class Pointed(Message):
        """The reader points at a mark; `chosen` with the mouse, which asks for what is behind it."""

        def __init__(self, offset: int, *, chosen: bool) -> None:
            super().__init__()
            self.offset = offset
            """Of its first character in the page text."""
            self.chosen = chosen

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.article: Article | None = None
        self.printed = False
        """Shown as it was printed: columns unmoved, halves apart."""
        self._page: Page | None = None
        self.marked = set(MarkClass)
        """The classes of marks that are shown."""
        self._flow: tuple[Section, ...] = ()
        self._rows: list[Row] = []
        self._marks: tuple[Sequence[Mark], ...] = ()
        self._marks_by_section: dict[int, list[list[Mark]]] = {}
        self._pointed: tuple[int, Mark] | None = None
        """The section and the mark in it that the reader points at."""
        self._insets: dict[int, Inset] = {}
        self._place = BEGINNING
        self._width = 0
        self._setting = False

    @property
    def place(self) -> Place:
        """What stands in the top row; kept while the rows are broken anew, moved only by scrolling."""
        return self._place

    def show(self, article: Article | None, page: Page | None, place: Place = BEGINNING) -> None:
        """Show an article from a place on; None empties the pane."""
        self.article, self._page = article, page
        self._flow = self._set(article, page) if article and page else ()
        self._marks, self._marks_by_section, self._pointed = (), {}, None
        self._place = place
        self._setting = True
        self._break_rows()
        self.virtual_size = Size(self._width, len(self._rows))
        self.scroll_to(y=row_of(self._rows, place), animate=False)
        self._setting = False
        self.refresh()

    def _set(self, article: Article, page: Page) -> tuple[Section, ...]:
        return sections(as_printed(article, page) if self.printed else article, page)

    def turn(self, *, printed: bool) -> None:
        """Show the article as it is read or as it was printed, from the same character on."""
        offset = offset_at(self._flow, self._place) if self._place != BEGINNING else None
        marks, self.printed = self._marks, printed
        self.show(self.article, self._page)
        if offset is not None:
            self._place = place_at(self._flow, offset)
            self.scroll_to(y=row_of(self._rows, self._place), animate=False)
        self.set_marks(*marks)

    def set_marks(self, *marks: Sequence[Mark]) -> None:
        """Mark the article with lists of marks over its page; later lists lie over earlier ones."""
        self._marks, self._marks_by_section = marks, {}
        self._insets.clear()
        self.refresh()

    def toggle(self, mark: MarkClass) -> bool:
        """Show or hide one class of marks; true when it is shown now."""
        self.marked ^= {mark}
        self._insets.clear()
        self.refresh()
        return mark in self.marked

    @property
    def pointed(self) -> int | None:
        """The page offset of the mark the reader points at."""
        if self._pointed is None:
            return None
        section, mark = self._pointed
        return offset_at(self._flow, Place(section, mark.start))

    def point(self, step: int) -> bool:
        """Point at the next mark (`step` 1) or the one before (-1), from the one pointed at or the top of the view.

        False when there is none.
        """
        if self._pointed is not None:
            start = Place(self._pointed[0], self._pointed[1].start)
        else:
            start = place_of(self._rows, self.scroll_offset.y)
            start = start._replace(character=start.character - 1)
        found = next_mark(start, step, len(self._flow), self._shown_marks)
        if found is None:
            return False
        self._point_at(*found, chosen=False)
        return True

    def point_nowhere(self) -> bool:
        """Stop pointing; false when nothing was pointed at."""
        pointed, self._pointed = self._pointed, None
        self.refresh()
        return pointed is not None

    def _point_at(self, section: int, mark: Mark, *, chosen: bool) -> None:
        self._pointed = (section, mark)
        row, height = row_of(self._rows, Place(section, mark.start)), self.scrollable_content_region.height
        if not self.scroll_offset.y <= row < self.scroll_offset.y + height:
            self.scroll_to(y=max(0, row - height // 3), animate=False)
        self.refresh()
        offset = self.pointed
        if offset is not None:
            self.post_message(self.Pointed(offset, chosen=chosen))

    def _shown_marks(self, section: int) -> list[Mark]:
        """The marks of a section that are shown, by their place."""
        return sorted(mark for marks in self._marks_of(section) for mark in marks if mark.kind in self.marked)

    def go(self, offset: int) -> None:
        """Bring a character of the page into view, a third down from the top, and point at what is marked there."""
        place = place_at(self._flow, offset)
        self.scroll_to(y=max(0, row_of(self._rows, place) - self.scrollable_content_region.height // 3), animate=False)
        mark = self._mark_on(place)
        if mark is not None:
            self._point_at(place.section, mark, chosen=False)

    def _mark_on(self, place: Place) -> Mark | None:
        """The last of the marks that lie over a character: names lie over figures."""
        marks = [mark for mark in self._shown_marks(place.section) if mark.start <= place.character < mark.end]
        return marks[-1] if marks else None

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = self._place_under(offset.x, offset.y) if offset is not None else None
        mark = self._mark_on(place) if place is not None else None
        if place is not None and mark is not None:
            self._point_at(place.section, mark, chosen=True)

    def _place_under(self, x: int, y: int) -> Place | None:
        """The character under a cell of the view; None beside the text and on tables."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._rows) or self._flow[self._rows[index].section].table is not None:
            return None
        row = self._rows[index]
        text = self._flow[row.section].text[row.start : row.end]
        cell = x - self._left - row.indent
        if cell < 0:
            return None
        character = bisect_right(cell_offsets(text), cell) - 1
        return Place(row.section, row.start + character) if character < len(text) else None

    def table_in_view(self) -> int | None:
        """The first table of the article that is on the screen, else its first table."""
        top = self.scroll_offset.y
        rows = self._rows[top : top + self.scrollable_content_region.height]
        shown = (self._flow[row.section].table for row in rows)
        first = next((table for table in shown if table is not None), None)
        if first is None and self.article and self.article.tables:
            return 0
        return first

    def move(self, step: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)

    def page(self, direction: int) -> None:
        self.move(direction * max(1, self.scrollable_content_region.height - 1))

    def to_first(self) -> None:
        self.scroll_to(y=0, animate=False)

    def to_last(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False)

    @property
    def measure(self) -> int:
        """Cells of a full row."""
        return max(1, min(MEASURE, self._width - GUTTER - 1))

    def _break_rows(self) -> None:
        self._insets.clear()
        self._rows = lay_out(self._flow, self.measure, self._table_rows) if self._width > 0 else []

    def _table_rows(self, table: int, width: int) -> int:
        return len(self._inset(table, width).lines)

    def _inset(self, table: int, width: int) -> Inset:
        inset = self._insets.get(table)
        if inset is None:
            # Tables are drawn by rich; articles without one need not wait for its import.
            from reader.tui.table_inset import Look, draw

            assert self.article is not None  # noqa: S101 - only sections of an article hold tables
            look = Look(*map(self.get_component_rich_style, TABLE_LOOK))
            room = max(width, self._width - 2)
            inset = self._insets[table] = draw(self.article.tables[table], room, look, self.cell_marks())
        return inset

    def cell_marks(self) -> CellMarks:
        """The marks that are shown, for the cells of a table."""
        from reader.tui.cell_marks import CellMarks

        marks = [mark for marks in self._marks for mark in marks if mark.kind in self.marked]
        styles = {kind: self.get_component_rich_style(f"mark--{kind}", partial=True) for kind in MarkClass}
        return CellMarks(marks, styles)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Broken here and not on Resize, which comes only after a frame with the old rows has been painted.
        self._setting = True
        width = size.width - self.styles.gutter.width - self.styles.scrollbar_size_vertical
        if width != self._width:
            self._width = width
            self._break_rows()
            self.set_reactive(Widget.virtual_size, Size(width, len(self._rows)))
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self.scroll_to(y=row_of(self._rows, self._place), animate=False)
        self._setting = False
        return changed

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._setting:
            self._place = place_of(self._rows, round(new_value))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._insets.clear()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.get_component_rich_style("article--paragraph")
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[index]
        section = self._flow[row.section]
        if section.table is not None and row.end > row.start:
            segments = list(self._inset(section.table, self.measure).lines[row.start])
            left = 1
        else:
            segments = self._text(section, row)
            left = row.indent + self._left
        strip = Strip([Segment(" " * left, base), *segments])
        return strip.crop_extend(0, width, base)

    @property
    def _left(self) -> int:
        """Cells that centre the measure where there is room to spare."""
        return max(1, (self._width - self.measure - GUTTER) // 2)

    def _text(self, section: Section, row: Row) -> list[Segment]:
        style = self.get_component_rich_style(f"article--{section.kind}")
        cuts = {row.start, row.end}
        laid: list[tuple[int, int, Style]] = []
        for marks in self._marks_of(row.section):
            for mark in marks[bisect_right(marks, row.start, key=lambda mark: mark.end) :]:
                if mark.start >= row.end:
                    break
                if mark.kind in self.marked:
                    start, end = max(mark.start, row.start), min(mark.end, row.end)
                    laid.append((start, end, self.get_component_rich_style(f"mark--{mark.kind}", partial=True)))
                    if self._pointed == (row.section, mark):
                        laid.append((start, end, self.get_component_rich_style("mark--pointed", partial=True)))
                    cuts |= {start, end}
        segments = []
        for start, end in pairwise(sorted(cuts)):
            look = style
            for first, last, over in laid:
                if first <= start and end <= last:
                    look += over
            segments.append(Segment(section.text[start:end], look))
        return segments

    def _marks_of(self, section: int) -> list[list[Mark]]:
        if section not in self._marks_by_section:
            self._marks_by_section[section] = [marks_in(self._flow[section], marks) for marks in self._marks]
        return self._marks_by_section[section]
