"""The search in all pages, as a reader types it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widget import Widget
from textual.widgets import Input

from reader import i18n
from reader.archive.archive import Archive
from reader.archive.memory import archive_of
from reader.archive.names import NamedPage, NamesSegment, pack_names
from reader.archive.sections import Sections
from reader.corpus import Corpus, build
from reader.model import Entity, EntityType
from reader.parse.page import parse_page
from reader.search.results import Found
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.screens.searches import SearchesScreen
from tests.tui.screen_text import looks, press, rows, shows

if TYPE_CHECKING:
    from textual.pilot import Pilot

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [(80, 24), (120, 36), (160, 50)]

_STORY = "本报讯 10月30日,记者从发布会上获悉,{what}项目开工。{more}(王强)"
_PAGES = {
    "2020-01-05_太原日报_01.txt": ("数字经济加快发展", "华为", "华为将带动配套企业63家。" + "城乡面貌一新。" * 60),
    "2021-03-06_大同日报_02.txt": ("晋阳湖公园开放", "公园", "市民王五说,公园很美。"),
    "2022-05-07_太原日报_03.txt": ("华为落户太原", "云计算", "" + "云计算很重要。" * 80 + "总投资十亿元的华为基地。"),
    "2022-05-07_太原日报_04.txt": ("春耕备耕忙", "水利", "农民抢抓农时。"),
}


def _page_text(source: str, title: str, what: str, more: str) -> str:
    day, paper, number = source.removesuffix(".txt").split("_")
    year, month, date = map(int, day.split("-"))
    weekday = "一二三四五六日"[dt.date(year, month, date).weekday()]
    head = f"{paper}\n\n{year}年{month}月{date}日 星期{weekday} 第{int(number)}版"
    return f"{head}\n\n{title}\n\n{_STORY.format(what=what, more=more)}\n"


def corpus(*sources: str) -> Corpus:
    return build(parse_page(_page_text(name, *_PAGES[name]), name) for name in sources or _PAGES)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.fixture
def archive() -> Archive:
    return archive_of(corpus())


@pytest.fixture
def app(archive: Archive) -> ReaderApp:
    return ReaderApp(archive)


def screen(app: ReaderApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def title(app: ReaderApp) -> str:
    """The headline of the article that is read."""
    article = main(app).article
    return article.title if article else ""


async def settle(pilot: Pilot[None]) -> None:
    """What is sought in threads has been found and shown."""
    for _turn in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text, all of it at once: what keys are called on keyboards is not what is tested."""
    line = pilot.app.screen.query_one(Input)
    line.replace(text, *sorted(line.selection))
    await pilot.pause()


async def search(pilot: Pilot[None], text: str) -> None:
    await press(pilot, "f")
    for char in text:
        await write(pilot, char)
    await settle(pilot)


def listed(app: ReaderApp) -> list[str]:
    """The headlines that were found."""
    found = screen(app).results.found
    return [] if found is None else [found.snapshot.article(number).title for number in found.articles]


