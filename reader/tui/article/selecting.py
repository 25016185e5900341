"""Selecting in the article: by dragging, by clicking twice and three times, and with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.export.citation import cited
from reader.tui.article.caret import Caret
from reader.tui.article.finding import Finding
from reader.tui.article.pane import Overlay
from reader.typeset.layout import row_of
from reader.typeset.motions import runs, sentence_at, word_at
from reader.typeset.sections import BEGINNING, Place
from reader.typeset.selection import TO_ITS_END, Reach, Selection, selected_text
from reader.typeset.width import cell_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.timer import Timer

    from reader.model import Article, Page

SCROLL_EVERY = 0.05
"""Seconds between two rows while the mouse is held beyond the edge."""


class Selecting(Finding):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"article--selection"}

    class Changed(Message):
        """A selection was begun or given up, or is moved in another way."""

    class Copied(Message):
        """The reader wants a text in the clipboard."""

        def __init__(self, text: str, *, whole: bool) -> None:
            super().__init__()
            self.text = text
            self.whole = whole
            """It is all of the article, since nothing was selected."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.selection: Selection | None = None
        self.by_keys = False
        """Keys move the end of the selection."""
        self._column: int | None = None
        """The cell in which keys move up and down, while they do."""
        self._pressed: Reach | None = None
        """Where the mouse button was pressed, while it is held."""
        self._dragged = False
        self._edge: Timer | None = None
        self._pointer = (0, 0)

    def show(
        self, article: Article | None, page: Page | None, place: Place = BEGINNING, words: Sequence[int] = ()
    ) -> None:
        self.select_nothing()
        super().show(article, page, place, words)

    # What is selected.

    def select(self, anchor: Reach, head: Reach) -> None:
        before, self.selection = self.selection, Selection(anchor, head)
        if before is None or before.anchor != anchor or self.columns > 1:
            self.refresh()
        else:
            self._refresh_between(before.head, head)
        if before is None:
            self.post_message(self.Changed())

    def _refresh_between(self, first: Reach, second: Reach) -> None:
        """Paint only the rows anew over which the end has moved: it moves many times a second."""
        places = (*first, *second)
        top, bottom = (row_of(self._rows, place) for place in (min(places), max(places)))
        self.refresh_lines(top, bottom - top + 1)

    def select_nothing(self) -> bool:
        """Give up the selection; false when there was none."""
        before, self.selection, self.by_keys = self.selection, None, False
        if before is not None:
            self.refresh()
            self.post_message(self.Changed())
        return before is not None

    def selected(self) -> str:
        """The text that is selected, all of the article when nothing is."""
        selection = self.selection
        if selection is None:
            end = Place(max(len(self.flow) - 1, 0), TO_ITS_END)
            first = Place(1, 0)
            selection = Selection(Reach(first, first), Reach(end, end))
        return selected_text(self.flow, selection, self._table_text)

    def copy(self, *, with_citation: bool) -> None:
        """Ask for the selection, or the whole article, to be copied, and give the selection up."""
        text = self.selected()
        if self.article is None or self.page_shown is None or not text:
            return
        if with_citation:
            text = cited(text, self.article, self.page_shown)
        whole = not self.select_nothing()
        self.post_message(self.Copied(text, whole=whole))

    def _table_text(self, table: int) -> str:
        # Imported here because the first screen can do without.
        from reader.export.tables import to_tsv

        assert self.article is not None  # noqa: S101 - only sections of an article hold tables
        return to_tsv(self.article.tables[table]).rstrip("\n")

    # Keys.

    def begin_by_keys(self) -> None:
        """Let keys move the end of what is selected; of nothing yet, from the hit or the mark the reader is on, else
        from the first character in view."""
        if self.selection is not None:
            self.by_keys, self._column = True, None
            self.post_message(self.Changed())
            return
        row = next((row for row in self._rows[self._first_row_in_view() :] if row.end > row.start), None)
        if row is None:
            return
        start = self.hit_place or (Place(self._pointed[0], self._pointed[1].start) if self._pointed else None)
        start = start or Place(row.section, 0 if self.flow[row.section].table is not None else row.start)
        self.by_keys, self._column = True, None
        self.select(self._one(start), self._one(start))

    def extend(self, unit: str, step: int) -> None:
        """Move the end that keys move; `unit` is what `Caret` steps by: character, row, word, sentence, paragraph."""
        if self.selection is None:
            return
        caret = Caret(self.flow, self._rows, self._known_words)
        place = self.selection.head.start
        if unit == "row":
            # Short rows on the way do not change the column one moves in.
            self._column = caret.cell_of(place) if self._column is None else self._column
            self._head_to(caret.by_row(place, step, self._column))
            return
        self._column = None
        steps = {
            "character": caret.by_character,
            "word": caret.by_word,
            "sentence": caret.by_sentence,
            "paragraph": caret.by_paragraph,
        }
        self._head_to(steps[unit](place, step))

    def extend_to_end(self, step: int) -> None:
        """Move the end that keys move to the beginning of the article (-1) or to its end (1)."""
        caret = Caret(self.flow, self._rows, self._known_words)
        last = len(self.flow) - 1
        self._head_to(Place(0, 0) if step < 0 else Place(last, max(caret.length(last) - 1, 0)))

    def swap_ends(self) -> None:
        if self.selection is not None:
            self.select(self.selection.head, self.selection.anchor)
            self.bring(self.selection.head.start)

    def _head_to(self, place: Place) -> None:
        if self.selection is not None:
            self.select(self.selection.anchor, self._one(place))
            self.bring(place)

    def _first_row_in_view(self) -> int:
        return self._sheet.row_at(self.scroll_offset.y) or 0

    @staticmethod
    def _one(place: Place) -> Reach:
        return Reach(place, place._replace(character=place.character + 1))

    def _known_words(self, section: int) -> Sequence[int]:
        return self.words_of(section) or runs(self.flow[section].text)

    # The mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        offset = event.get_content_offset(self)
        if offset is None:
            return
        self._pressed = self._reach_under(offset.x, offset.y)
        self._dragged = False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        x, y = event.x - self.gutter.left, event.y - self.gutter.top
        self._pointer = (x, y)
        self._drag()
        beyond = y < 0 or y >= self.scrollable_content_region.height
        if beyond and self._edge is None and self.columns == 1:
            self._edge = self.set_interval(SCROLL_EVERY, self._scroll_on)
        elif not beyond:
            self._stop_scrolling()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._pressed = None
        self._stop_scrolling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        if event.button != 1 or self._dragged:
            return
        offset = event.get_content_offset(self)
        place = self.character_under(offset.x, offset.y) if offset is not None else None
        if event.chain == 1:
            self.select_nothing()
            if place is not None:
                self.click_on(place)
        elif place is not None:
            self.click_again()
            reach = self._grown(place, event.chain)
            self._select_by_mouse(reach, reach)

    def _select_by_mouse(self, anchor: Reach, head: Reach) -> None:
        if self.by_keys:
            self.by_keys = False
            self.post_message(self.Changed())
        self.select(anchor, head)

    def _drag(self) -> None:
        x, y = self._pointer
        reach = self._reach_under(x, min(max(y, 0), self.scrollable_content_region.height - 1))
        if self._pressed is not None and reach is not None and (self._dragged or reach != self._pressed):
            self._dragged = True
            self._select_by_mouse(self._pressed, reach)

    def _scroll_on(self) -> None:
        self.move(-1 if self._pointer[1] < 0 else 1)
        self._drag()

    def _stop_scrolling(self) -> None:
        if self._edge is not None:
            self._edge.stop()
            self._edge = None

    def _grown(self, place: Place, clicks: int) -> Reach:
        """The word on a character, or with three clicks its sentence."""
        text = self.flow[place.section].text
        if clicks == 2:
            start, end = word_at(text, self._known_words(place.section), place.character)
        else:
            start, end = sentence_at(text, place.character)
        return Reach(Place(place.section, start), Place(place.section, end))

    def _reach_under(self, x: int, y: int) -> Reach | None:
        """The character under a cell, or the end of the row it lies beside; None below the last row."""
        found = self.row_under(x, y)
        if found is None:
            return None
        row, cell = self._rows[found[0]], found[1]
        if self.flow[row.section].table is not None:
            return self._one(Place(row.section, 0))
        cells = cell_offsets(self.flow[row.section].text[row.start : row.end])
        if cell >= cells[-1]:
            end = Place(row.section, row.end)
            return Reach(end, end)
        character = next(at for at in range(len(cells) - 1) if cells[at + 1] > cell)
        return self._one(Place(row.section, row.start + character))

    def overlays(self, section: int, start: int, end: int) -> Iterator[Overlay]:
        yield from super().overlays(section, start, end)
        within = self.selection.within(section) if self.selection is not None else None
        if within is not None:
            style = self.get_component_rich_style("article--selection", partial=True)
            last = end if within[1] == TO_ITS_END or self.flow[section].table is not None else within[1]
            yield Overlay(within[0], last, style)
