"""What stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.keys import _character_to_key

if TYPE_CHECKING:
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
