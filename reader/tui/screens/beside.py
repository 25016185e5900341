"""The names in the articles that mention one, laid over the list; one of them can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.commands import Scope
from reader.i18n import _
from reader.search.roster import Beside
from reader.tui.bindings import bindings_of
from reader.tui.name_labels import articles_label, type_label
from reader.tui.screens.pick import PickScreen
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from reader.search.roster import Roster


class BesideList(RowList):
    """A name a line, with the articles in which it stands together with the other."""

    def __init__(self, roster: Roster, found: Sequence[Beside]) -> None:
        super().__init__()
        self._roster, self._found = roster, found

    def item_count(self) -> int:
        return len(self._found)

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        one = self._found[index]
        name = self._roster.names[one.place].name
        right = f"{type_label(name.type)}  {articles_label(one.articles)}"
        return [ListLine(Piece(safe(name.text)), Piece(right, "rows--quiet"))]


class BesideScreen(PickScreen[Beside], inherit_bindings=False):
    SCOPE = Scope.BESIDE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "BesideList"

    def __init__(self, roster: Roster, place: int, found: Sequence[Beside]) -> None:
        title = _("In the articles that name {name}").format(name=safe(roster.names[place].name.text))
        super().__init__(title, BesideList(roster, found), found)

    def action_go_to_name(self) -> None:
        self.action_go()
