"""All ranking tables, a name looked for in them, a table beside the one before it."""

from __future__ import annotations

import threading

import pytest

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.ranking.standings import Standing
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.rankings import RankingsScreen
from reader.tui.screens.table import TableScreen
from tests.tui.ranking_pages import ranking_corpus
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

SIZES = [(80, 24), (160, 50)]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return ranking_corpus()


@pytest.fixture
def app(corpus: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(corpus))


def screen(app: ReaderApp) -> RankingsScreen:
    assert isinstance(app.screen, RankingsScreen)
    return app.screen


def table(app: ReaderApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


async def settle(app: ReaderApp) -> None:
    """What is sought in threads has been found and shown."""
    await app.workers.wait_for_complete()


def listed(app: ReaderApp) -> list[str]:
    """Place and name of what is listed, or the titles of tables."""
    return [
        f"{one.place.rank}/{one.place.of} {one.name}"
        if isinstance(one, Standing) and one.place
        else one.placed.title
        if isinstance(one, Standing)
        else one.title
        for one in screen(app).list.items
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_the_tables_of_all_pages_are_listed(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "T")
        assert listed(app) == [
            "主要蔬菜价格一览表",
            "2023年10月城市管理考核排名",
            "2023年9月城市管理考核排名",
            "2023年8月城市管理考核排名",
        ]
        assert rows(app)[0].strip() == "4 ranking tables"
        for text in ("太原日报", "2023-12-05", "2023-11-30 inf.", "8 × 5", "考评得分"):
            assert shows(app, text)
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_where_a_name_stands_and_back_again(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "T", "j", "/", *"小店")
        await settle(app)
        await press(pilot, "enter")
        assert listed(app) == ["3/8 小店区", "2/8 小店区", "1/8 小店区"]
        assert rows(app)[0].strip() == "小店: 3 rows of ranking tables"
        for text in ("3/8", "小店区", "95.60", "2023-10-31", "太原日报", "城市管理考核"):
            assert shows(app, text)
        await press(pilot, "j", "enter")
        grid = table(app).grid
        assert (grid.printed_row, grid.table.columns[grid.cursor_column]) == (1, "考评得分")
        assert grid.table.rows[1][1].text == "小店区"
        await press(pilot, "escape")
        assert screen(app).list.cursor == 1
        assert len(listed(app)) == 3
        await press(pilot, "escape")
        assert len(listed(app)) == 4
        assert screen(app).list.cursor == 1
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_escape_while_typing_brings_back_what_was_listed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "/", *"迎泽", "enter", "j", "/")
        await settle(app)
        await press(pilot, *"阳曲")
        await settle(app)
        assert listed(app)[0] == "6/8 阳曲县"
        await press(pilot, "escape")
        await settle(app)
        assert listed(app)[0] == "2/8 迎泽区"
        assert screen(app).list.cursor == 1
        assert screen(app).list.has_focus


async def test_a_click_on_a_standing_closes_the_line_and_another_opens_the_table(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "/", *"小店")
        await settle(app)
        await pilot.click(offset=(12, 3))
        await press(pilot)
        assert screen(app).bar.display
        assert not screen(app).find_bar.display
        assert screen(app).list.cursor == 1
        assert len(listed(app)) == 3
        await pilot.click(offset=(12, 3), times=2)
        await press(pilot)
        assert table(app).grid.printed_row == 1


async def test_a_name_that_stands_nowhere_is_said(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "/")
        screen(app).find_bar.input.value = "[b]无"
        await pilot.pause()
        await settle(app)
        await press(pilot, "enter")
        assert listed(app) == []
        assert rows(app)[0].strip() == "[b]无 stands in no ranking table."
        await press(pilot, "enter", "c", "a", "j")
        assert screen(app).list.has_focus


async def test_a_table_beside_the_one_before_it_is_a_table_that_sorts(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "c")
        await settle(app)
        await pilot.pause()
        grid = table(app).grid
        changes = {row[0].text: row[3].text for row in grid.table.rows}
        assert changes["晋源区"] == "↑3"
        assert changes["万柏林区"] == "="
        assert changes["古交市"] == "new"
        assert changes["清徐县"] == "gone"
        assert shows(app, "2023-10-31 → 2023-11-30")
        await press(pilot, "l", "l", "l", "]")
        shown = [grid.table.rows[row][3].text for row in grid.order]
        assert shown == ["↑3", "↑2", "=", "↓1", "↓1", "↓1", "↓1", "new", "gone"]
        await press(pilot, "escape")
        assert screen(app).list.cursor == 1


async def test_the_comparison_of_a_standing_has_the_cursor_on_its_name(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "/", *"小店", "enter")
        await settle(app)
        await press(pilot, "c")
        await settle(app)
        await pilot.pause()
        await pilot.pause()
        grid = table(app).grid
        assert grid.printed_row is not None
        assert grid.table.rows[grid.printed_row][0].text == "小店区"


async def test_the_first_of_a_series_has_none_before_it(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "G", "c")
        await settle(app)
        await pilot.pause()
        assert rows(app)[-1].rstrip().endswith("No earlier table of this series")
        await press(pilot, "k")
        assert screen(app).bar.notice == ""


async def test_the_article_of_a_table_is_read(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "G", "a")
        main = app.screen
        assert isinstance(main, MainScreen)
        assert main.article is not None
        assert main.article.id == "2023-09-28.1"
        assert main.focused is main.view


async def test_a_name_that_takes_long_is_said_to_be_looked_for_and_holds_up_no_key(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = threading.Event()

    def slow(*_arguments: object) -> list[Standing]:
        found.wait(10)
        return []

    monkeypatch.setattr("reader.tui.screens.rankings.standings", slow)
    monkeypatch.setattr("reader.tui.screens.rankings.PATIENCE", 0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "/", "小")
        await pilot.pause(0.1)
        assert rows(app)[0].strip() == "Looking for 小 …"
        await press(pilot, "enter", "j", "j")
        assert screen(app).list.cursor == 2
        found.set()
        await settle(app)
        await pilot.pause()
        assert rows(app)[0].strip() == "小 stands in no ranking table."


async def test_without_tables() -> None:
    app = ReaderApp(
        archive_of(build([parse_page("通知\n\n因检修,明日停水。\n\n市自来水公司\n2020年7月9日\n", "x.txt")]))
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "enter", "c", "a", "j", "/", "小")
        await settle(app)
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "T", "/", *"小店", "enter", "j", "G", "escape", "pageup")
        await settle(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shows(app, "城市管理考核排名")
