"""What the audit found on a page, laid over the screen; one of the figures can be gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reader.audit import Finding
from reader.commands import Scope
from reader.tui.bindings import bindings_of
from reader.tui.screens.pick import PickScreen
from reader.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from reader.model import Page


class FindingsScreen(PickScreen[Finding], inherit_bindings=False):
    SCOPE = Scope.FINDINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "FindingList"

    def __init__(self, title: str, page: Page, findings: Sequence[Finding], cursor: int) -> None:
        super().__init__(title, FindingList(page, findings, cursor), findings)
