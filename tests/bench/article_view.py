"""What an action in an article of 60,000 characters costs, beside one `Static` that holds the same text.

Process time from the action to the painted screen, at 100×40, with real figures marked; the driver paints nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from reader.annotate.numbers import find_numbers
from reader.archive.memory import archive_of
from reader.corpus import build
from reader.model import Page
from reader.parse.page import parse_page
from reader.search.occurrences import occurrences
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen

from .pairs import Pair

CHARACTERS = 60_000
SIZE = (100, 40)
_SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

Action = Callable[[Pilot[None]], Awaitable[None]]


def long_page() -> Page:
    """A page with one article of the paragraphs of the seeds, over and over."""
    paragraphs = [
        block.text
        for path in _SEEDS
        for article in parse_page(path.read_text("utf-8-sig"), path.name).articles
        for block in article.blocks
        if len(block.text) > 60 and block.text.endswith("。")
    ]
    text, number = "全市经济运行平稳\n\n", 0
    while len(text) < CHARACTERS:
        text += paragraphs[number % len(paragraphs)] + "\n\n"
        number += 1
    return parse_page(text, "long.txt")


class OneStatic(App[None]):
    """The same text as one widget of Textual's, highlighted as we do."""

    def __init__(self, text: str) -> None:
        super().__init__()
        spans = [Span(one.start, one.end, "bold") for one in find_numbers(text)]
        self.plain = text
        self.content = Content(text, spans)
        self.static = Static(self.content)

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield self.static


def _app(ours: bool) -> App[None]:
    page = long_page()
    if ours:
        return ReaderApp(archive_of(build([page])))
    (article,) = page.articles
    return OneStatic("\n".join(block.text for block in article.blocks))


async def _timed(app: App[None], prepare: Action, action: Action) -> float:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await prepare(pilot)
        await pilot.pause(0.5)
        begun = time.process_time()
        await action(pilot)
        await pilot.pause()
        return time.process_time() - begun


async def _nothing(pilot: Pilot[None]) -> None:
    pass


async def _zoomed(pilot: Pilot[None]) -> None:
    if isinstance(pilot.app, ReaderApp):
        await pilot.press("tab", "z")


async def _resize(pilot: Pilot[None]) -> None:
    await pilot.resize_terminal(SIZE[0] - 20, SIZE[1])


async def _scroll(pilot: Pilot[None]) -> None:
    if isinstance(pilot.app, ReaderApp):
        pilot.app.simulate_key("j")
    else:
        pilot.app.query_one(VerticalScroll).scroll_relative(y=1, animate=False)
    await pilot.pause()


async def _find(pilot: Pilot[None]) -> None:
    if isinstance(pilot.app.screen, MainScreen):
        pilot.app.screen.view.find("太原")
    elif isinstance(pilot.app, OneStatic):
        spans = [Span(start, end, "reverse") for start, end in occurrences(pilot.app.plain, "太原")]
        pilot.app.static.update(Content(pilot.app.plain, [*pilot.app.content.spans, *spans]))


async def _pressed(pilot: Pilot[None]) -> None:
    await _zoomed(pilot)
    await pilot.mouse_down(offset=Offset(40, 10))
    await pilot.hover(offset=Offset(50, 12))


async def _drag(pilot: Pilot[None]) -> None:
    await pilot.hover(offset=Offset(44, 20))


def _pair(name: str, prepare: Action, action: Action) -> Pair:
    def run(ours: bool) -> float:
        return asyncio.run(_timed(_app(ours), prepare, action))

    return Pair(name, lambda: run(ours=True), lambda: run(ours=False))


def resize() -> Pair:
    return _pair("article 60k resized / one Static", _zoomed, _resize)


def scroll() -> Pair:
    return _pair("article 60k scrolled / one Static", _zoomed, _scroll)


def find() -> Pair:
    return _pair("article 60k found in / one Static", _zoomed, _find)


def drag() -> Pair:
    return _pair("article 60k dragged / one Static", _pressed, _drag)
