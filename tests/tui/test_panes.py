from __future__ import annotations

import pytest

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.model import Article
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.typeset.labels import safe
from tests.tui.screen_text import press, rows, shows

SIZES = [(80, 24), (160, 50)]


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def articles(app: ReaderApp, issue: int) -> list[Article]:
    """Those of an issue, by its number."""
    snapshot = app.archive.snapshot
    numbers = range(snapshot.issues[issue].first, snapshot.issues[issue].last)
    pages = [app.archive.page(snapshot.page(number).source) for number in numbers]
    return [article for page in pages if page is not None for article in page.articles]


def displayed(app: ReaderApp) -> list[str | None]:
    screen = main(app)
    return [pane.id for pane in (screen.issues, screen.articles, screen.view) if pane.display]


def focus(app: ReaderApp) -> str | None:
    focused = app.screen.focused
    return focused.id if focused else None


@pytest.mark.parametrize("size", SIZES)
async def test_opens_on_the_first_article_with_all_panes_filled(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = main(app)
        first = articles(app, 0)[0]
        assert screen.article == first
        assert displayed(app) == ["issues", "articles", "article"]
        assert sum(first.title[:6] in row for row in rows(app)) >= 1
        assert shows(app, "2025-01-07 inf.")
        body = next(block.text for block in first.blocks if block.text)
        assert shows(app, safe(body)[:8])


@pytest.mark.parametrize("size", SIZES)
async def test_walk_through_the_panes(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = main(app)
        await press(pilot, "shift+tab", "down")
        assert screen.issues.issue is app.archive.snapshot.issues[1]
        assert screen.article == articles(app, 1)[0]
        await press(pilot, "enter", "j", "j", "k")
        assert screen.article == articles(app, 1)[1]
        await press(pilot, "G")
        assert screen.article == articles(app, 1)[-1]
        await press(pilot, "g", "right", "end")
        assert focus(app) == "article"
        assert screen.view.scroll_offset.y == screen.view.max_scroll_y
        await press(pilot, "home")
        assert screen.view.scroll_offset.y == 0
        await press(pilot, "h")
        assert focus(app) == "articles"
        await press(pilot, "escape")
        assert focus(app) == "issues"


async def test_an_issue_remembers_its_article_and_an_article_its_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = main(app)
        await press(pilot, "down", "tab", "pagedown")
        article, place = screen.article, screen.view.place
        assert place.section > 0
        await press(pilot, "h", "h", "down", "up")
        assert screen.article is article
        assert screen.view.place == place


@pytest.mark.parametrize(
    ("width", "pane", "expected"),
    [
        (160, "articles", ["issues", "articles", "article"]),
        (60, "issues", ["issues", "articles"]),
        (60, "articles", ["articles", "article"]),
        (60, "article", ["articles", "article"]),
        (40, "issues", ["issues"]),
        (40, "articles", ["articles"]),
        (40, "article", ["article"]),
    ],
)
async def test_fewer_panes_where_there_is_less_room(app: ReaderApp, width: int, pane: str, expected: list[str]) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        while focus(app) != pane:
            await press(pilot, "tab")
        assert displayed(app) == expected


async def test_opens_on_the_article_where_only_one_pane_fits(app: ReaderApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert displayed(app) == ["article"]
        article = main(app).article
        assert article is not None
        assert shows(app, article.title[:6])


async def test_zoom_and_back(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "pagedown")
        place = main(app).view.place
        await press(pilot, "z")
        assert displayed(app) == ["article"]
        assert main(app).view.size.width == 80
        assert main(app).view.place == place
        await press(pilot, "escape")
        assert displayed(app) == ["issues", "articles", "article"]
        assert focus(app) == "article"
        assert main(app).view.place == place


async def test_a_chain_of_resizes_keeps_the_place(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "pagedown", "down", "down")
        view = main(app).view
        place = view.place
        top = rows(app)[1][43:].strip()
        for width, height in ((50, 20), (160, 12), (100, 10), (66, 24), (30, 8), (84, 30), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert view.place == place
        assert rows(app)[1][43:].strip() == top


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (7, 2), (19, 5), (300, 3), (12, 90)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "tab", "pagedown", "z", "tab", "]", "question_mark")
        await press(pilot, "escape")
        assert main(app).article is not None


async def test_mouse(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = main(app)
        await pilot.click("#issues", offset=(3, 3))
        assert screen.issues.issue is app.archive.snapshot.issues[1]
        await pilot.click("#articles", offset=(3, 3))
        assert screen.article == articles(app, 1)[1]
        await pilot.click("#article", offset=(3, 3))
        assert focus(app) == "article"


async def test_previous_and_next_article_while_reading(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "]", "]", "[")
        assert main(app).article == articles(app, 0)[1]
        assert focus(app) == "article"
        await press(pilot, "[", "[")
        assert shows(app, "This is the first article of the issue")
        assert main(app).article == articles(app, 0)[0]
        await press(pilot, *"]" * len(articles(app, 0)))
        assert shows(app, "This is the last article of the issue")
        assert main(app).article == articles(app, 0)[-1]


async def test_page_text_is_neither_markup_nor_obeyed() -> None:
    text = "[bold]标题[/bold]\n\n本报讯 [red]昨日[/red]市政府召开会议\x1b[2J部署工作[/]，会议强调安全生产。\n"
    app = ReaderApp(archive_of(build([parse_page(text, "[b]x[/b].txt")])))
    async with app.run_test(size=(160, 24)) as pilot:
        await pilot.pause()
        screen = "".join(rows(app))
        assert "[bold]标题[/bold]" in screen
        assert "␛[2J" in screen
        assert "\x1b" not in screen


async def test_a_corpus_without_pages_can_be_looked_at() -> None:
    app = ReaderApp(archive_of(Corpus()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "down", "G", "enter", "t", "z", "escape", "]")
        assert main(app).article is None


async def test_an_article_is_shown_as_it_was_printed_and_back(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        # The feature of 2024-03-27 was printed tail first, its last sentence cut in mid-word.
        await press(pilot, "h", "j", "l", "G", "l", "z")
        read = rows(app)
        assert shows(app, "3月18日清晨")
        assert not any(row.lstrip().startswith("险也随之提升") for row in read)
        await press(pilot, "r")
        assert any(row.lstrip().startswith("险也随之提升") for row in rows(app))
        assert shows(app, "repairs undone")
        await press(pilot, "r")
        assert rows(app)[:-1] == read[:-1]


async def test_repairs_are_listed(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "h", "j", "l", "G", "R")
        assert shows(app, "矿井安全风 | 险也随之提升")
        assert shows(app, "reordered")
        await press(pilot, "escape", "h", "j", "l", "G", "R")
        assert shows(app, "merged")
        await press(pilot, "escape", "g", "R")
        assert shows(app, "rejoined")
        await press(pilot, "escape", "j", "R")
        assert shows(app, "Nothing had to be put right")
