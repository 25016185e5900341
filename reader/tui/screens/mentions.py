"""All mentions of a name, laid over the screen; one of them can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.widgets.mention_list import MentionList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.search.mentions import Mention
    from reader.tui.screens.moving import Movable
    from reader.tui.widgets.row_list import RowList


class MentionsScreen(Moving, ModalScreen["Mention | None"], inherit_bindings=False):
    """Dismissed with the mention to go to, or with nothing."""

    SCOPE = Scope.MENTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "MentionList"

    def __init__(self, title: str, mentions: Sequence[Mention], cursor: int) -> None:
        super().__init__()
        self.list = MentionList(mentions, cursor)
        self._list_title = title

    @property
    def moved(self) -> Movable:
        return self.list

    def compose(self) -> ComposeResult:
        self.list.border_title = self._list_title
        self.list.border_subtitle = _("Enter goes there, Esc closes")
        yield self.list

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_go()

    def action_go(self) -> None:
        self.dismiss(self.list.mentions[self.list.cursor] if self.list.mentions else None)

    def action_close(self) -> None:
        self.dismiss(None)
