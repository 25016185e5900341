"""The audit on the screen: what disagrees on the page, and the way to it."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.findings import FindingsScreen
from reader.tui.screens.main import MainScreen
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

RIGHT = "全市热线运行平稳\n\n本报讯 1月至9月,全市受理诉求2000件,其中办结1900件,办结率95.00%。(王强)\n"


async def check(pilot: Pilot[None]) -> None:
    await press(pilot, "!")
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_findings_are_listed_with_their_arithmetic_and_gone_to(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(120, 36)) as pilot:
        await check(pilot)
        assert isinstance(app.screen, FindingsScreen)
        assert shows(app, "97.15% ≠ 96.15%")
        assert shows(app, "25 ÷ 26 = 96.15%")
        findings = app.screen.items
        number = next(at for at, one in enumerate(findings) if one.printed == "97.15%")
        await press(pilot, "home", *["down"] * number, "enter")
        assert isinstance(app.screen, MainScreen)
        assert app.screen.article is not None
        assert app.screen.article.id == findings[number].article
        assert shows(app, "太原市市政公用事业")


async def test_a_page_whose_figures_agree_says_so() -> None:
    app = ReaderApp(archive_of(build([parse_page(RIGHT, "x.txt")])))
    async with app.run_test(size=(120, 24)) as pilot:
        await check(pilot)
        assert "nothing on this page disagrees" in rows(app)[-1]


async def test_escape_leaves_the_findings(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(80, 24)) as pilot:
        await check(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_the_audit_is_reached_from_a_table(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "G", "t")
        await check(pilot)
        assert isinstance(app.screen, FindingsScreen)
