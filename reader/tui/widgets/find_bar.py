"""The line in which what is to be found is typed, in the place of the command bar."""

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


class FindBar(Horizontal, can_focus=False, inherit_bindings=False):
    """Opened with `open`; says what is typed, and how it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.FIND)

    class Typed(Message):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Stepped(Message):
        """To the next hit (1) or the one before (-1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Closed(Message):
        def __init__(self, *, stay: bool, left: bool = False) -> None:
            super().__init__()
            self.stay = stay
            """At the hit; else go back to where the search began."""
            self.left = left
            """The reader has turned to something else, which has the focus now."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.input = MarkedInput(placeholder=placeholder or _("Find in the article"), compact=True)
        self.count = OneLine(id="found")

    def compose(self) -> ComposeResult:
        yield OneLine(" /", id="slash")
        yield self.input
        yield self.count

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_found()

    def on_descendant_blur(self) -> None:
        if self.display:
            self.post_message(self.Closed(stay=True, left=True))

    def action_found(self) -> None:
        self.post_message(self.Closed(stay=True))

    def action_not_found(self) -> None:
        self.post_message(self.Closed(stay=False))

    def action_find_next(self) -> None:
        self.post_message(self.Stepped(1))

    def action_find_previous(self) -> None:
        self.post_message(self.Stepped(-1))
