"""Text where Textual takes a string for markup: titles of frames, and what the palette lists."""

from __future__ import annotations

from textual.content import Content

from reader.typeset.labels import on_one_line


def title(text: str) -> Content:
    """The title of a frame, in which brackets are brackets: 第[1]名, [red], [@click=app.quit]."""
    return Content(on_one_line(text))


def listed(text: str) -> str:
    """What the palette can list. It reads `[` as the beginning of markup when it lists all, and not when it lists what
    was sought, so that no escape would do for both."""
    return on_one_line(text).replace("[", "［").replace("]", "］")
