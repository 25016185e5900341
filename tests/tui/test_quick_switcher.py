"""The quick switcher: what is typed, what is found, and where it leads."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.archive.memory import archive_of
from reader.corpus import build
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.destinations import Destinations
from reader.tui.screens.concordance import ConcordanceScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.quick import QuickScreen
from reader.typeset.width import cell_width
from tests.named import named_archive
from tests.tui.doing import do, settle
from tests.tui.screen_text import looks, press, rows, shows

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def app() -> ReaderApp:
    return ReaderApp(named_archive())


def screen(app: ReaderApp) -> QuickScreen:
    assert isinstance(app.screen, QuickScreen)
    return app.screen


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def found(app: ReaderApp) -> list[str]:
    return [goal.text for goal in screen(app).list.goals]


def cells_of(app: ReaderApp, text: str) -> str:
    """How the cells of a text are drawn, a letter each."""
    lines = looks(app)
    at = next(number for number, line in enumerate(lines) if f"│ {text}" in line)
    start = cell_width(lines[at][: lines[at].index(f"│ {text}") + 2])
    return lines[at + 1].ljust(80)[start : start + cell_width(text)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("tylg", ["太原理工大学", "太原理工大学招收新生", "太原理工大学新建实验楼"]),
        ("太原lgdxx", ["太原理工大学新建实验楼"]),
        ("赵", ["赵晓红", "赵晓红获得劳动奖章"]),
        ("09-04", ["2023-09-04 太原日报"]),
        ("2021 wb", ["2021-06-02 太原晚报"]),
        ("  ", []),
        ("qqq", []),
    ],
)
async def test_headlines_names_and_issues_are_found_the_best_first(
    app: ReaderApp, typed: str, wanted: list[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o")
        screen(app).input.value = typed
        await pilot.pause()
        await settle(pilot)
        assert found(app) == wanted


async def test_a_headline_leads_to_its_article(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o", *"zxh", "down", "enter")
        article = main(app).article
        assert article is not None
        assert article.title == "赵晓红获得劳动奖章"
        assert main(app).focused is main(app).view
        issue = main(app).issues.issue
        assert issue is not None
        assert str(issue.date.value) == "2021-06-02"


async def test_a_name_leads_to_its_mentions_and_they_to_the_article(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o", *"wq", "enter")
        assert isinstance(app.screen, ConcordanceScreen)
        assert rows(app)[0].strip() == "王强: 2 places in 2 articles, 2023-09-04"
        await do(pilot, "j", "enter")
        article = main(app).article
        assert article is not None
        assert article.title == "太原数字经济加快发展"


@pytest.mark.parametrize(
    ("typed", "date", "title"),
    [("2019", "2019-03-01", "太原理工大学招收新生"), ("太原晚报", "2021-06-02", "赵晓红获得劳动奖章")],
)
async def test_an_issue_and_a_newspaper_lead_to_their_articles(
    app: ReaderApp, typed: str, date: str, title: str
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await do(pilot, "o", *typed, "enter")
        issue, article = main(app).issues.issue, main(app).article
        assert issue is not None
        assert str(issue.date.value) == date
        assert article is not None
        assert article.title == title
        assert main(app).articles.has_focus


async def test_what_was_matched_is_marked(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o", *"lgdx", "down")
        at, below = (cells_of(app, text) for text in ("太原理工大学招收新生", "太原理工大学新建实验楼"))
        for cells in (at, below):
            assert cells[:4] == cells[0] * 4
            assert cells[4:12] == cells[4] * 8
            assert cells[12:20] == cells[0] * 8
            assert cells[4] != cells[0]
        assert at[0] != below[0]


async def test_escape_goes_nowhere(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        before = main(app).article
        await do(pilot, "o", *"zxh", "escape")
        assert main(app).article is before
        await do(pilot, "o", "enter", *"qqq", "enter")
        assert shows(app, "Nothing is called “qqq”")


async def test_who_types_before_the_headlines_are_read_goes_where_it_was_meant(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = threading.Event()

    def slow(snapshot: object) -> Destinations:
        may.wait(10)
        return Destinations(snapshot)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.tui.destinations.Destinations", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", *"赵晓红获", "enter")
        assert shows(app, "Reading the headlines …")
        may.set()
        await settle(pilot)
        article = main(app).article
        assert article is not None
        assert article.title == "赵晓红获得劳动奖章"


async def test_the_headlines_are_read_once_as_long_as_the_pages_are_the_same(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def counted(snapshot: object) -> Destinations:
        read.append(snapshot)
        return Destinations(snapshot)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.tui.destinations.Destinations", counted)
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o", "escape", "o", *"zxhh", "enter")
        assert len(read) == 1
        app.archive.snapshot = archive_of(build([parse_page("通知\n\n因检修,明日停水。\n", "x.txt")])).snapshot
        await do(pilot, "o", "t", "z")
        assert len(read) == 2
        assert found(app) == ["通知"]


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await do(pilot, "o", *"ty", "down", "pagedown", "up", "pageup")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shows(app, "太原理工大学")


async def test_the_screen_as_a_whole(app: ReaderApp, request: pytest.FixtureRequest) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "o", *"ty")
        shown = "\n".join(row.rstrip() for row in rows(app)) + "\n"
    golden = SNAPSHOTS / "switcher-80x24.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
