"""A list laid over the screen, one of whose items can be gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen

from reader.i18n import _
from reader.tui import titles
from reader.tui.screens.moving import Moving
from reader.tui.styling import LATER

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.tui.screens.moving import Movable
    from reader.tui.widgets.row_list import RowList

Item = TypeVar("Item")


class PickScreen(Moving, ModalScreen[Item | None], inherit_bindings=False):
    """Dismissed with the item to go to, or with nothing."""

    CSS_PATH = LATER

    def __init__(self, title: str, rows: RowList, items: Sequence[Item]) -> None:
        super().__init__()
        self.rows = rows
        self.items = items
        self._list_title = title

    @property
    def moved(self) -> Movable:
        return self.rows

    def compose(self) -> ComposeResult:
        self.rows.border_title = titles.title(self._list_title)
        self.rows.border_subtitle = _("Enter goes there, Esc closes")
        yield self.rows

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_go()

    def action_go(self) -> None:
        self.dismiss(self.items[self.rows.cursor] if self.items else None)

    def action_close(self) -> None:
        self.dismiss(None)
