"""What the names screen lists, and how it keeps up with what is found: everything but its commands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _
from reader.search.mentions import Mention
from reader.search.rosterview import RosterView
from reader.tui.name_labels import card_lines, list_label
from reader.tui.rosters import LOOK
from reader.tui.screens.moving import Moving
from reader.tui.startup import PATIENCE
from reader.tui.styling import LATER
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.name_card import NameCard
from reader.tui.widgets.name_list import NameList, column_heads
from reader.tui.widgets.one_line import OneLine
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from reader.archive.names import Name
    from reader.search.roster import Roster
    from reader.search.rosterview import RosterLists
    from reader.tui.rosters import RosterKeeper
    from reader.tui.screens.moving import Movable

CARD_AFTER = 0.1
"""Seconds the cursor rests on a name before what is known of it is looked up."""
_WIDTHS = [(0, "-narrow"), (110, "-wide")]
"""Cells from which there is room for the card."""


@dataclass
class NamesLeft:
    """How the screen was left: what is listed, the name under the cursor, and where it was in whose mentions."""

    view: RosterView = field(default_factory=RosterView)
    name: Name | None = None
    mention: tuple[Name, int] | None = None


class NamesListing(Moving, Screen[Mention | None], inherit_bindings=False):
    """Dismissed with the mention to go to, or with nothing. What takes long is done in threads."""

    AUTO_FOCUS = "NameList"
    CSS_PATH = LATER
    HORIZONTAL_BREAKPOINTS = _WIDTHS

    def __init__(self, keeper: RosterKeeper, left: NamesLeft) -> None:
        super().__init__()
        self._keeper, self._left = keeper, left
        self._lists: RosterLists | None = None
        self.heading = OneLine(id="heading")
        self.heads = OneLine(id="heads")
        self.list = NameList()
        self.card = NameCard()
        self.find_bar = FindBar(_("A part of a name, or its pinyin initials"))
        self.bar = CommandBar(Scope.NAMES)
        self._sign: Timer | None = None
        self._card_of: tuple[object, int] | None = None
        self._card_timer: Timer | None = None

    @property
    def moved(self) -> Movable:
        return self.list

    @property
    def view(self) -> RosterView:
        return self._left.view

    def compose(self) -> ComposeResult:
        self.find_bar.display = False
        yield self.heading
        yield Horizontal(Vertical(self.heads, self.list), self.card)
        yield self.find_bar
        yield self.bar

    def on_mount(self) -> None:
        self._make(self._left.name)
        self.set_interval(LOOK, self._look)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._head_columns)
        self._show_card_soon()

    def _head_columns(self) -> None:
        self.heads.say(column_heads(self.list.scrollable_content_region.width))

    # What is listed.

    def _look(self) -> None:
        """Take up the names that were found meanwhile, but not under the hands of one who types."""
        if (self._keeper.is_due or self._keeper.lists is not self._lists) and not self.find_bar.display:
            self._make(None)
        else:
            self._say_heading()

    def _make(self, name: Name | None) -> None:
        """Count the names, in a thread; meanwhile those counted last are shown. `name` is to be under the cursor."""
        if self._keeper.lists is not None and self._lists is None:
            self._show(self._keeper.lists, self._keeper.lists.places(self.view), name, still=False)
        if self._lists is None:
            self._promise(_("Counting the names …"))

        def make() -> None:
            lists = self._keeper.make()
            view = self.view
            places = lists.places(view)
            self._hand_over(lambda: self._take(lists, view, places, name))

        self.run_worker(make, thread=True, exclusive=True, group="roster")

    def _take(self, lists: RosterLists, view: RosterView, places: Sequence[int], name: Name | None) -> None:
        if view != self.view:
            # Something else is wanted meanwhile, and made of the newest names, too.
            self._lists = lists
            self._list(None)
            return
        here = self.list.name_at_cursor
        still = self._lists is not None and here is not None
        self._show(lists, places, here.name if still and here else name, still=still)

    def _change(self, name: Name | None = None, **changes: object) -> None:
        """List something else, with the cursor on a name, or on the first."""
        self._left.view = self.view._replace(**changes)  # type: ignore[arg-type]
        self._list(name)

    def _list(self, name: Name | None) -> None:
        lists, view = self._lists, self.view
        if lists is None:
            self._say_heading()
            return
        self._promise(_("Looking for {name} …").format(name=safe(view.typed)) if view.typed else _("Sorting …"))

        def find() -> None:
            places = lists.places(view)
            self._hand_over(lambda: self._show(lists, places, name, still=False) if view == self.view else None)

        self.run_worker(find, thread=True, exclusive=True, group="names")

    def _show(self, lists: RosterLists, places: Sequence[int], name: Name | None, *, still: bool) -> None:
        self._keep_promise()
        self._lists = lists
        place = lists.roster.place(name) if name is not None else None
        # A name that is not listed leaves the cursor where it was.
        lost = min(self.list.cursor, max(0, len(places) - 1)) if still else 0
        cursor = next((at for at, one in enumerate(places) if one == place), lost) if place is not None else lost
        (self.list.show_anew if still else self.list.show)(lists.roster, places, cursor, self._why_none(lists.roster))
        self._left_at_cursor()
        self._say_heading()
        self._head_columns()
        self._show_card_soon()

    def _why_none(self, roster: Roster) -> str:
        if roster.names:
            typed = safe(self.view.typed.strip())
            return (
                _("No name has “{typed}” in it, nor these pinyin initials. Esc lists all again.").format(typed=typed)
                if typed
                else _("None of the names found so far is of this type. 0 lists all types.")
            )
        if self._keeper.is_partial(roster.pages):
            return _(
                "No names are known yet. They are looked for when all pages are parsed, a page after the other, and"
                " appear here as they are found; what was found is kept."
            )
        return _("No names were found on these pages.")

    def _say_heading(self) -> None:
        if self._lists is not None:
            known = self._lists.roster.pages
            of_pages = self._keeper.pages if self._keeper.is_partial(known) else None
            self.heading.say(list_label(self.view, len(self.list.places), known, of_pages))

    # The name under the cursor.

    def on_row_list_moved(self) -> None:
        self.bar.say("")
        self._left_at_cursor()
        self._show_card_soon()

    def _left_at_cursor(self) -> None:
        name = self.list.name_at_cursor
        self._left.name = name.name if name else None

    def _show_card_soon(self) -> None:
        if self._card_timer is not None:
            self._card_timer.stop()
        self._card_timer = self.set_timer(CARD_AFTER, self._show_card)

    def _show_card(self) -> None:
        place, roster = self.list.place, self.list.roster
        if not self.card.display or self._card_of == (roster, place):
            return
        if place is None or roster is None:
            self._card_of = None
            self.card.show(())
            return
        key = self._card_of = (roster, place)

        def look_up() -> None:
            lines = card_lines(roster, place)
            self._hand_over(lambda: self.card.show(lines) if self._card_of == key else None)

        self.run_worker(look_up, thread=True, exclusive=True, group="card")

    # Threads.

    def _promise(self, sign: str) -> None:
        """Say what is waited for unless the promise is kept, or another made, soon."""
        self._keep_promise()
        self._sign = self.set_timer(PATIENCE, lambda: self.heading.say(sign))

    def _keep_promise(self) -> None:
        if self._sign is not None:
            self._sign.stop()

    def _hand_over(self, show: Callable[[], object]) -> None:
        def show_if_there() -> None:
            if self.is_attached:
                show()

        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.app.call_from_thread(show_if_there)