def painted(app: ReaderApp, name: str) -> list[str]:
    """What is painted in a style of hits."""
    wanted = app.screen.query_one("ResultList").get_component_rich_style(name, partial=True).bgcolor
    return [
        segment.text
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and segment.style.bgcolor == wanted
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_every_article_is_there_until_something_is_typed(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await search(pilot, "")
        assert listed(app) == ["华为落户太原", "春耕备耕忙", "晋阳湖公园开放", "数字经济加快发展"]
        assert shows(app, "4 articles · newest first")
        assert "2020 ▄▄█ 2022" in rows(app)[1]
        await press(pilot, "escape")
        assert main(app).article is not None


@pytest.mark.parametrize("size", SIZES)
async def test_results_show_where_and_what(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await search(pilot, "华为")
        assert listed(app) == ["华为落户太原", "数字经济加快发展"]
        for text in ("2 articles", "2022-05-07", "太原日报", "page 3", "总投资十亿元的华为基地"):
            assert shows(app, text), text
        assert painted(app, "rows--hit").count("华为") >= 3


async def test_a_key_after_the_other_and_only_the_last_search_counts(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", *"华为项目", *["backspace"] * 4, *"公园")
        await settle(pilot)
        assert listed(app) == ["晋阳湖公园开放"]


async def test_what_nobody_can_search_for_is_said_and_the_results_stay(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await write(pilot, " 人:")
        assert rows(app)[1].rstrip() == "        ^^^  A name is wanted right after 人:"
        underlined = [
            segment.text
            for segment in app.screen._compositor.render_strips()[0]
            if segment.style and segment.style.underline
        ]
        assert "".join(underlined) == "人:"
        assert listed(app) == ["华为落户太原", "数字经济加快发展"]
        await press(pilot, *["backspace"] * 3)
        await settle(pilot)
        assert "^" not in rows(app)[1]


async def test_a_message_longer_than_the_screen_is_cut_and_nothing_breaks(app: ReaderApp) -> None:
    async with app.run_test(size=(30, 8)) as pilot:
        await search(pilot, "太原的天气今天很好 类:foo")
        assert rows(app)[1].startswith(" foo is no kind")


async def test_keys_are_not_held_up_and_a_sign_is_given(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()

    def slow(snapshot: object, query: object, *_rest: object) -> Iterator[Found]:
        go.wait(10)
        yield Found(query, snapshot, [0], complete=True)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.tui.screens.seeking.search", slow)
    monkeypatch.setattr("reader.tui.screens.seeking.PATIENCE", 0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", *"华为")
        await pilot.pause(0.1)
        assert screen(app).line.input.value == "华为"
        assert shows(app, "searching …")
        go.set()
        await settle(pilot)
        assert shows(app, "1 article · newest first")


async def test_the_first_screenful_comes_before_all_and_nothing_moves(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def in_two(snapshot: object, query: object, *_rest: object) -> Iterator[Found]:
        yield Found(query, snapshot, [1], complete=False)  # type: ignore[arg-type]
        go.wait(10)
        yield Found(query, snapshot, [0, 1, 3], complete=True)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.tui.screens.seeking.search", in_two)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        for _turn in range(50):
            await pilot.pause(0.02)
            if screen(app).results.found:
                break
        assert shows(app, "1 article so far")
        go.set()
        await settle(pilot)
        assert shows(app, "3 articles · newest first")
        assert screen(app).results.cursor == 1


async def test_order(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "农民|数字")
        assert listed(app) == ["春耕备耕忙", "数字经济加快发展"]
        await press(pilot, "ctrl+o")
        await settle(pilot)
        assert listed(app) == ["数字经济加快发展", "春耕备耕忙"]
        assert shows(app, "2 articles · most relevant first")
        await press(pilot, "down", "ctrl+o")
        await settle(pilot)
        assert listed(app) == ["春耕备耕忙", "数字经济加快发展"]


async def test_hit_by_hit_and_article_by_article_and_back_to_the_list_as_it_was(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await press(pilot, "enter", "j", "enter")
        view = main(app).view
        assert title(app) == "数字经济加快发展"
        assert (view.hit_number, view.hits) == (1, 2)
        assert "hit 1/2 · article 2/2" in rows(app)[-1]
        await press(pilot, "n")
        assert "hit 2/2 · article 2/2" in rows(app)[-1]
        await press(pilot, "n")
        assert "No further result" in rows(app)[-1]
        await press(pilot, "N", "N")
        assert title(app) == "华为落户太原"
        assert "hit 2/2 · article 1/2" in rows(app)[-1]
        assert shows(app, "华为基地")
        await press(pilot, ">")
        assert "hit 1/2 · article 2/2" in rows(app)[-1]
        await press(pilot, "<")
        assert "article 1/2" in rows(app)[-1]
        await press(pilot, "escape")
        assert screen(app).focused is screen(app).results
        assert screen(app).results.cursor == 0
        assert screen(app).line.input.value == "华为"
        await press(pilot, "escape")
        assert main(app).view.hits == 0


async def test_an_article_opens_at_the_hit_the_list_shows(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await press(pilot, "enter", "enter")
        assert "hit 2/2 · article 1/2" in rows(app)[-1]
        assert shows(app, "华为基地")


async def test_texts_that_overlap_are_one_hit(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "带动配套|配套企业")
        await press(pilot, "enter", "enter")
        assert "hit 1/1 · article 1/1" in rows(app)[-1]
        style = main(app).view.get_component_rich_style("mark--current-hit", partial=True)
        marked = [
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bgcolor == style.bgcolor
        ]
        assert "".join(marked) == "带动配套企业"


async def test_more_pages_come_while_one_reads_and_the_list_is_at_the_article() -> None:
    names = list(_PAGES)
    archive = archive_of(corpus(*names[:3]))
    app = ReaderApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "项目")
        await press(pilot, "enter", "enter", ">")
        assert title(app) == "晋阳湖公园开放"
        archive.snapshot = archive_of(corpus()).snapshot
        await press(pilot, "escape")
        await settle(pilot)
        assert listed(app)[2] == "晋阳湖公园开放"
        assert screen(app).results.cursor == 2


async def test_finding_in_the_article_ends_the_search(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await press(pilot, "enter", "enter", "/", *"云计算", "enter")
        assert rows(app)[-1].rstrip().endswith("/81")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, MainScreen)


async def test_another_article_meanwhile_is_gone_through_by_itself(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "项目")
        await press(pilot, "enter", "enter", "]", "n", "n")
        assert title(app) == "春耕备耕忙"
        assert "article" not in rows(app)[-1]
        await press(pilot, "escape")
        assert screen(app).results.cursor == 0


async def test_a_search_without_words_goes_from_article_to_article(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "2022-05")
        await press(pilot, "enter", "enter", "n")
        assert title(app) == "春耕备耕忙"
        assert "article 2/2" in rows(app)[-1]


async def test_choosing_a_count_narrows_and_choosing_it_again_widens(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "项目")
        await press(pilot, "ctrl+n", "j", "enter")
        await settle(pilot)
        assert screen(app).line.input.value == "项目 paper:太原日报"
        assert len(listed(app)) == 3
        assert shows(app, "✓ 太原日报")
        await press(pilot, "enter")
        await settle(pilot)
        assert screen(app).line.input.value == "项目"
        assert len(listed(app)) == 4
        await press(pilot, "escape")
        assert screen(app).focused is screen(app).results


async def test_counts_are_opened_and_closed_on_a_narrow_screen(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "项目")
        assert not shows(app, "Newspapers")
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert shows(app, "Newspapers")
        assert screen(app).focused is screen(app).facets
        await press(pilot, "escape")
        await settle(pilot)
        assert not shows(app, "Newspapers")
        assert screen(app).focused is screen(app).results


def _named(archive: Archive, pages: int) -> NamesSegment:
    """What is known of the names of the first pages of an archive: 王五 wherever he stands."""
    found = []
    for number in range(pages):
        segment, local = archive.snapshot.page_at(number)
        page = segment.parsed(local)
        at = page.text.find("王五")
        names = [Entity(at, at + 2, "王五", EntityType.PERSON)] if at >= 0 else []
        found.append(NamedPage(segment.source(local).digest, page, names))
    return NamesSegment(Sections(pack_names(found)))


async def test_names_are_counted_and_sought_as_far_as_they_are_known(archive: Archive, app: ReaderApp) -> None:
    archive.names = [_named(archive, 3)]
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "")
        assert shows(app, "Persons")
        assert shows(app, "names of 3 of 4 pages are known")
        for char in "人:王五":
            await write(pilot, char)
        await settle(pilot)
        assert listed(app) == ["晋阳湖公园开放"]
        assert shows(app, "✓ 王五")


async def test_nothing_is_known_of_names_and_that_is_said(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "人:王五")
        assert shows(app, "no article")
        assert shows(app, "names of 0 of 4 pages are known")


async def test_the_article_is_beside_the_list_on_a_wide_screen(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "华为")
        await pilot.pause(0.1)
        preview = screen(app).preview
        assert preview.article is not None
        assert preview.article.title == "华为落户太原"
        assert (preview.hit_number, preview.hits) == (2, 2)
        await press(pilot, "enter", "j")
        await pilot.pause(0.1)
        assert preview.article.title == "数字经济加快发展"


async def test_from_part_to_part(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "项目")
        one = screen(app)
        order: list[Widget] = [one.facets, one.results, one.preview, one.line.input]
        for part in order:
            await press(pilot, "tab")
            assert one.focused is part
        await press(pilot, "down", "h")
        assert one.focused is one.facets
        await press(pilot, "l", "l", "l")
        assert one.preview.has_focus
        await press(pilot, "i", *"x")
        assert one.line.input.value == "项目x"
        await press(pilot, "ctrl+f", *"公园")
        assert one.line.input.value == "公园"


async def test_the_line_is_as_it_was_left_and_all_of_it_selected(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await press(pilot, "escape", "escape", "f")
        assert screen(app).line.input.selected_text == "华为"
        await press(pilot, "公")
        await settle(pilot)
        assert listed(app) == ["晋阳湖公园开放"]


async def test_earlier_searches_are_walked_through_saved_listed_and_deleted(archive: Archive, app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for text in ("华为", "公园"):
            await search(pilot, text)
            await press(pilot, "enter")
            await settle(pilot)
            await press(pilot, "escape")
        await press(pilot, "f", *"新")
        await press(pilot, "ctrl+up")
        assert screen(app).line.input.value == "公园"
        await press(pilot, "alt+up", "ctrl+up")
        assert screen(app).line.input.value == "华为"
        assert "No earlier search" in rows(app)[-1]
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert "search saved" in rows(app)[-1]
        await press(pilot, "ctrl+down", "ctrl+down")
        assert screen(app).line.input.value == "新"
    again = ReaderApp(archive)
    async with again.run_test(size=(80, 24)) as pilot:
        await search(pilot, "")
        await press(pilot, "ctrl+r")
        assert isinstance(again.screen, SearchesScreen)
        assert [text for text, _heading in again.screen.rows._rows] == ["Saved", "华为", "Recent", "公园", "华为"]
        await press(pilot, "j", "d")
        await settle(pilot)
        assert [text for text, _heading in again.screen.rows._rows] == ["Saved", "华为", "Recent", "华为"]
        await press(pilot, "g", "enter")
        await settle(pilot)
        assert listed(again) == ["华为落户太原", "数字经济加快发展"]


async def test_a_folder_that_cannot_be_written_is_said(app: ReaderApp, tmp_path: Path) -> None:
    (tmp_path / "reader").write_text("in the way")
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "华为")
        await press(pilot, "enter")
        await settle(pilot)
        assert "cannot be kept" in rows(app)[-1]
        await press(pilot, "j")
        assert screen(app).results.cursor == 1


async def test_more_pages_come_and_the_cursor_stays_on_its_article() -> None:
    names = list(_PAGES)
    archive = archive_of(corpus(*names[:2]))
    app = ReaderApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "项目")
        await press(pilot, "enter", "j")
        assert listed(app) == ["晋阳湖公园开放", "数字经济加快发展"]
        archive.snapshot = archive_of(corpus()).snapshot
        screen(app).seek_anew()
        await settle(pilot)
        assert listed(app)[2:] == ["晋阳湖公园开放", "数字经济加快发展"]
        assert screen(app).results.cursor == 3
        assert shows(app, "4 articles")


async def test_the_mouse(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "项目")
        await pilot.click(offset=(10, 6))
        assert screen(app).results.cursor == 1
        await pilot.click(offset=(10, 6), times=2)
        await press(pilot)
        assert "article 2/4" in rows(app)[-1]


@pytest.mark.parametrize("size", [(1, 1), (9, 4), (30, 6)])
async def test_no_size_is_too_silly(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await search(pilot, "项目 -")
        await press(pilot, "backspace", "enter", "j", "G", "ctrl+n", "j", "tab", "escape", "escape")
        await settle(pilot)
        await pilot.resize_terminal(120, 36)
        await press(pilot, "f")
        await settle(pilot)
        assert shows(app, "春耕备耕忙")


async def test_footer_says_only_what_works_where_one_types(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 24)) as pilot:
        await search(pilot, "项目")
        assert "F1 Help" in rows(app)[-1]
        assert " ? " not in rows(app)[-1]
        await press(pilot, "enter")
        assert "? Help" in rows(app)[-1]
        assert "Enter Open" in rows(app)[-1]


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en"])
async def test_looks(app: ReaderApp, size: tuple[int, int], language: str, request: pytest.FixtureRequest) -> None:
    i18n.use(language)
    async with app.run_test(size=size) as pilot:
        await search(pilot, "华为 项目")
        await press(pilot, "enter")
        await pilot.pause(0.1)
        shown = "\n".join(looks(app)) + "\n"
    golden = SNAPSHOTS / f"search-{size[0]}x{size[1]}-{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
