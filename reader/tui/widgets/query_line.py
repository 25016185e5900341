"""The line in which a search is typed; what nobody can search for is underlined in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from textual.containers import Horizontal

from reader.gate import visible
from reader.i18n import _
from reader.tui.widgets.marked_input import MarkedInput
from reader.tui.widgets.one_line import OneLine
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import ComposeResult

    from reader.search.query import QueryError

_PROMPT = " ⌕ "


class _Wrong(Highlighter):
    """Underlines what is wrong."""

    def __init__(self) -> None:
        self.place = (0, 0)

    def highlight(self, text: Text) -> None:
        start, end = self.place
        if start < end:
            text.stylize("underline", start, end)


class QueryLine(Horizontal):
    def __init__(self) -> None:
        super().__init__()
        self._wrong = _Wrong()
        self.input = MarkedInput(
            placeholder=_('Words, "phrases", a|b, -not this, 人:王五, 2023-09, >10亿元'),
            compact=True,
            highlighter=self._wrong,
            select_on_focus=False,
        )

    def compose(self) -> ComposeResult:
        yield OneLine(_PROMPT, id="prompt")
        yield self.input

    def mark(self, fault: QueryError | None) -> None:
        """Underline what a query that nobody can read is wrong in; nothing without one."""
        place = (fault.start, fault.end) if fault else (0, 0)
        if place != self._wrong.place:
            self._wrong.place = place
            self.input.refresh()

    def pointer(self, fault: QueryError) -> tuple[int, int]:
        """The cells `[start, end)` of the screen in which the wrong part stands; one at least."""
        typed = self.input.value
        shift = cell_width(_PROMPT) - round(self.input.scroll_x)
        start = max(cell_width(_PROMPT), shift + cell_width(visible(typed[: fault.start], keep="")))
        return start, max(start + 1, shift + cell_width(visible(typed[: fault.end], keep="")))


def pointing_at(start: int, end: int, message: str, width: int) -> str:
    """A line of `width` cells that points at the cells above `[start, end)` and says what is wrong there."""
    end = min(end, width)
    carets = " " * start + "^" * (end - start)
    if end + 2 + cell_width(message) <= width:
        return f"{carets}  {message}"
    if cell_width(message) + 3 <= start:
        return f" {message}{' ' * (start - cell_width(message) - 1)}{'^' * (end - start)}"
    return f" {message}"
