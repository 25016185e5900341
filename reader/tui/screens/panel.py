"""A list of lines laid over a screen: help, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from reader.commands import Scope
from reader.i18n import _
from reader.tui import titles
from reader.tui.bindings import bindings_of
from reader.tui.screens.moving import Moving
from reader.tui.styling import LATER
from reader.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.tui.screens.moving import Movable


class PanelScreen(Moving, ModalScreen[None], inherit_bindings=False):
    """Pairs of a short and a long text, one below the other; the long ones are broken to fit."""

    SCOPE = Scope.PANEL
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "LineView"
    CSS_PATH = LATER

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.lines = LineView(lines)
        self._panel_title = title

    @property
    def moved(self) -> Movable:
        return self.lines

    def compose(self) -> ComposeResult:
        self.lines.border_title = titles.title(self._panel_title)
        self.lines.border_subtitle = _("Esc closes")
        yield self.lines

    def action_close(self) -> None:
        self.dismiss()
