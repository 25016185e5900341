"""The quick switcher, laid over the panes: type a part of what is wanted, and go there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.tui.bindings import bindings_of
from reader.tui.styling import LATER
from reader.tui.widgets.marked_input import MarkedInput
from reader.tui.widgets.one_line import OneLine
from reader.tui.widgets.quick_list import QuickList
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from reader.search.switcher import Goal
    from reader.tui.destinations import Destinations
    from reader.tui.rosters import RosterKeeper
    from reader.tui.widgets.row_list import RowList

MOST = 200
"""What is found of more, nobody looks through; another letter is typed."""


class QuickScreen(ModalScreen["Goal | None"], inherit_bindings=False):
    """Dismissed with what to go to, or with nothing. All is read, and sought, in threads."""

    SCOPE = Scope.QUICK
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "Input"
    CSS_PATH = LATER

    def __init__(self, make: Callable[[], Destinations], keeper: RosterKeeper) -> None:
        super().__init__()
        self._make, self._keeper = make, keeper
        self._destinations: Destinations | None = None
        self._sought = ""
        self._go_when_found = False
        self.input = MarkedInput(
            placeholder=_("A headline, a name, a day or a newspaper; or pinyin initials: tylg"), compact=True
        )
        self.hint = OneLine(id="hint")
        self.list = QuickList()

    def compose(self) -> ComposeResult:
        frame = Vertical(self.input, self.hint, self.list, id="quick")
        frame.border_title = _("Go to …")
        frame.border_subtitle = _("Enter goes there, Esc closes")
        yield frame

    def on_mount(self) -> None:
        self.hint.say(_("Reading the headlines …"))

        def make() -> None:
            destinations = self._make()
            self._hand_over(lambda: self._take(destinations))
            lists = self._keeper.make()
            if destinations.roster is not lists.roster:
                destinations.add_names(lists.roster)
                self._hand_over(lambda: self._take(destinations))

        self.run_worker(make, thread=True, group="read")

    def _take(self, destinations: Destinations) -> None:
        self._destinations = destinations
        self._seek(self.list.cursor)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._go_when_found = False
        self._seek(0)

    def _seek(self, cursor: int) -> None:
        destinations, typed = self._destinations, self.input.value
        if destinations is None:
            return

        def find() -> None:
            goals = destinations.find(typed, MOST)
            self._hand_over(lambda: self._show(destinations, typed, goals, cursor))

        self.run_worker(find, thread=True, exclusive=True, group="seek")

    def _show(self, destinations: Destinations, typed: str, goals: Sequence[Goal], cursor: int) -> None:
        if typed != self.input.value:
            return
        self._sought = typed
        self.list.show(destinations, goals, min(cursor, max(0, len(goals) - 1)))
        self.hint.say(self._said(destinations, typed.strip(), len(goals)))
        if self._go_when_found and self.is_current:
            self._go_when_found = False
            self.action_switch_go()

    def _said(self, destinations: Destinations, typed: str, count: int) -> str:
        if not typed:
            if destinations.roster is None:
                return _("Headlines, issues and newspapers; the names are being counted …")
            return _("Headlines, names, issues and newspapers")
        if not count:
            return _("Nothing is called “{typed}”").format(typed=safe(typed))
        if count >= MOST:
            return _("{count} and more; one letter more finds fewer").format(count=count)
        return ngettext("{count} found", "{count} found", count).format(count=count)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_switch_go()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_switch_go()

    def action_switch_go(self) -> None:
        if self._destinations is None or self._sought != self.input.value:
            # Who types fast means what was typed, not what was found before.
            self._go_when_found = True
        elif self.list.goal is not None:
            self.dismiss(self.list.goal)

    def action_switch_close(self) -> None:
        self.dismiss(None)

    def action_switch_next(self) -> None:
        self.list.move(1)

    def action_switch_previous(self) -> None:
        self.list.move(-1)

    def action_switch_page_down(self) -> None:
        self.list.page(1)

    def action_switch_page_up(self) -> None:
        self.list.page(-1)

    def _hand_over(self, show: Callable[[], object]) -> None:
        def show_if_there() -> None:
            if self.is_attached:
                show()

        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.app.call_from_thread(show_if_there)
