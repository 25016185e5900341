"""The least a Textual app can be: what the first screen is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

GREETING = "hello"


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(GREETING)


if __name__ == "__main__":
    Hello().run()
