"""What the terminal says of itself, as far as no setting has said it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.settings import AUTO, Settings
from reader.tui.terminal.background import is_dark
from reader.tui.terminal.width_probe import ambiguous_width


class Answers(NamedTuple):
    is_dark: Callable[[], bool]
    """Whether light text is read better than dark; asks the terminal when that was not expected to matter."""
    ambiguous_width: int
    """Cells of a character of ambiguous width, 1 or 2."""


def ask_terminal(settings: Settings) -> Answers:
    """Ask what `settings` leave open; takes as long as the terminal does."""
    dark = is_dark() if settings.theme == AUTO else None
    cells = settings.ambiguous_width or ambiguous_width() or 1
    return Answers(is_dark if dark is None else lambda: dark, cells)
