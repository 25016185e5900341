"""The names of the archive: who, where and what is mentioned, how often and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.commands import Scope
from reader.i18n import _
from reader.model import EntityType
from reader.search.rosterview import NameOrder, RosterView
from reader.tui.bindings import bindings_of
from reader.tui.name_labels import card_lines
from reader.tui.screens.names_listing import NamesLeft, NamesListing

if TYPE_CHECKING:
    from textual.binding import BindingType

    from reader.archive.names import Name
    from reader.search.mentions import Mention
    from reader.search.roster import Beside, Roster
    from reader.tui.rosters import RosterKeeper
    from reader.tui.widgets.find_bar import FindBar
    from reader.tui.widgets.row_list import RowList

_TYPES = (None, EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION)


class NamesScreen(NamesListing, inherit_bindings=False):
    """Types, orders, a filter that is typed; from a name to its mentions and to the names beside it."""

    SCOPE = Scope.NAMES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def __init__(self, keeper: RosterKeeper, left: NamesLeft) -> None:
        super().__init__(keeper, left)
        self._before_find = RosterView()
        """What was listed when the line was opened, and the name under the cursor."""
        self._name_before_find: Name | None = None

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_mentions()

    def action_mentions(self) -> None:
        place, name, roster = self.list.place, self.list.name_at_cursor, self.list.roster
        if place is None or name is None or roster is None:
            return
        from reader.tui.screens.concordance import ConcordanceScreen

        cursor = self._left.mention[1] if self._left.mention and self._left.mention[0] == name.name else 0
        screen = ConcordanceScreen(roster, place, cursor)

        def left(mention: Mention | None) -> None:
            self._left.mention = (name.name, screen.list.cursor)
            if mention is not None:
                self.dismiss(mention)

        self.app.push_screen(screen, left)

    def action_beside(self) -> None:
        place, roster = self.list.place, self.list.roster
        if place is None or roster is None:
            return
        from reader.tui.screens.beside import BesideScreen

        found = roster.beside(place)
        if not found:
            self.bar.say(_("No other name stands in its articles"))
            return
        self.app.push_screen(BesideScreen(roster, place, found), lambda one: self._go_beside(roster, one))

    def _go_beside(self, roster: Roster, one: Beside | None) -> None:
        if one is None:
            return
        name = roster.names[one.place].name
        if self.list.roster is roster and one.place in self.list.places:
            self.list.move(self.list.places.index(one.place) - self.list.cursor)
        else:
            self._change(name, typed="", type=None)

    def action_about_name(self) -> None:
        place, roster = self.list.place, self.list.roster
        if place is not None and roster is not None:
            from reader.tui.screens.panel import PanelScreen

            name, *lines = card_lines(roster, place)
            self.app.push_screen(PanelScreen(name.text, [("", line.text) for line in lines]))

    def action_order_names(self) -> None:
        orders = list(NameOrder)
        self._change(order=orders[(orders.index(self.view.order) + 1) % len(orders)])

    def action_next_type(self) -> None:
        self._only(_TYPES[(_TYPES.index(self.view.type) + 1) % len(_TYPES)])

    def action_only_persons(self) -> None:
        self._only(EntityType.PERSON)

    def action_only_places(self) -> None:
        self._only(EntityType.PLACE)

    def action_only_organisations(self) -> None:
        self._only(EntityType.ORGANISATION)

    def action_all_types(self) -> None:
        self._only(None)

    def _only(self, type_: EntityType | None) -> None:
        self._change(self._left.name, type=type_)

    def action_close(self) -> None:
        if self.view.typed:
            self._change(self._left.name, typed="")
        else:
            self.dismiss(None)

    # The line in which a part of a name is typed.

    def action_filter_names(self) -> None:
        self._before_find, self._name_before_find = self.view, self._left.name
        self.find_bar.input.value = self.view.typed
        self.bar.say("")
        self.bar.display = False
        self.find_bar.display = True
        self.set_focus(self.find_bar.input)

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        if self.find_bar.display and event.text != self.view.typed:
            self._change(typed=event.text)

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.list.move(event.step)

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not self.find_bar.display:
            return
        self.find_bar.display = False
        self.bar.display = True
        if not event.stay and self.view != self._before_find:
            self._change(self._name_before_find, typed=self._before_find.typed)
        if not event.left:
            self.set_focus(self.list, scroll_visible=False)
