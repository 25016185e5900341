"""`python -m tests.pictures`: the README's pictures, made by the app itself from the seed pages."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.widgets import Static

from reader import i18n
from reader.archive.memory import archive_of
from reader.corpus import open_corpus
from reader.tui.app import ReaderApp
from reader.tui.picture import widened

FOLDER = Path(__file__).parent
ARTICLE = "001_9094b92b87e868d4.1"
"""What the pictures of one text, set and not set, show."""


class Picture(NamedTuple):
    theme: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 34)


PICTURES = {
    "reading": Picture("paper"),
    "ranking": Picture("night", ("h", "j", "j", "l", "G", "t", "s")),
    "columns": Picture("paper", ("l", "p"), (130, 34)),
    "set": Picture("paper", ("h", "j", "j", "j", "l", "l", "z"), (66, 26)),
}
"""Name: theme, the keys that lead to the screen, its size in cells."""


class Unset(App[None]):
    """The text as printed in a widget of the framework's, broken as it breaks it."""

    CSS = "Static { width: 60; margin: 1 2; } Screen { background: #fbf6e9; color: #33302a; scrollbar-size: 0 0; }"

    def compose(self) -> ComposeResult:
        article = open_corpus().find(ARTICLE)
        yield Static("\n".join(one.text for one in (*article.parts, *article.blocks)), markup=False)


async def draw(picture: Picture) -> str:
    app = ReaderApp(archive_of(open_corpus()))
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        for key in picture.keys:
            await pilot.press(key)
        # Names are looked for in rest, by a dictionary that takes a moment to load.
        await pilot.pause(4)
        return app.export_screenshot(title="reader")


async def draw_unset() -> str:
    app = Unset()
    async with app.run_test(size=PICTURES["set"].size) as pilot:
        await pilot.pause()
        return widened(app.export_screenshot(title="Static"))


def main() -> None:
    i18n.use("zh_CN")
    for name, picture in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(draw(picture)), "utf-8")
    (FOLDER / "unset.svg").write_text(asyncio.run(draw_unset()), "utf-8")


if __name__ == "__main__":
    main()
