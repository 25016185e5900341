"""What Textual paints without asking us passes the last gate."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widgets import Static

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.last_gate import LastGate
from reader.tui.screens.panel import PanelScreen
from tests.hostile.stray import stray
from tests.tui.screen_text import press, rows, shows

PACKAGE = Path(__file__).parents[2] / "reader"
STARTING = {"annotate/worker.py", "archive/archive.py", "archive/workers.py", "tui/clipboard_programs.py"}
"""Our own processes, and the clipboard's."""
EVIL = "\x1b[2J\x9b2J\u202e\u200b一\ue000\ufe0f"


def test_a_row_keeps_its_width_and_loses_what_is_obeyed_and_its_links() -> None:
    linked = Segment(EVIL, Style(bold=True, link="https://example.org"))
    (one,) = LastGate().apply([linked], Color(0, 0, 0))
    assert not stray(one.text.encode())
    assert cell_len(one.text) == cell_len(EVIL)
    assert one.style is not None
    assert (one.style.bold, one.style.link) == (True, None)
    harmless = [Segment("全市 ␛[2J", Style(bold=True)), Segment("")]
    assert LastGate().apply(harmless, Color(0, 0, 0)) is harmless


async def test_a_widget_that_knows_nothing_of_the_gate_is_painted_without_harm(seeds: Corpus) -> None:
    app = ReaderApp(archive_of(seeds))
    async with app.run_test(size=(100, 24)) as pilot:
        await app.screen.mount(Static(EVIL, markup=False))
        await pilot.pause()
        assert not stray("\n".join(rows(app)).encode())


@pytest.mark.parametrize("name", ["[/]", "[red]红", "[@click=app.quit]x", "第[1]名", ""])
async def test_the_title_of_a_frame_is_no_markup(seeds: Corpus, name: str) -> None:
    app = ReaderApp(archive_of(seeds))
    async with app.run_test(size=(100, 24)) as pilot:
        app.push_screen(PanelScreen(name, [(name, name)]))
        await pilot.pause()
        assert shows(app, f"╭─ {name} ─" if name else "╭─")


def test_nothing_opens_what_a_text_links_to() -> None:
    """Neither a browser nor another program is started with page text; what is copied goes to the clipboard's."""
    named = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _names(node)
    }
    starting = {(file, name) for file, name in named if name in {"subprocess", "os.system", "Popen", "startfile"}}
    assert {file for file, _name in starting} == STARTING
    assert not [one for one in named if one[1] in {"webbrowser", "open_url", "Link", "Markdown", "from_markup"}]


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(alias.name for alias in node.names)] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("name", ["[/]", "[red]红", "[@click=app.quit]x"])
async def test_nor_is_the_name_over_a_card(name: str) -> None:
    rows_of_table = f"{name}区\t9.5\t1\n{name}县\t8.5\t2\n"
    page = f"全市增速加快\n\n本报讯 全市增速加快。\n\n考评得分\n单位\t得分\t排名\n{rows_of_table}丙市\t7.5\t3\n"
    app = ReaderApp(archive_of(build([parse_page(page, "page.txt")])))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "t", "space")
        await pilot.pause()
        assert shows(app, f"─ {name}区 · row 1 of 3 ─")
