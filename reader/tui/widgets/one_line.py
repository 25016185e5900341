"""One line of text that is never read as markup."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.typeset.fit import fit


class OneLine(Widget):
    """A text, cut where the screen ends."""

    ALLOW_SELECT = False

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = text

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str) -> None:
        self._text = text
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.rich_style
        text = fit(self._text, width) if y == 0 else ""
        return Strip([Segment(text, style)]).crop_extend(0, width, style)
