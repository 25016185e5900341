from __future__ import annotations

import pytest

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.table import TableScreen
from reader.typeset.labels import safe
from reader.typeset.width import cell_width
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

SIZES = [(80, 24), (160, 50)]
TITLE = "太原市城市运行管理服务平台考核公告"


@pytest.fixture
def app(ranked: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(ranked))


def table(app: ReaderApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


def body(app: ReaderApp) -> list[str]:
    """Rows of the table on the screen: all that end in a figure."""
    found = (row.rstrip(" ▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▴▾") for row in rows(app)[2:-2])
    return [row for row in found if row and row[-1].isdigit()]


def cell_of(app: ReaderApp, row: int, text: str) -> int:
    """The cell of a row in which a text begins."""
    return cell_width(rows(app)[row].partition(text)[0])


@pytest.mark.parametrize("size", SIZES)
async def test_sort_the_58_rows_by_score(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "G")
        main = app.screen
        assert isinstance(main, MainScreen)
        assert main.article is not None
        assert main.article.headline == TITLE
        await press(pilot, "t")
        assert len(table(app).grid.table.rows) == 58
        assert shows(app, "综合评价表")
        await press(pilot, "s")
        assert body(app)[0].endswith(" 100.00")
        assert shows(app, "▼")
        await press(pilot, "G")
        assert body(app)[-1].endswith(" 0")
        await press(pilot, "g", "s")
        assert body(app)[0].endswith(" 0")
        assert shows(app, "▲")
        await press(pilot, "0")
        assert "娄烦县" in body(app)[0]
        assert not shows(app, "▲")
        await press(pilot, "escape")
        assert app.screen_stack == [main]
        assert main.article.headline == TITLE


async def test_sort_by_the_column_under_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "G", "t", "right", "right_square_bracket")
        screen = table(app)
        column = screen.grid.cursor_column
        assert screen.grid.table.columns[column] == "系统考评/应结案数"
        shown = [float(screen.grid.table.rows[row][column].text) for row in screen.grid.arrangement.rows]
        assert shown == sorted(shown, reverse=True)
        await press(pilot, "left_square_bracket")
        shown = [float(screen.grid.table.rows[row][column].text) for row in screen.grid.arrangement.rows]
        assert shown == sorted(shown)


async def test_enter_in_the_article_opens_its_table_and_q_comes_back_to_the_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "tab", "pagedown")
        main = app.screen
        assert isinstance(main, MainScreen)
        place = main.view.place
        await press(pilot, "enter")
        assert table(app).grid.has_focus
        await press(pilot, "q")
        assert app.screen_stack == [main]
        assert main.view.place == place
        assert main.focused is main.view


async def test_name_column_stays_in_view_when_the_table_is_scrolled(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "t", "s", "0")
        grid = table(app).grid
        assert grid.scroll_offset.x > 0
        assert any(row.lstrip().startswith("娄烦县") and "99.90" in row for row in rows(app))
        grid.go(0, 0)
        await press(pilot, "right")
        assert grid.scroll_offset.x == 0
        assert any(row.lstrip().startswith("三县一市") for row in rows(app))


async def test_a_cell_that_is_cut_is_said_in_full(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "t")
        screen = table(app)
        texts = [row[screen.grid.cursor_column].text for row in screen.grid.table.rows]
        longest = max(range(len(texts)), key=lambda index: len(texts[index]))
        screen.grid.go(longest - 1, screen.grid.cursor_column)
        await press(pilot, "j")
        assert screen.cell.text.endswith(safe(texts[longest]))
        assert screen.cell.text.startswith(f"row {longest + 1} of 58")


async def test_the_tables_of_an_article_follow_each_other(seed_texts: dict[str, str]) -> None:
    text = next(text for path, text in seed_texts.items() if "003_" in path)
    app = ReaderApp(archive_of(build([parse_page(text, "003.txt")])))
    async with app.run_test(size=(80, 24)) as pilot:
        main = app.screen
        assert isinstance(main, MainScreen)
        await pilot.pause()
        while main.article is not None and len(main.article.tables) < 2:
            await press(pilot, "down")
        assert main.article is not None
        await press(pilot, "t")
        first = table(app).grid.table
        assert shows(app, "(1/2)")
        await press(pilot, "t")
        assert table(app).grid.table is main.article.tables[1]
        await press(pilot, "t")
        assert table(app).grid.table is first


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6), (300, 3)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, *["]"] * 6, "t", "s", "l", "G", "pageup", "g", "0")
        assert table(app).grid.cursor_row == 0
        await pilot.resize_terminal(80, 24)
        assert shows(app, "娄烦县")


async def test_click_on_a_cell(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "G", "t")
        grid = table(app).grid
        row = next(index for index, text in enumerate(rows(app)) if "阳曲县" in text)
        await pilot.click(offset=(cell_of(app, row, "133"), row))
        assert (grid.cursor_row, grid.table.columns[grid.cursor_column]) == (3, "系统考评/应结案数")
        await pilot.click(offset=(cell_of(app, row, "阳曲县"), row + 1))
        assert (grid.cursor_row, grid.cursor_column) == (4, 2)
