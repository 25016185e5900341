"""What a ranking of 100,000 rows and 11 columns costs, beside Textual's `DataTable` with the same cells.

Process time at 100×40, the driver paints nothing: to the first painted screen, to the rows sorted by a column in which
figures and words stand, and from a key to the painted row.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path

from rich.text import Text
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import DataTable

import reader.tui
from reader.model import Article, ArticleKind, Cell, Table
from reader.ranking.values import comparable
from reader.tui.cell_marks import CellMarks
from reader.tui.screens.table import TableScreen
from reader.tui.themed import ThemedApp

from .pairs import Pair

ROWS = 100_000
SIZE = (100, 40)
KEYS = 80
SORTED_BY = 10
"""Of every fifty cells of this column one is a word and one a dash."""
_COLUMNS = (
    "类型",
    "序号",
    "单位",
    "应结案数",
    "结案数",
    "按期结案率",
    "结案率",
    "延期率",
    "扣分",
    "金额(万元)",
    "得分",
)
_GROUPS = ("三县一市", "城区", "开发区", "市直部门", "社会责任单位")


@cache
def rows() -> tuple[tuple[str, ...], ...]:
    """The same each time: multiples of primes stand for chance."""
    found = []
    for row in range(ROWS):
        score = {7: "—", 23: "缺考"}.get(row % 50, f"{row * 7919 % 10007 / 100:.2f}")
        share = [f"{row * prime % 10001 / 100:.2f}%" for prime in (104729, 15485863, 32452843, 49979687)]
        group, name = _GROUPS[row % 5], f"第{row * 613 % ROWS}号单位"
        cases = str(row * 31 % 20011)
        found.append((group, str(row + 1), name, cases, str(row * 37 % 20011), *share, f"{row % 977}.5", score))
    return tuple(found)


@cache
def table() -> Table:
    return Table(None, None, _COLUMNS, tuple(tuple(Cell(text) for text in row) for row in rows()), ())


_STYLES = Path(reader.tui.__file__).parent / "styles"


class Ours(ThemedApp):
    """The table screen and nothing under it."""

    def __init__(self) -> None:
        super().__init__([_STYLES / "main.tcss", _STYLES / "table.tcss"], "night", lambda: True)

    def get_default_screen(self) -> TableScreen:
        return TableScreen(Article("1", ArticleKind.NOTICE, tables=(table(),)), 0, CellMarks())


class Theirs(App[None]):
    def compose(self) -> ComposeResult:
        widget: DataTable[Text] = DataTable(fixed_columns=1)
        widget.add_columns(*_COLUMNS)
        # As text, for a string would be read as markup.
        for row in rows():
            widget.add_row(*map(Text, row))
        yield widget


async def _settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    while any(worker.is_running for worker in pilot.app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def _opened(ours: bool) -> float:
    begun = time.process_time()
    app: App[None] = Ours() if ours else Theirs()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.process_time() - begun


async def _sorted(ours: bool) -> float:
    app: App[None] = Ours() if ours else Theirs()
    async with app.run_test(size=SIZE) as pilot:
        await _settled(pilot)
        screen = app.screen
        if isinstance(screen, TableScreen):
            # The cursor is elsewhere: the column would be read for its bars before it is sorted by.
            begun = time.process_time()
            screen.see(screen.view.sorted_by(SORTED_BY, descending=True))
            await _settled(pilot)
        else:
            widget = screen.query_one(DataTable)
            begun = time.process_time()
            widget.sort(widget.ordered_columns[SORTED_BY].key, key=_key, reverse=True)
            await _settled(pilot)
        return time.process_time() - begun


def _key(text: Text) -> tuple[bool, float]:
    number = comparable(text.plain)
    return number is not None, number or 0


async def _key_pressed(ours: bool) -> float:
    """Seconds for one of `KEYS` rows down, half of which scroll."""
    app: App[None] = Ours() if ours else Theirs()
    async with app.run_test(size=SIZE) as pilot:
        await _settled(pilot)
        begun = time.process_time()
        for _key in range(KEYS):
            app.simulate_key("down")
            await pilot.pause()
        return (time.process_time() - begun) / KEYS


def _pair(name: str, timed: Callable[[bool], Coroutine[None, None, float]]) -> Pair:
    # A DataTable takes half a minute to be filled: once has to do.
    other = cache(lambda: asyncio.run(timed(False)))
    return Pair(name, lambda: asyncio.run(timed(True)), other)


def opened() -> Pair:
    table()
    return _pair("ranking 100k opened / DataTable", _opened)


def sorted_by_mixed_column() -> Pair:
    table()
    return _pair("ranking 100k sorted / DataTable", _sorted)


def key() -> Pair:
    table()
    return _pair("ranking 100k a row down / DataTable", _key_pressed)
