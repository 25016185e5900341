"""What stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def rows(app: App[None]) -> list[str]:
    """The rows of the top screen as they are painted."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def shows(app: App[None], text: str) -> bool:
    return any(text in row for row in rows(app))
