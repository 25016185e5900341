"""One article set in rows on a sheet. Only the rows in view are drawn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.parse.printed import as_printed
from reader.settings import MEASURES
from reader.theme import MarkClass
from reader.tui.cell_marks import CellMarks
from reader.tui.sheet import Sheet, column_count, column_measure
from reader.tui.sparing import note, sparing
from reader.typeset.columns import in_columns
from reader.typeset.layout import GUTTER, MEASURE, lay_out, place_of, row_of
from reader.typeset.sections import BEGINNING, EditKind, Place, SectionKind, offset_at, place_at, sections
from reader.typeset.width import cell_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual import events

    from reader.model import Article, Page
    from reader.tui.table_inset import Inset, Pointed
    from reader.typeset.layout import Row
    from reader.typeset.sections import Section

MOVED = "⇅"
"""Stands before a paragraph that was printed elsewhere."""
TABLE_LOOK = ("article--table-title", "article--table-header", "article--table", "article--table-more")


class Overlay(NamedTuple):
    """A style over the characters `[start, end)` of a section; later ones lie over earlier ones."""

    start: int
    end: int
    style: Style


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Scrolls by rows, or turns pages of columns; keeps its place by section and character through every change."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in (*SectionKind, *EditKind)),
        *(f"mark--{mark}" for mark in MarkClass),
        *TABLE_LOOK,
    }

    class Turned(Message):
        """A page of columns has come into view: its number from 1, and how many there are."""

        def __init__(self, number: int, count: int) -> None:
            super().__init__()
            self.number = number
            self.count = count

    def __init__(self, *, id: str | None = None, widest: int = MEASURE) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.article: Article | None = None
        self.page_shown: Page | None = None
        self.printed = False
        """Shown as it was printed: columns unmoved, halves apart, signs as they are."""
        self.widest = widest
        """Cells of a full row where there is room."""
        self.spaced = False
        """A blank row behind each row of text."""
        self.paged = False
        """Pages of columns, where there is room for two; else one column to scroll through."""
        self.edits_shown = False
        """Where halves were joined and paragraphs moved is marked."""
        self.flow: tuple[Section, ...] = ()
        self._rows: list[Row] = []
        self._sheet = Sheet()
        self._words: Sequence[int] = ()
        self._insets: dict[int, Inset] = {}
        self._rows_wanted: dict[int, Pointed] = {}
        """Rows of tables that have to be among those drawn."""
        self._place = BEGINNING
        self._room = Size(0, 0)
        self._setting = False

    # What is shown, and how.

    @property
    def place(self) -> Place:
        """What stands first in view; kept while the rows are broken anew, moved only by scrolling."""
        return self._place

    def show(
        self, article: Article | None, page: Page | None, place: Place = BEGINNING, words: Sequence[int] = ()
    ) -> None:
        """Show an article from a place on; None empties the pane. `words` are where words begin on the page."""
        self.article, self.page_shown = article, page
        self._rows_wanted = {}
        self._words = words
        self.flow = ()
        with sparing(self, page):
            self.flow = self._set(article, page) if article and page else ()
        self._place = place
        self.lay_anew()

    def know_words(self, words: Sequence[int]) -> None:
        """Where words begin on the page, sorted. No row is broken anew: text does not move under the reader's eyes."""
        self._words = words

    def turn(self, *, printed: bool) -> None:
        """Show the article as it is read or as it was printed, from the same character on."""
        offset = offset_at(self.flow, self._place) if self._place != BEGINNING else None
        self.printed = printed
        self.show(self.article, self.page_shown, words=self._words)
        if offset is not None:
            self._place = place_at(self.flow, offset)
            self.show_row(row_of(self._rows, self._place))

    def _set(self, article: Article, page: Page) -> tuple[Section, ...]:
        shown = as_printed(article, page) if self.printed else article
        return sections(shown, page, printed=self.printed)

    def set_measure(self, widest: int) -> None:
        """Set rows of at most `widest` cells, within `MEASURES`."""
        self.widest = min(max(widest, MEASURES.start), MEASURES.stop - 1)
        self.lay_anew()

    @property
    def measure(self) -> int:
        """Cells of a full row."""
        return self._sheet.measure

    @property
    def columns(self) -> int:
        """Columns side by side."""
        return self._sheet.columns

    # Rows.

    def lay_anew(self) -> None:
        """Break the rows for how the article is to be shown now, and stay where the reader is."""
        self._setting = True
        self._lay_out()
        self.virtual_size = Size(self._room.width, self._sheet.lines)
        self.show_row(row_of(self._rows, self._place))
        self._setting = False
        self.refresh()

    def _lay_out(self) -> None:
        self._insets.clear()
        width, height = self._room
        columns = column_count(width) if self.paged else 1
        measure = column_measure(width, columns, self.widest)
        sheet = Sheet(0, columns, max(1, height), measure)
        left = max(1, (width - sheet.cell_of(columns - 1) - measure - GUTTER) // 2)
        try:
            self._rows = self._broken(measure) if width else []
            if columns > 1:
                self._rows = in_columns(self._rows, self.flow, max(1, height))
        except Exception as error:  # An article that cannot be set is left empty; the others can be read.
            note(self, self.page_shown, error)
            self.flow, self._rows = (), []
        self._sheet = Sheet(len(self._rows), columns, max(1, height), measure, left)

    def _broken(self, measure: int) -> list[Row]:
        return lay_out(self.flow, measure, self._table_rows, words=self._word_starts, spaced=self.spaced)

    def words_of(self, section: int) -> list[int]:
        """Where words begin in a section, sorted; none where they are not known."""
        return [
            anchor.to_section(word)
            for anchor in self.flow[section].anchors
            for word in self._words[
                bisect_left(self._words, anchor.page_start) : bisect_left(self._words, anchor.page_end)
            ]
        ]

    def _word_starts(self, section: int) -> list[int] | None:
        return self.words_of(section) or None

    def _table_rows(self, table: int, _width: int) -> int:
        return len(self._inset(table).lines)

    def _inset(self, table: int) -> Inset:
        inset = self._insets.get(table)
        if inset is None:
            # Tables are drawn by rich; articles without one need not wait for its import.
            from reader.tui.table_inset import Look, draw

            assert self.article is not None  # noqa: S101 - only sections of an article hold tables
            look = Look(*map(self.get_component_rich_style, TABLE_LOOK))
            width = self._room.width
            columns = column_count(width) if self.paged else 1
            room = column_measure(width, columns, self.widest) + GUTTER if columns > 1 else width - 2
            pointed = self._rows_wanted.get(table)
            shown = self.article.tables[table]
            inset = self._insets[table] = draw(shown, max(1, room), look, self.cell_marks(), pointed)
        return inset

    def cell_marks(self) -> CellMarks:
        """What is marked in the cells of tables."""
        return CellMarks()

    def draw_tables_anew(self) -> None:
        """Marks in cells have changed; no table has become longer."""
        self._insets.clear()
        self.refresh()

    def table_in_view(self) -> int | None:
        """The first table of the article that is on the screen, else its first table."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        found = [
            self.flow[self._rows[row].section].table
            for column in range(self._sheet.columns)
            for line in range(top, top + height)
            if (row := self._sheet.row_at(line, column)) is not None
        ]
        first = next((table for table in found if table is not None), None)
        if first is None and self.article and self.article.tables:
            return 0
        return first

    def row_under(self, x: int, y: int) -> tuple[int, int] | None:
        """The row under a cell of the view and the cell of that row; None below the last row of a column."""
        column = self._sheet.column_under(x)
        row = self._sheet.row_at(y + self.scroll_offset.y, column)
        return None if row is None else (row, x - self._sheet.cell_of(column) - self._rows[row].indent)

    def character_under(self, x: int, y: int) -> Place | None:
        """The character under a cell of the view; None beside the text and on tables."""
        found = self.row_under(x, y)
        if found is None or found[1] < 0 or self.flow[self._rows[found[0]].section].table is not None:
            return None
        row, cell = self._rows[found[0]], found[1]
        text = self.flow[row.section].text[row.start : row.end]
        character = bisect_right(cell_offsets(text), cell) - 1
        return Place(row.section, row.start + character) if character < len(text) else None

    # Moving.

    def move(self, step: int) -> None:
        """By rows; pages are turned."""
        self.scroll_to(y=self.scroll_offset.y + step * (self._sheet.height if self.columns > 1 else 1), animate=False)

    def page(self, direction: int) -> None:
        height = self.scrollable_content_region.height
        self.scroll_to(y=self.scroll_offset.y + direction * max(1, height - (self.columns == 1)), animate=False)

    def to_first(self) -> None:
        self.scroll_to(y=0, animate=False)

    def to_last(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def return_to(self, place: Place) -> None:
        """Put a place at the top of the view again."""
        self.show_row(row_of(self._rows, place))

    def show_row(self, row: int, *, above: int = 0) -> None:
        """Put a row, or the one `above` rows before it, at the top of the view, or turn to its page."""
        line = self._sheet.line_of(row)
        top = line // self._sheet.height * self._sheet.height if self.columns > 1 else max(0, line - above)
        self.scroll_to(y=top, animate=False)

    def bring(self, place: Place) -> None:
        """Bring a place into view, a third down from the top, unless it is there."""
        row, height = row_of(self._rows, place), self.scrollable_content_region.height
        if not self.scroll_offset.y <= self._sheet.line_of(row) < self.scroll_offset.y + height:
            self.show_row(row, above=height // 3)

    def bring_table_row(self, section: int, row: int, style: Style | None = None) -> None:
        """Bring a row of a table into view, a third down from the top, and draw it in `style` if there is one. Of a
        long table, the rows around it are drawn in the place of the first ones."""
        table = self.flow[section].table
        assert table is not None  # noqa: S101 - only sections of tables have rows
        if style is not None or self._inset(table).line_of(row) is None:
            # Imported here because articles without a table can do without.
            from reader.tui.table_inset import Pointed

            self._rows_wanted[table] = Pointed(row, style)
            self.draw_tables_anew()
        self.bring(Place(section, self._inset(table).line_of(row) or 0))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        if self.columns == 1:
            super()._on_mouse_scroll_down(event)
        else:
            self.page(1)
            event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        if self.columns == 1:
            super()._on_mouse_scroll_up(event)
        else:
            self.page(-1)
            event.stop()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Broken here and not on Resize, which comes only after a frame with the old rows has been painted.
        self._setting = True
        room = Size(size.width - self.styles.gutter.width - self.styles.scrollbar_size_vertical, 0)
        room = room.with_height(size.height - self.styles.gutter.height)
        if room.width != self._room.width or (self.paged and room != self._room):
            self._room = room
            self._lay_out()
            self.set_reactive(Widget.virtual_size, Size(room.width, self._sheet.lines))
        self._room = room
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self.show_row(row_of(self._rows, self._place))
            # All of the screen is about to be painted. What was to be painted before, of the size it had then, would
            # follow, and end in the middle of a wide character (Textual 8.2 puts a blank for half of one).
            self._repaint_regions.clear()
            self.tell_page()
        self._setting = False
        return changed

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._setting:
            row = self._sheet.row_at(round(new_value))
            self._place = place_of(self._rows, len(self._rows) if row is None else row)
            self.tell_page()

    def tell_page(self) -> None:
        """Say which page of columns is in view."""
        if self.columns > 1:
            height = self._sheet.height
            self.post_message(self.Turned(round(self.scroll_y) // height + 1, max(1, self._sheet.lines // height)))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._insets.clear()

    # Painting.

    def overlays(self, section: int, start: int, end: int) -> Iterator[Overlay]:
        """What lies over the characters `[start, end)` of a section; may reach beyond them."""
        for edit in self.flow[section].edits:
            if edit.start < end and edit.end > start and (self.edits_shown or edit.kind is EditKind.REWRITTEN):
                style = self.get_component_rich_style(f"article--{edit.kind}", partial=True)
                yield Overlay(edit.start, edit.end, style)

    def render_line(self, y: int) -> Strip:
        try:
            return self._painted(y)
        except Exception as error:  # A row that cannot be painted stays empty.
            note(self, self.page_shown, error)
            return Strip.blank(self.scrollable_content_region.width)

    def _painted(self, y: int) -> Strip:
        base = self.get_component_rich_style("article--paragraph")
        segments: list[Segment] = []
        at = 0
        for column in range(self._sheet.columns):
            row = self._sheet.row_at(y + self.scroll_offset.y, column)
            if row is None:
                continue
            painted = self._row(self._rows[row], base)
            begin = self._sheet.cell_of(column) if not self._is_table(row) or self.columns > 1 else 1
            segments += [Segment(" " * (begin - at), base), *painted]
            at = begin + sum(segment.cell_length for segment in painted)
        return Strip(segments).crop_extend(0, self.scrollable_content_region.width, base)

    def _is_table(self, row: int) -> bool:
        return self.flow[self._rows[row].section].table is not None

    def _row(self, row: Row, base: Style) -> list[Segment]:
        section = self.flow[row.section]
        over = list(self.overlays(row.section, row.start, row.end))
        if section.table is not None and row.end > row.start:
            line = self._inset(section.table).lines[row.start]
            looks = [one.style for one in over if one.start <= row.start < one.end]
            return [Segment(text, sum(looks, style or base)) for text, style, _control in line]
        style = self.get_component_rich_style(f"article--{section.kind}")
        indent = [Segment(" " * row.indent, base)]
        if self.edits_shown and section.moved and row.start == 0 and row.end and row.indent >= 2:
            look = self.get_component_rich_style(f"article--{EditKind.REJOINED}", partial=True)
            indent = [Segment(MOVED, base + look), Segment(" " * (row.indent - 1), base)]
        return indent + pieces(section.text, row.start, row.end, style, over)


def pieces(text: str, start: int, end: int, style: Style, over: Sequence[Overlay]) -> list[Segment]:
    """The characters `[start, end)` in segments, each in `style` and in all that lies over it."""
    cuts = {start, end, *(min(max(at, start), end) for one in over for at in (one.start, one.end))}
    return [
        Segment(text[first:last], sum((one.style for one in over if one.start <= first < one.end), style))
        for first, last in pairwise(sorted(cuts))
    ]
