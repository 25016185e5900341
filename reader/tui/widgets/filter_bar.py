"""The line in which a filter is typed, in the place of the command bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message

from reader.commands import Scope
from reader.i18n import _
from reader.tui.bindings import bindings_of
from reader.tui.widgets.marked_input import MarkedInput
from reader.tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input


class FilterBar(Horizontal, can_focus=False, inherit_bindings=False):
    """Says what is typed, and how it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.FILTER)

    class Typed(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Closed(Message):
        def __init__(self, *, stay: bool) -> None:
            super().__init__()
            self.stay = stay
            """With the filter that was typed; else as it was before."""

    def __init__(self) -> None:
        super().__init__()
        self.input = MarkedInput(placeholder=_("a text, or >90, =0, !公司, 结案率<90"), compact=True)
        self.outcome = OneLine(id="outcome")

    def compose(self) -> ComposeResult:
        yield OneLine(" &", id="ampersand")
        yield self.input
        yield self.outcome

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep_filter()

    def on_descendant_blur(self) -> None:
        if self.display:
            self.post_message(self.Closed(stay=True))

    def action_keep_filter(self) -> None:
        self.post_message(self.Closed(stay=True))

    def action_drop_filter(self) -> None:
        self.post_message(self.Closed(stay=False))
