"""`python -m tests.pictures`: the README's pictures, made by the app itself from the seed pages."""

from __future__ import annotations

import asyncio
from pathlib import Path

from reader import i18n
from reader.corpus import open_corpus
from reader.tui.app import ReaderApp

FOLDER = Path(__file__).parent
SIZE = (120, 34)
PICTURES = {
    "reading": ("paper", ()),
    "ranking": ("night", ("h", "j", "j", "l", "G", "t", "s")),
}
"""Name: theme, and the keys that lead to the screen."""


async def draw(theme: str, keys: tuple[str, ...]) -> str:
    app = ReaderApp(open_corpus())
    async with app.run_test(size=SIZE) as pilot:
        app.theme = theme
        for key in keys:
            await pilot.press(key)
        # Names are looked for in rest, by a dictionary that takes a moment to load.
        await pilot.pause(4)
        return app.export_screenshot(title="reader")


def main() -> None:
    i18n.use("zh_CN")
    for name, (theme, keys) in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(draw(theme, keys)), "utf-8")


if __name__ == "__main__":
    main()
