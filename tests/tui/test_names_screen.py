"""All names, filtered and ordered; a name's mentions in context, and the way to one of them and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.memory import archive_of
from reader.model import EntityType
from reader.tui.app import ReaderApp
from reader.tui.screens.concordance import ConcordanceScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.names import NamesScreen
from reader.tui.screens.panel import PanelScreen
from tests.named import PAGES, add_names, named_archive, named_corpus
from tests.tui.doing import do, settle
from tests.tui.screen_text import press, rows, shows

SNAPSHOTS = Path(__file__).parent / "snapshots"
BY_ARTICLES = ["太原理工大学", "太原", "小店区", "王强", "赵晓红", "市工信局"]


@pytest.fixture
def app() -> ReaderApp:
    return ReaderApp(named_archive())


def screen(app: ReaderApp) -> NamesScreen:
    assert isinstance(app.screen, NamesScreen)
    return app.screen


def concordance(app: ReaderApp) -> ConcordanceScreen:
    assert isinstance(app.screen, ConcordanceScreen)
    return app.screen


def listed(app: ReaderApp) -> list[str]:
    names = screen(app).list
    assert names.roster is not None
    return [names.roster.names[place].name.text for place in names.places]


def at_cursor(app: ReaderApp) -> str:
    name = screen(app).list.name_at_cursor
    assert name is not None
    return name.name.text


async def test_all_names_are_listed_with_counts_and_days(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e")
        assert listed(app) == BY_ARTICLES
        assert rows(app)[0].split() == ["6", "names", "·", "by", "articles"]
        assert rows(app)[1].split() == ["Name", "Type", "Mentions", "Articles", "First", "–", "last", "day"]
        assert rows(app)[2].split() == ["太原理工大学", "org.", "6", "2", "2019-03-01", "–", "2023-09-04"]
        assert rows(app)[6].split() == ["赵晓红", "person", "2", "1", "2021-06-02"]
        await do(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_types_and_orders(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "3")
        assert listed(app) == ["王强", "赵晓红"]
        assert "persons" in rows(app)[0]
        await do(pilot, "4")
        assert listed(app) == ["太原", "小店区"]
        await do(pilot, "tab")
        assert listed(app) == ["太原理工大学", "市工信局"]
        await do(pilot, "tab")
        assert listed(app) == BY_ARTICLES
        await do(pilot, "5", "0", "s", "s")
        assert listed(app) == ["市工信局", "太原", "太原理工大学", "王强", "小店区", "赵晓红"]
        assert "by sound" in rows(app)[0]
        await do(pilot, "s")
        assert listed(app)[-1] == "赵晓红"
        assert "newest first" in rows(app)[0]
        await do(pilot, "s")
        assert listed(app) == BY_ARTICLES


@pytest.mark.parametrize(("typed", "wanted"), [("tyl", ["太原理工大学"]), ("太原", ["太原理工大学", "太原"])])
async def test_a_filter_is_by_characters_or_initials_and_escape_lists_all(
    app: ReaderApp, typed: str, wanted: list[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "/", *typed)
        assert listed(app) == wanted
        await do(pilot, "enter")
        assert screen(app).list.has_focus
        assert f"/{typed}" in rows(app)[0]
        await do(pilot, "escape")
        assert listed(app) == BY_ARTICLES
        await do(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_escape_while_typing_brings_back_what_was_listed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "j", "j", "j", "/", *"zx")
        assert listed(app) == ["赵晓红"]
        await do(pilot, "escape")
        assert listed(app) == BY_ARTICLES
        assert at_cursor(app) == "王强"


async def test_a_filter_that_leaves_nothing_says_so(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "/", *"qqq", "enter")
        assert listed(app) == []
        assert shows(app, "No name has “qqq” in it")
        await do(pilot, "enter", "n", "i", "j", "s")
        assert listed(app) == []


async def test_mentions_are_listed_in_context_and_gone_to(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "enter")
        assert rows(app)[0].strip() == "太原理工大学: 6 places in 2 articles, 2019-03-01 – 2023-09-04"
        assert "太原理工大学新建实验楼" in rows(app)[1]
        assert "2023-09-04" in rows(app)[1]
        assert "记者从〔太原理工大学〕获悉" in rows(app)[4]
        await do(pilot, "j", "j", "j", "j", "enter")
        main = app.screen
        assert isinstance(main, MainScreen)
        assert main.article is not None
        assert main.article.title == "太原理工大学招收新生"
        assert main.focused is main.view


async def test_escape_comes_back_to_the_names_and_another_enter_to_the_same_mention(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "/", "x", "enter", "j", "enter", "j", "escape")
        assert at_cursor(app) == "太原理工大学"
        assert len(listed(app)) < len(BY_ARTICLES)
        await do(pilot, "enter")
        assert concordance(app).list.cursor == 1


async def test_after_reading_the_names_are_as_they_were_left(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "3", "j", "enter", "j", "enter")
        assert isinstance(app.screen, MainScreen)
        await do(pilot, "e")
        assert listed(app) == ["王强", "赵晓红"]
        assert at_cursor(app) == "赵晓红"


async def test_mentions_oldest_first_and_wherever_printed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "j", "enter", "s")
        assert [str(one.page.date.value) for one in concordance(app).list.mentions] == ["2021-06-02"] + 2 * [
            "2023-09-04"
        ]
        await do(pilot, "tab")
        # In the names of newspapers and schools, too: in the text of articles 太原 stands so often.
        assert "“太原” is printed at 9 places in 4 articles" in rows(app)[0]
        await do(pilot, "tab", "s", "escape")
        assert at_cursor(app) == "太原"


async def test_beside_a_wide_list_stands_what_is_known_of_the_name(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await do(pilot, "e")
        await pilot.pause(0.2)
        await settle(pilot)
        for text in ("also: 太原理工 (2 articles show it)", "2019  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 1", "2020   0", "2  小店区"):
            assert shows(app, text), text
        await press(pilot, "G")
        await pilot.pause(0.2)
        await settle(pilot)
        assert shows(app, "org. · 1 mention · 1 article ")


async def test_on_a_narrow_screen_it_is_laid_over(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e")
        assert not shows(app, "Articles by year")
        await do(pilot, "i")
        assert isinstance(app.screen, PanelScreen)
        assert shows(app, "also: 太原理工 (2 articles show it)")
        assert shows(app, "Articles by year")


async def test_a_name_beside_is_gone_to(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "5", "n")
        assert shows(app, "In the articles that name 太原理工大学")
        await do(pilot, "j", "enter")
        assert at_cursor(app) == "王强"
        assert listed(app) == BY_ARTICLES
        await do(pilot, "n", "escape")
        assert at_cursor(app) == "王强"


async def test_names_that_are_found_meanwhile_are_taken_up_without_losing_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.tui.rosters.LOOK", 0.0)
    monkeypatch.setattr("reader.tui.screens.names_listing.LOOK", 0.05)
    monkeypatch.setattr("reader.tui.rosters._SHARE", 0)
    corpus, archive = named_corpus(), named_archive(0)
    add_names(archive, corpus, [2], {"小店区": EntityType.PLACE, "太原理工大学": EntityType.ORGANISATION})
    app = ReaderApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e", "j")
        assert listed(app) == ["太原理工大学", "小店区"]
        assert "names of 1 of 3 pages are known" in rows(app)[0]
        add_names(archive, corpus, [0, 1])
        for _turn in range(100):
            await pilot.pause(0.05)
            await settle(pilot)
            if len(listed(app)) > 2:
                break
        assert set(listed(app)) == set(BY_ARTICLES)
        assert at_cursor(app) == "小店区"
        assert "pages are known" not in rows(app)[0]


async def test_without_names_it_is_said_why() -> None:
    app = ReaderApp(named_archive(0))
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e")
        assert "0 names · names of 0 of 3 pages are known" in rows(app)[0]
        assert shows(app, "No names are known yet.")
        await do(pilot, "enter", "n", "i", "s", "3", "/", "x", "escape")
        assert screen(app).list.has_focus
    corpus = named_corpus()
    archive = archive_of(corpus)
    add_names(archive, corpus, range(len(PAGES)), {"不在": EntityType.PLACE})
    app = ReaderApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, "e")
        assert shows(app, "No names were found on these pages.")


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6), (45, 8)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await do(pilot, "e", "/", *"ty", "enter", "j", "G", "enter", "j", "escape", "n", "escape", "i", "escape")
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert shows(app, "太原理工大学")


@pytest.mark.parametrize(("name", "keys"), [("names", ("e",)), ("concordance", ("e", "enter"))])
async def test_the_screen_as_a_whole(
    app: ReaderApp, name: str, keys: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await do(pilot, *keys)
        shown = "\n".join(row.rstrip() for row in rows(app)) + "\n"
    golden = SNAPSHOTS / f"{name}-80x24.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
