"""What the audit found on a page, laid over the screen; one of the figures can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.audit import Finding
    from reader.model import Page
    from reader.tui.screens.moving import Movable
    from reader.tui.widgets.row_list import RowList


class FindingsScreen(Moving, ModalScreen["Finding | None"], inherit_bindings=False):
    """Dismissed with the finding to go to, or with nothing."""

    SCOPE = Scope.FINDINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "FindingList"

    def __init__(self, title: str, page: Page, findings: Sequence[Finding], cursor: int) -> None:
        super().__init__()
        self.list = FindingList(page, findings, cursor)
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
        self.dismiss(self.list.findings[self.list.cursor] if self.list.findings else None)

    def action_close(self) -> None:
        self.dismiss(None)
