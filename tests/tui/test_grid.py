"""The grid as a reader has it: sorted by several columns, filtered, grouped, its figures, and back from the print."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.corpus import Corpus
from reader.ranking.filters import Comparison, Condition
from reader.ranking.sorting import SortKey
from reader.tui.app import ReaderApp
from reader.tui.grid.bars import BAR
from reader.tui.screens.card import CardScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.table import TableScreen
from reader.tui.widgets.filter_bar import FilterBar
from reader.typeset.labels import safe
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

SIZE = (160, 70)
GROUP, RANK, NAME, CASES, DONE, ON_TIME, RATE, LATE, PUSHED, MEDIA, SCORE = range(11)


@pytest.fixture
def app(ranked: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(ranked))


def table(app: ReaderApp) -> TableScreen:
    assert isinstance(app.screen, TableScreen)
    return app.screen


async def at(pilot: Pilot[None], app: ReaderApp, column: int, row: int = 0) -> None:
    """Open the table and put the cursor on a cell."""
    if not isinstance(app.screen, TableScreen):
        await press(pilot, "G", "t")
    table(app).grid.go(row, column)
    await pilot.pause()


async def filter_by(pilot: Pilot[None], app: ReaderApp, text: str, *keys: str) -> None:
    await press(pilot, "&")
    app.screen.query_one(FilterBar).input.insert_text_at_cursor(text)
    await press(pilot, *keys)


def names(app: ReaderApp) -> list[str]:
    grid = table(app).grid
    return [grid.table.rows[row][NAME].text for row in grid.arrangement.rows]


def cells(app: ReaderApp, column: int) -> list[str]:
    grid = table(app).grid
    return [grid.table.rows[row][column].text for row in grid.arrangement.rows]


def line_of(app: ReaderApp, text: str) -> str:
    return next(row for row in rows(app) if text in row)


@pytest.mark.parametrize("column", range(11))
async def test_every_column_sorts_both_ways_and_ties_keep_printed_order(app: ReaderApp, column: int) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, column)
        printed = cells(app, column)
        for key, down in (("[", False), ("]", True)):
            await press(pilot, key)
            order = list(table(app).grid.arrangement.rows)
            if table(app).grid.ranking.columns[column].is_numeric:
                value = {row: float(printed[row].rstrip("%")) for row in order}
                assert order == sorted(range(58), key=lambda row: -value[row] if down else value[row])
            else:
                assert order == sorted(range(58), key=lambda row: printed[row].encode("gbk"), reverse=down)


async def test_three_keys_with_their_directions_in_the_header(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, GROUP)
        await press(pilot, "[")
        await at(pilot, app, LATE)
        await press(pilot, "{")
        await at(pilot, app, SCORE)
        await press(pilot, "}")
        late, score = ([float(text.rstrip("%")) for text in cells(app, c)] for c in (LATE, SCORE))
        found = list(
            zip([text.encode("gbk") for text in cells(app, GROUP)], late, [-one for one in score], strict=True)
        )
        assert found == sorted(found)
        assert len({one[:2] for one in found}) < len(found)
        header = line_of(app, "考评得分▼3")
        assert "类型" in header
        assert "▲1" in header
        assert "延期率▲2" in header
        assert "by 类型 ▲, 延期率 ▲, 考评得分 ▼" in table(app).state.text
        await press(pilot, "{")
        assert table(app).view.keys == (SortKey(GROUP), SortKey(LATE), SortKey(SCORE))


async def test_the_cursor_stays_on_the_row_it_was_put_on(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE, 3)
        await press(pilot, "]")
        assert names(app)[table(app).grid.cursor_row] == "阳曲县"
        assert table(app).grid.cursor_row == 33
        assert table(app).cell.text == "row 34 of 58 · 考评得分 · 81.95"
        await press(pilot, "g", "[")
        assert table(app).grid.cursor_row == 0


async def test_rows_are_filtered_as_the_filter_is_typed(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, RATE)
        await filter_by(pilot, app, "<90")
        wanted = [text for text in (row[RATE].text for row in table(app).grid.table.rows) if float(text[:-1]) < 90]
        assert cells(app, RATE) == wanted
        assert 0 < len(wanted) < 58
        assert table(app).state.text == f"{len(wanted)} of 58 rows · 结案率 < 90 · printed order"
        await press(pilot, "enter")
        await filter_by(pilot, app, "公司", "enter")
        assert names(app)
        assert all("公司" in name for name in names(app))
        assert table(app).grid.has_focus
        assert "with “公司”" in table(app).state.text
        await press(pilot, "escape")
        assert len(names(app)) == 58
        assert isinstance(app.screen, TableScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("=0", 6), ("!公司", 34), ("考评得分>=99.9", 8), ("=", 0), ("", 58)],
)
async def test_kinds_of_filters(app: ReaderApp, typed: str, kept: int) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE)
        everyone = names(app)
        await filter_by(pilot, app, typed)
        assert len(names(app)) == kept
        if typed == "!公司":
            assert names(app) == [name for name in everyone if "公司" not in name]


async def test_where_a_row_found_with_a_filter_stands_among_all(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, NAME)
        await press(pilot, "s")
        await filter_by(pilot, app, "阳曲", "enter")
        assert table(app).cell.text == "row 1 of 1 (of all: 34 of 58) · 考评得分 · 81.95"
        await press(pilot, "escape")
        assert table(app).cell.text == "row 34 of 58 · 考评得分 · 81.95"


async def test_giving_the_filter_up_shows_the_rows_of_before(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE)
        await filter_by(pilot, app, ">90", "enter")
        before = names(app)
        table(app).grid.go(5, SCORE)
        await filter_by(pilot, app, "县", "escape")
        assert names(app) == before
        assert table(app).grid.cursor_row == 5
        assert len(before) < 58
        assert table(app).grid.has_focus


async def test_what_is_no_filter_is_said_while_it_is_typed(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE)
        await filter_by(pilot, app, ">x")
        assert shows(app, "x is no figure")
        assert len(names(app)) == 58
        await press(pilot, "escape")
        await at(pilot, app, NAME)
        await filter_by(pilot, app, ">9")
        assert shows(app, "no figures in 部门")


async def test_only_this_value_and_all_again(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, GROUP, 3)
        await press(pilot, '"')
        assert set(cells(app, GROUP)) == {"三县一市"}
        assert table(app).view.conditions == (Condition(GROUP, Comparison.EQUAL, "三县一市"),)
        assert names(app)[table(app).grid.cursor_row] == "阳曲县"
        await press(pilot, '"')
        assert len(names(app)) == 58


async def test_groups_have_counts_and_means_and_fold(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, GROUP)
        await press(pilot, "b")
        grid = table(app).grid
        assert grid.lines == 58 + 5
        heading = line_of(app, "▾ 三县一市 (4)")
        scores = [99.90, 97.76, 96.05, 81.95]
        assert f"{sum(scores) / 4:.2f}".rstrip("0") in heading
        assert table(app).cell.text == "三县一市 · 4 rows"
        await press(pilot, "space")
        assert shows(app, "▸ 三县一市 (4)")
        assert not shows(app, "娄烦县")
        assert grid.lines == 54 + 5
        await press(pilot, "B")
        assert grid.lines == 5
        await press(pilot, "j", "enter")
        assert grid.lines == 5 + 6
        assert shows(app, "▾ 城区 (6)")
        await press(pilot, "B", "B")
        assert grid.lines == 63
        await press(pilot, "b")
        assert grid.lines == 58
        assert "grouped" not in table(app).state.text


async def test_a_column_without_groups_leaves_grouping_to_the_one_that_has_them(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, NAME)
        await press(pilot, "b")
        assert table(app).view.grouped == GROUP
        await press(pilot, "b")
        assert table(app).view.grouped is None


async def test_columns_are_hidden_and_shown_again(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, MEDIA)
        assert shows(app, "媒体督办")
        await press(pilot, "-")
        assert not shows(app, "媒体督办")
        assert table(app).grid.cursor_column == SCORE
        assert "1 column hidden" in table(app).state.text
        await press(pilot, *["-"] * 12)
        assert len(table(app).view.columns(table(app).grid.table)) == 1
        await press(pilot, "+")
        assert shows(app, "媒体督办")
        assert "hidden" not in table(app).state.text


async def test_a_column_is_made_to_fit_what_it_holds(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, NAME)
        longest = safe(max(names(app), key=len))
        table(app).grid.go(names(app).index(max(names(app), key=len)), GROUP)
        await pilot.pause()
        assert not shows(app, longest)
        await press(pilot, "l", "l", "_")
        assert any(longest in row for row in rows(app)[2:-3])
        await press(pilot, "_")
        assert not any(longest in row for row in rows(app)[2:-3])


async def test_bars_stand_beside_the_figures_under_the_cursor(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, NAME)
        assert not shows(app, "█")
        await at(pilot, app, SCORE)
        await press(pilot, "]")
        assert "100.00▴" + "█" * BAR in line_of(app, "太原市生态环境局")
        assert "81.95 ██████▌" in line_of(app, "阳曲县")
        await press(pilot, "G")
        assert " 0▾▏" in line_of(app, "中国铁塔股份有限公司")
        await at(pilot, app, RANK)
        assert not shows(app, "█")


async def test_the_figures_of_a_column_are_those_of_the_rows_in_view(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE)
        assert table(app).statistics.text == "58 figures · sum 4289.15 · mean 73.95 · median 89.67 · min 0 · max 100"
        await filter_by(pilot, app, "三县一市", "enter")
        assert table(app).statistics.text == "4 figures · sum 375.66 · mean 93.92 · median 96.91 · min 81.95 · max 99.9"
        await at(pilot, app, RATE)
        assert table(app).statistics.text == "4 figures · mean 99.15% · median 99.43% · min 97.74% · max 100%"
        await at(pilot, app, RANK)
        assert "sum" not in table(app).statistics.text
        await at(pilot, app, GROUP)
        assert table(app).statistics.text == "4 filled · 1 different"


async def test_the_card_shows_the_row_and_goes_on(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, NAME)
        await press(pilot, "-", "space")
        assert isinstance(app.screen, CardScreen)
        for name in ("系统考评/按期结案率", "99.57%", "部门、单位名称", "娄烦县 · row 1 of 58"):
            assert shows(app, name)
        await press(pilot, "j")
        assert shows(app, "古交市 · row 2 of 58")
        await press(pilot, "k", "k")
        assert shows(app, "娄烦县 · row 1 of 58")
        await press(pilot, "j", "space")
        assert table(app).grid.cursor_row == 1


async def test_to_the_print_and_back_to_the_table_as_it_was(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await at(pilot, app, SCORE)
        await press(pilot, "s")
        await filter_by(pilot, app, "公司", "enter")
        await press(pilot, "G", "d")
        before = table(app).grid.state()
        row = table(app).grid.printed_row
        assert row is not None
        name = safe(table(app).grid.table.rows[row][NAME].text)
        await press(pilot, "enter")
        main = app.screen
        assert isinstance(main, MainScreen)
        assert main.focused is main.view
        assert shows(app, name[:8])
        assert "t goes back" in main.bar.notice
        await press(pilot, "t")
        assert table(app).grid.state() == before
        assert "with “公司”" in table(app).state.text


async def test_a_row_that_the_article_leaves_out_is_drawn_when_it_is_gone_to(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 45)) as pilot:
        await at(pilot, app, NAME)
        name = safe(names(app)[40])[:8]
        await press(pilot, "escape")
        assert not shows(app, name)
        await press(pilot, "t")
        table(app).grid.go(40, NAME)
        await press(pilot, "enter")
        await pilot.pause()
        main = app.screen
        assert isinstance(main, MainScreen)
        assert shows(app, name)
        assert shows(app, "rows 37 to 48 of 58")
        line = next(number for number, row in enumerate(rows(app)) if name in row)
        pointed = main.view.get_component_rich_style("mark--pointed")
        strip = app.screen._compositor.render_strips()[line]
        assert next(segment.style for segment in strip if name in segment.text) == pointed


async def test_changes_of_place_since_the_print(app: ReaderApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await at(pilot, app, SCORE)
        await press(pilot, "]", "d")
        # Printed 14th, first now; printed 4th, 34th now.
        assert "↑13 太原市生态环境局" in " ".join(line_of(app, "太原市生态环境局").split())
        assert "↓30 阳曲县" in " ".join(line_of(app, "阳曲县").split())
        await press(pilot, "d")
        assert not shows(app, "↑13")
