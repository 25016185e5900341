"""Finding in the article, as a reader types it."""

from __future__ import annotations

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

TEXT = (
    "全市数字经济加快发展\n\n本报讯 10月30日,记者从发布会上获悉,全市已引进龙芯、华\n\n"
    "为等企业63家,其中华为带动配套企业120家,数字经济规模突破1000亿元。\n\n"
    + "\n\n".join(f"第{number}个项目已经开工,预计明年建成投产,届时可新增就业岗位3000个。" for number in range(40))
    + "(王强)"
)


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def cut() -> ReaderApp:
    return ReaderApp(archive_of(build([parse_page(TEXT, "x.txt")])))


def hits(app: ReaderApp) -> list[str]:
    """What is painted as a hit, row by row, the one the reader is on in brackets."""
    view = main(app).view
    hit, current = (view.get_component_rich_style(f"mark--{name}").bgcolor for name in ("hit", "current-hit"))
    return [
        segment.text if segment.style.bgcolor == hit else f"[{segment.text}]"
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and segment.style.bgcolor in (hit, current)
    ]


async def test_hits_are_found_while_typing_over_row_ends_and_column_cuts() -> None:
    app = cut()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"华为")
        assert main(app).view.hits == 2
        assert hits(app) == ["[华为]", "华为"]
        assert rows(app)[-1].rstrip().endswith("1/2")
        await press(pilot, "down")
        assert rows(app)[-1].rstrip().endswith("2/2")
        await press(pilot, "enter", "n")
        assert main(app).view.hit_number == 1
        assert "1/2" in rows(app)[-1]
        await press(pilot, "N")
        assert main(app).view.hit_number == 2


async def test_escape_goes_back_to_where_the_search_began() -> None:
    app = cut()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "j", "j", "j")
        place = main(app).view.place
        await press(pilot, "/", *"第39个")
        assert main(app).view.place != place
        assert shows(app, "第39个")
        await press(pilot, "escape")
        assert (main(app).view.place, main(app).view.hits) == (place, 0)
        assert main(app).focused is main(app).view


async def test_what_is_not_there_is_said_and_nothing_moves() -> None:
    app = cut()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        assert "Nothing to find yet" in rows(app)[-1]
        await press(pilot, "/", *"火星")
        assert "not in this article" in rows(app)[-1]
        assert main(app).view.place == (0, 0)


async def test_escape_forgets_the_hits_before_it_leaves_the_article() -> None:
    app = cut()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"项目", "enter")
        assert hits(app)
        await press(pilot, "escape")
        assert not hits(app)
        assert main(app).focused is main(app).view


async def test_width_and_capitals_do_not_matter(seeds: Corpus) -> None:
    app = ReaderApp(shared_archive(seeds))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "/", *"火ai")
        assert main(app).view.hits == 0
        await press(pilot, "escape", "/", *"ａｉ")
        assert main(app).view.hits == 1


async def test_hits_in_cells_of_a_table_are_gone_to(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "G", "/", *"小店区")
        assert main(app).view.hits >= 1
        assert "[小店区]" in hits(app)


async def test_turning_to_something_else_closes_the_line() -> None:
    app = cut()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"华为", "tab")
        assert app.focused is main(app).view
        assert "1/2" in rows(app)[-1]
        assert "Find" in rows(app)[-1]
        await press(pilot, "q")
    assert app.return_code == 0
