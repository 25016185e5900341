"""The line a search is typed in, and the searches made before."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from reader.folders import state_folder
from reader.i18n import _
from reader.search.history import SearchHistory
from reader.tui.screens.seeking import Seeking
from reader.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.archive.archive import Archive
    from reader.tui.widgets.command_bar import CommandBar


class QueryHistory(Seeking, inherit_bindings=False):
    """Reads and writes the file of searches in threads, one at a time."""

    bar: CommandBar

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.line = QueryLine()
        self.history = SearchHistory(state_folder())
        self._writing = Lock()
        self._walked = -1
        """Which of the recent searches the line shows; -1 for what the reader has typed."""
        self._draft = ""

    def on_mount(self) -> None:
        self._keep(self.history.look)

    def remember(self, text: str) -> None:
        """Keep a search that was used."""
        if text.strip() and text.strip() != next(iter(self.history.searches.recent), None):
            self._keep(lambda: self.history.add(text))
        self._walked = -1

    def typed(self, text: str) -> None:
        """The line shows another text."""
        recent = self.history.searches.recent
        if not 0 <= self._walked < len(recent) or recent[self._walked] != text:
            self._walked = -1

    def action_earlier_query(self) -> None:
        self._walk(1)

    def action_later_query(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        recent = self.history.searches.recent
        if self._walked < 0:
            self._draft = self.line.input.value
        at = self._walked + step
        # What is there already is no earlier search.
        if step > 0 and 0 <= at < len(recent) and recent[at] == self.line.input.value:
            at += step
        if not -1 <= at < len(recent):
            self.bar.say(_("No earlier search") if step > 0 else _("No later search"))
            return
        self._walked = at
        self.show_query(recent[at] if at >= 0 else self._draft)

    def show_query(self, text: str) -> None:
        self.bar.say("")
        self.line.input.value = text
        self.line.input.cursor_position = len(text)

    def action_save_query(self) -> None:
        text = self.line.input.value
        if text.strip():
            self._keep(lambda: self.history.toggle_saved(text), self._say_saved)

    def _say_saved(self) -> None:
        saved = self.line.input.value.strip() in self.history.searches.saved
        self.bar.say(_("search saved") if saved else _("search no longer saved"))

    def action_searches(self) -> None:
        from reader.tui.screens.searches import SearchesScreen

        screen = SearchesScreen(self.history.searches, self._change)
        self.app.push_screen(screen, lambda text: self._take_search(text))

    def _take_search(self, text: str | None) -> None:
        if text is not None:
            self.show_query(text)

    def _change(self, change: Callable[[SearchHistory], object], then: Callable[[], None]) -> None:
        self._keep(lambda: change(self.history), then)

    def _keep(self, change: Callable[[], object], then: Callable[[], None] = lambda: None) -> None:
        def keep() -> None:
            with self._writing:
                change()
                fault = self.history.fault
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(said, fault)

        def said(fault: str) -> None:
            then()
            if fault:
                self.bar.say(fault)

        self.run_worker(keep, thread=True, group="history")
