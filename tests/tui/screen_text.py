"""What stands on the screen."""

from __future__ import annotations

from collections import Counter
from string import ascii_letters
from typing import TYPE_CHECKING

from textual.keys import _character_to_key

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App
    from textual.pilot import Pilot


def rows(app: App[None]) -> list[str]:
    """The rows of the top screen as they are painted."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def shows(app: App[None], text: str) -> bool:
    return any(text in row for row in rows(app))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other. Textual's own `press` sleeps after each of them."""
    for key in keys:
        pilot.app.simulate_key(_character_to_key(key) if len(key) == 1 else key)
        # App, focused widget, screen: a key passes through three queues at most before its command is carried out.
        for _queue in range(3):
            await pilot.pause(0)
    await pilot.pause()


def looks(app: App[None]) -> list[str]:
    """The rows of the top screen and below each of them a letter for how each cell is drawn; then what the letters
    stand for. Cells drawn as most of the screen is have a blank."""
    strips = app.screen._compositor.render_strips()
    found = Counter(
        _look(segment.style) for strip in strips for segment in strip for _cell in range(segment.cell_length)
    )
    letters = {found.most_common(1)[0][0]: " "}
    lines = []
    for strip in strips:
        cells = ""
        for segment in strip:
            letter = letters.setdefault(_look(segment.style), ascii_letters[len(letters) - 1])
            cells += letter * segment.cell_length
        lines += [strip.text.rstrip(), cells.rstrip()]
    return [*lines, *(f"{letter}: {look}" for look, letter in letters.items())]


def _look(style: Style | None) -> str:
    if style is None:
        return "none"
    names = [name for name in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, name)]
    colours = [colour.name if colour else "–" for colour in (style.color, style.bgcolor)]
    return " ".join([f"{colours[0]} on {colours[1]}", *names])
