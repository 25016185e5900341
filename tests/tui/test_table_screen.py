from __future__ import annotations

import pytest

from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.table import TableScreen
from tests.tui.screen_text import rows, shows

SIZES = [(80, 24), (160, 50)]
TITLE = "太原市城市运行管理服务平台考核公告"


@pytest.fixture
def app(ranked: Corpus) -> ReaderApp:
    return ReaderApp(ranked)


def table(app: ReaderApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


def body(app: ReaderApp) -> list[str]:
    """Rows of the table on the screen: all that end in a figure."""
    found = (row.rstrip(" ▁▂▃▄▅▆▇█▉▊▋▌▍▎▏") for row in rows(app)[2:-2])
    return [row for row in found if row and row[-1].isdigit()]


@pytest.mark.parametrize("size", SIZES)
async def test_sort_the_58_rows_by_score(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("G")
        main = app.screen
        assert isinstance(main, MainScreen)
        assert main.article is not None
        assert main.article.headline == TITLE
        await pilot.press("t")
        assert len(table(app).grid.table.rows) == 58
        assert shows(app, "综合评价表")
        await pilot.press("s")
        assert body(app)[0].endswith(" 100.00")
        assert shows(app, "▼")
        await pilot.press("G")
        assert body(app)[-1].endswith(" 0")
        await pilot.press("s")
        assert body(app)[0].endswith(" 0")
        assert shows(app, "▲")
        await pilot.press("0")
        assert "娄烦县" in body(app)[0]
        assert not shows(app, "▲")
        await pilot.press("escape")
        assert app.screen is main
        assert main.article.headline == TITLE


async def test_sort_by_the_column_under_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("G", "t", "right", "right_square_bracket")
        screen = table(app)
        column = screen.grid.cursor_column
        assert screen.grid.table.columns[column] == "系统考评/应结案数"
        shown = [float(screen.grid.table.rows[row][column].text) for row in screen.grid._order]
        assert shown == sorted(shown, reverse=True)
        await pilot.press("left_square_bracket")
        shown = [float(screen.grid.table.rows[row][column].text) for row in screen.grid._order]
        assert shown == sorted(shown)


async def test_enter_in_the_article_opens_its_table_and_q_comes_back_to_the_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "tab", "pagedown")
        main = app.screen
        assert isinstance(main, MainScreen)
        place = main.view.place
        await pilot.press("enter")
        assert table(app).grid.has_focus
        await pilot.press("q")
        assert app.screen is main
        assert main.view.place == place
        assert main.focused is main.view


async def test_name_column_stays_in_view_when_the_table_is_scrolled(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "t", *["l"] * 10)
        assert table(app).grid.scroll_offset.x > 0
        assert any(row.lstrip().startswith("娄烦县") and row.rstrip(" ▃").endswith("99.90") for row in rows(app))
        await pilot.press(*["h"] * 12)
        assert table(app).grid.scroll_offset.x == 0


async def test_a_cell_that_is_cut_is_said_in_full(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "t")
        screen = table(app)
        texts = [row[screen.grid.cursor_column].text for row in screen.grid.table.rows]
        longest = max(range(len(texts)), key=lambda index: len(texts[index]))
        await pilot.press(*["down"] * longest)
        assert screen.cell.text.endswith(texts[longest])
        assert screen.cell.text.startswith(f"row {longest + 1} of 58")


async def test_the_tables_of_an_article_follow_each_other(seed_texts: dict[str, str]) -> None:
    text = next(text for path, text in seed_texts.items() if "003_" in path)
    app = ReaderApp(build([parse_page(text, "003.txt")]))
    async with app.run_test(size=(80, 24)) as pilot:
        main = app.screen
        assert isinstance(main, MainScreen)
        while main.article is not None and len(main.article.tables) < 2:
            await pilot.press("down")
        assert main.article is not None
        await pilot.press("t")
        first = table(app).grid.table
        assert shows(app, "(1/2)")
        await pilot.press("t")
        assert table(app).grid.table is main.article.tables[1]
        await pilot.press("t")
        assert table(app).grid.table is first


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6), (300, 3)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab", *["]"] * 9, "t", "s", "l", "G", "h", "pageup", "s", "0")
        assert table(app).grid.cursor_row == 0
        await pilot.resize_terminal(80, 24)
        assert shows(app, "娄烦县")


async def test_click_on_a_cell(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("G", "t")
        grid = table(app).grid
        await pilot.click(RANKING, offset=(60, 5))
        assert (grid.cursor_row, grid.cursor_column) == (5 - grid._header_height, 4)


RANKING = "RankingGrid"
