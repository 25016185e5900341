"""Saved searches and recent ones, laid over the screen, to search for again or to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.styling import LATER
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.search.history import Searches, SearchHistory
    from reader.tui.screens.moving import Movable

    Change = Callable[[Callable[[SearchHistory], object], Callable[[], None]], None]


class SearchesList(RowList):
    """Headings and searches."""

    def __init__(self, searches: Searches) -> None:
        super().__init__()
        self._rows: list[tuple[str, bool]] = []
        """Each with whether it is a heading."""
        self._take(searches)
        self.cursor = self._settle(0, 1)

    @property
    def search(self) -> str | None:
        """The search under the cursor."""
        text, is_heading = self._rows[self.cursor] if self._rows else ("", True)
        return None if is_heading else text

    def show(self, searches: Searches) -> None:
        self._take(searches)
        self.items_changed(self.cursor)

    def _take(self, searches: Searches) -> None:
        self._rows = []
        for title, texts in ((_("Saved"), searches.saved), (_("Recent"), searches.recent)):
            if texts:
                self._rows += [(title, True), *((text, False) for text in texts)]
        if not self._rows:
            self._rows = [(_("Nothing has been searched for yet."), True)]

    def item_count(self) -> int:
        return len(self._rows)

    def is_heading(self, index: int) -> bool:
        return self._rows[index][1]

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        text, is_heading = self._rows[index]
        return [ListLine(Piece(text, "rows--heading") if is_heading else Piece(f"  {on_one_line(text)}"))]


class SearchesScreen(Moving, ModalScreen["str | None"], inherit_bindings=False):
    """Dismissed with the search to make, or with nothing."""

    SCOPE = Scope.SEARCHES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "SearchesList"
    CSS_PATH = LATER

    def __init__(self, searches: Searches, change: Change) -> None:
        super().__init__()
        self.rows = SearchesList(searches)
        self._change = change

    @property
    def moved(self) -> Movable:
        return self.rows

    def compose(self) -> ComposeResult:
        self.rows.border_title = _("Earlier searches")
        self.rows.border_subtitle = _("Enter searches, s saves, d deletes, Esc closes")
        yield self.rows

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_take_search()

    def action_take_search(self) -> None:
        self.dismiss(self.rows.search)

    def action_keep_search(self) -> None:
        search = self.rows.search
        if search is not None:
            self._apply(lambda history: history.toggle_saved(search))

    def action_forget_search(self) -> None:
        search = self.rows.search
        if search is not None:
            self._apply(lambda history: history.forget(search))

    def action_close(self) -> None:
        self.dismiss(None)

    def _apply(self, change: Callable[[SearchHistory], object]) -> None:
        kept: list[SearchHistory] = []

        def changing(history: SearchHistory) -> None:
            change(history)
            kept.append(history)

        self._change(changing, lambda: self.rows.show(kept[0].searches))
