"""What was typed while the terminal was being asked, given to the app after all."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.events import Key

from reader.tui.terminal.query import take_typed


def typed_keys() -> list[Key]:
    """The keys typed so far, once, as Textual's own reader of the terminal would have read them."""
    # A line end stands for Enter in what was typed before the terminal was switched to single keys.
    text = take_typed().decode("utf-8", "ignore").replace("\n", "\r")
    return [event for event in XTermParser().feed(text) if isinstance(event, Key)]
