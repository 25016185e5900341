"""Cells selected with the mouse and with keys, what is copied, clicks on the header, rows at the foot, many rows."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.model import Article, ArticleKind, Table
from reader.parse.page import parse_page
from reader.ranking.sorting import SortKey
from reader.tui.app import ReaderApp
from reader.tui.cell_marks import CellMarks
from reader.tui.clipboard import Copied
from reader.tui.grid.arranged import AT_ONCE
from reader.tui.screens.table import TableScreen
from reader.tui.widgets.filter_bar import FilterBar
from tests.ranking.ranking_tables import table_of
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

SIZE = (160, 40)
CASES, DONE, SCORE = 3, 4, 10
SUMMED = [["甲区", "3", "90%"], ["合计", "9", "85%"], ["乙区", "2", "95%"], ["丙区", "4", "70%"]]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def copy(text: str, _write: object) -> Copied:
        texts.append(text)
        return Copied(len(text), ("test",), sent=False, too_long=False, failures=())

    monkeypatch.setattr("reader.tui.clipboard.copy", copy)
    return texts


@pytest.fixture
def app(ranked: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(ranked))


def table(app: App[None]) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


async def show(pilot: Pilot[None], app: ReaderApp, shown: Table) -> None:
    await app.push_screen(TableScreen(Article("1", ArticleKind.NOTICE, tables=(shown,)), 0, CellMarks()))
    await pilot.pause()


def cell(app: ReaderApp, line: int, column: int) -> tuple[int, int]:
    """A cell of the screen in a line and a column of the grid."""
    grid = table(app).grid
    slot = grid.layout_of_columns.slot(column)
    region = grid.scrollable_content_region.translate(grid.region.offset)
    x = region.x + slot.start + slot.width - 1 - grid.scroll_offset.x
    return x, grid.region.y + grid.layout_of_columns.header_height + line - grid.scroll_offset.y


async def settle(pilot: Pilot[None]) -> None:
    while any(worker.is_running for worker in pilot.app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def test_drag_over_cells_and_copy_them(app: ReaderApp, copied: list[str]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "t")
        await pilot.mouse_down(offset=cell(app, 0, CASES))
        await pilot.hover(offset=cell(app, 1, CASES))
        await pilot.hover(offset=cell(app, 2, DONE))
        await pilot.mouse_up(offset=cell(app, 2, DONE))
        assert table(app).statistics.text == (
            "6 cells selected · sum 833 · mean 138.83 · median 100 · min 86 · max 230"
        )
        await press(pilot, "y")
        await settle(pilot)
        assert copied == ["230\t230\n100\t100\n87\t86\n"]
        assert "the cells" in table(app).bar.notice
        assert table(app).grid.block is None


async def test_shift_and_arrows_select_and_escape_gives_up(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "t")
        table(app).grid.go(3, SCORE)
        await press(pilot, "shift+up", "shift+up", "shift+left")
        block = table(app).grid.block
        assert block is not None
        assert (block.lines, block.columns) == (range(1, 4), (9, 10))
        await press(pilot, "escape")
        assert table(app).grid.block is None
        await press(pilot, "shift+down", "j")
        assert table(app).grid.block is None


async def test_percents_and_counts_side_by_side_have_no_mean(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "t")
        table(app).grid.go(0, DONE)
        await press(pilot, "shift+right", "shift+down")
        assert table(app).statistics.text == "4 cells selected · 4 figures"


async def test_with_nothing_selected_what_is_shown_is_copied(app: ReaderApp, copied: list[str]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await show(pilot, app, table_of(["单位", "件数", "结案率"], SUMMED, summary=[1]))
        table(app).grid.go(0, 1)
        await press(pilot, "]", "l", "-", "y")
        await settle(pilot)
        assert copied == ["单位\t件数\n丙区\t4\n甲区\t3\n乙区\t2\n合计\t9\n"]


async def test_a_click_on_the_header_sorts_and_another_the_other_way(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "t")
        x, _y = cell(app, 0, SCORE)
        header = table(app).grid.region.y + table(app).grid.layout_of_columns.header_height - 1
        for keys in ((SortKey(SCORE),), (SortKey(SCORE, descending=True),)):
            await pilot.click(offset=(x, header))
            await pilot.pause()
            assert table(app).view.keys == keys
        x, _y = cell(app, 0, CASES)
        await pilot.click(offset=(x, header), shift=True)
        await pilot.pause()
        assert table(app).view.keys == (SortKey(SCORE, descending=True), SortKey(CASES))


async def test_no_figure_is_shown_without_some_of_its_digits(app: ReaderApp) -> None:
    async with app.run_test(size=(70, 24)) as pilot:
        await press(pilot, "G", "t")
        grid = table(app).grid
        figures = {cell.text for row in grid.table.rows for cell in row if cell.text and cell.text[0].isdigit()}
        for x in range(12):
            grid.scroll_to(20 + x, 0, animate=False)
            await pilot.pause()
            shown = [word for row in rows(app)[6:-5] for word in row[:-1].split() if word[0].isdigit()]
            assert shown
            assert set(shown) <= figures


async def test_the_wheel_scrolls(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "G", "t")
        grid = table(app).grid
        grid.post_message(events.MouseScrollDown(grid, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await pilot.pause()
        assert grid.scroll_offset.y > 0


async def test_a_click_on_a_group_folds_it(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "t", "b")
        before = table(app).grid.lines
        line = next(number for number, row in enumerate(rows(app)) if "▾ 城区 (6)" in row)
        await pilot.click(offset=(cell(app, 0, 2)[0], line))
        await pilot.pause()
        assert table(app).grid.lines == before - 6


async def test_summary_rows_stay_at_the_foot(app: ReaderApp) -> None:
    body = [[f"第{n}区", str(n), f"{n}%"] for n in range(60)]
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, app, table_of(["单位", "件数", "结案率"], [["合计", "1770", "29%"], *body], summary=[0]))
        grid = table(app).grid
        grid.go(0, 1)
        for key in ("]", "G", "[", "G"):
            await press(pilot, key)
            assert [row.split()[:2] for row in rows(app) if "合计" in row] == [["合计", "1770"]]
        assert rows(app)[grid.region.bottom - 1].startswith(" 合计")
        assert table(app).state.text.startswith("60 rows")
        assert table(app).statistics.text == "60 figures · sum 1770 · mean 29.5 · median 29.5 · min 0 · max 59"
        assert grid.printed_row == 60
        await press(pilot, "&")
        await press(pilot, *"第1区", "enter")
        assert [row.split()[0] for row in rows(app) if "%" in row] == ["第1区", "合计"]


async def test_many_rows_are_arranged_beside(app: ReaderApp) -> None:
    body = [[f"第{n}区", str(n * 7919 % 10007)] for n in range(AT_ONCE + 1)]
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, app, table_of(["单位", "得分"], body))
        await press(pilot, "s", "j")
        await settle(pilot)
        grid = table(app).grid
        numbers = [grid.ranking.number(row, 1) for row in grid.arrangement.rows]
        assert numbers == sorted(numbers, key=lambda number: -(number or 0))
        await settle(pilot)
        assert table(app).statistics.text.startswith("5001 figures · sum ")
        assert shows(app, "█")
        await press(pilot, "&")
        app.screen.query_one(FilterBar).input.insert_text_at_cursor("第12")
        app.screen.query_one(FilterBar).input.insert_text_at_cursor("3")
        await pilot.pause()
        assert not table(app).view.conditions
        await press(pilot, "enter")
        await settle(pilot)
        assert table(app).state.text.startswith("11 of 5001 rows · with “第123”")
        await press(pilot, "escape", "[", "]", "0")
        await settle(pilot)
        assert list(grid.arrangement.rows) == list(range(AT_ONCE + 1))


async def test_text_from_a_file_is_never_obeyed(app: ReaderApp) -> None:
    evil = "[bold]甲[/]\x1b[31m"
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, app, table_of([evil, "得分"], [[evil, "1"], [evil, "2"], ["乙", "3"]]))
        table(app).grid.go(0, 0)
        for keys in (["_"], ['"'], ["["], ["b"], ["space"], ["B"], ["b", "space"]):
            await press(pilot, *keys)
            assert any("[bold]甲[/]" in row for row in rows(app))
            assert not any("\x1b" in row for row in rows(app))


@pytest.mark.parametrize("size", [(1, 1), (8, 5), (30, 8)])
async def test_no_size_is_too_silly_for_any_of_it(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await show(pilot, app, table_of(["单位", "件数", "结案率"], SUMMED, summary=[1]))
        await press(pilot, "d", "b", "B", "G", "]", "_", "-", "shift+down", "&", "甲", "enter", "space", "j", "escape")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "escape", "escape")
        await press(pilot, "0")


async def test_a_table_without_rows_or_columns(seeds: Corpus) -> None:
    app = ReaderApp(shared_archive(seeds))
    async with app.run_test(size=(80, 24)) as pilot:
        for shown in (table_of(["单位", "得分"], []), table_of([], [])):
            await show(pilot, app, shown)
            await press(pilot, "s", "]", "}", "b", "B", "d", "_", '"', "space", "enter", "shift+down", "j", "G", "+")
            assert table(app).cell.text == "No rows"
            await press(pilot, "q")


async def test_the_state_of_each_table_is_kept(seed_texts: dict[str, str]) -> None:
    text = next(text for path, text in seed_texts.items() if "003_" in path)
    app = ReaderApp(archive_of(build([parse_page(text, "003.txt")])))
    async with app.run_test(size=(80, 24)) as pilot:
        while not shows(app, "▦"):
            await press(pilot, "down")
        while app.screen.check_action("table", ()) is not True:
            await press(pilot, "down")
        await press(pilot, "t", "[")
        keys = table(app).view.keys
        assert keys
        await press(pilot, "t")
        assert not table(app).view.keys
        await press(pilot, "t")
        assert table(app).view.keys == keys
        await press(pilot, "q", "t")
        assert table(app).view.keys == keys
