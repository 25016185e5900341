"""A table drawn, as a reader goes through the drawing."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.plot import PlotScreen
from reader.tui.screens.table import TableScreen
from reader.typeset.width import cell_width
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


@pytest.fixture
def big(ranked: Corpus) -> ReaderApp:
    return ReaderApp(shared_archive(ranked))


def plot(app: ReaderApp) -> PlotScreen:
    assert isinstance(app.screen, PlotScreen)
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_bars_stand_under_each_other_whatever_their_labels(big: ReaderApp, size: tuple[int, int]) -> None:
    async with big.run_test(size=size) as pilot:
        await press(pilot, "G", "t", "s", "v")
        assert rows(big)[0].startswith(" 考评得分 · 综合评价表")
        drawn = [row for row in rows(big)[1:-2] if row.strip(" ▁▂▃▄▅▆▇█")]
        assert drawn[0].rstrip("▁▂▃▄▅▆▇█ ").endswith("100.00")
        starts = {cell_width(row.partition("█")[0]) for row in drawn}
        assert len(starts) == 1
        assert rows(big)[-2].startswith(" row 1 of 58 · ")
        await press(pilot, "G")
        assert rows(big)[-2].startswith(" row 58 of 58 · ")
        await press(pilot, "escape")
        assert isinstance(big.screen, TableScreen)


async def test_the_column_under_the_cursor_is_drawn_and_the_others_follow(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "enter", "l", "v")
        assert rows(app)[0].startswith(" 应结案数 · ")
        await press(pilot, "]")
        assert rows(app)[0].startswith(" 结案率 · ")
        await press(pilot, "h", "[")
        assert rows(app)[0].startswith(" 排名 · ")
        await press(pilot, "[")
        assert rows(app)[0].startswith(" 考评得分 · ")


async def test_the_row_of_the_table_is_the_row_of_the_drawing(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "enter", "j", "j", "v")
        assert rows(app)[-2].startswith(" row 3 of 8 · 小店区 · 考评得分 94.00")
        await press(pilot, "x")
        assert rows(app)[-2].startswith(" row 3 of 8 · 小店区 · 考评得分 94.00 · 结案率 95.25%")
        await press(pilot, "j", "tab")
        assert rows(app)[-2].startswith(" row 4 of 8 · 杏花岭区")


async def test_points_of_two_columns(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "enter", "v", "x")
        assert rows(app)[0].startswith(" 考评得分 (up), 结案率 (across) · ")
        assert sum(0x2800 < ord(sign) <= 0x28FF for row in rows(app) for sign in row) == 8
        await press(pilot, "h", "[")
        assert rows(app)[0].startswith(" 结案率 (up), 应结案数 (across) · ")
        points = plot(app).points
        column, row = points._drawing.cells[5]
        await pilot.click(offset=(column + 1, row + 1))
        assert points.cursor == 5
        assert "阳曲县" in rows(app)[-2]
        cursor = points.get_component_rich_style("scatter--cursor").bgcolor
        marked = [
            segment.text for segment in points.render_line(row) if segment.style and segment.style.bgcolor == cursor
        ]
        assert [len(text) for text in marked] == [1]


async def test_figures_below_nought_go_to_the_left(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "enter", "G", "v")
        assert rows(app)[0].startswith(" 涨跌 · ")
        lines = rows(app)[1:5]
        assert len({cell_width(row.partition("│")[0]) for row in lines}) == 1
        assert "█│ " in lines[0]
        assert "│█" in lines[3]


async def test_the_drawing_is_written_and_nothing_is_written_over(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "enter", "v", "w")
        assert plot(app).bar.notice == "Written"
        assert rows(app)[-2].rstrip().endswith("2023年10月城市管理考核排名-考评得分.svg")
        await press(pilot, "w", "x", "w")
    names = sorted(path.name for path in tmp_path.iterdir())
    stem = "2023年10月城市管理考核排名-考评得分"
    assert names == sorted([f"{stem}.svg", f"{stem}-2.svg", f"{stem}-结案率.svg"])
    for name in names:
        text = (tmp_path / name).read_text("utf-8")
        ElementTree.fromstring(text)  # noqa: S314 - written a moment ago
        assert all(label in text for label in ("晋源区", "古交市", "考评得分"))


async def test_a_folder_that_takes_no_file_is_said(
    app: ReaderApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "j", "enter", "v", "w")
        assert plot(app).bar.notice.startswith("Not written: ")


async def test_a_table_of_words_is_not_drawn() -> None:
    page = "获奖名单\n\n姓名\t单位\n王强\t市一中\n李明\t市二中\n张伟\t市三中\n赵丽\t市五中\n"
    app = ReaderApp(archive_of(build([parse_page(page, "x.txt")])))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T", "enter", "v")
        assert isinstance(app.screen, TableScreen)
        assert shows(app, "No column of figures to draw")


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6)])
async def test_no_size_is_too_silly(big: ReaderApp, size: tuple[int, int]) -> None:
    async with big.run_test(size=size) as pilot:
        await press(pilot, *["]"] * 6, "t", "v", "j", "G", "x", "k", "[", "l", "x")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert plot(big).bars.display
        assert "of 58" in rows(big)[-2]
