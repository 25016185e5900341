from __future__ import annotations

import datetime as dt
import re
import threading
from typing import TYPE_CHECKING

import pytest
from rich.color import Color
from rich.style import Style

from reader.annotate.reading import Reading
from reader.annotate.worker import NameWorker
from reader.archive.memory import archive_of
from reader.corpus import build
from reader.model import Cell, Entity, EntityType, Interval, Number, NumberType, Page, Span, Table, TablePiece
from reader.parse.page import parse_page
from reader.search.mentions import Mentions
from reader.theme import MarkClass
from reader.tui.app import ReaderApp
from reader.tui.article.pointing import DOUBLE_CLICK
from reader.tui.cell_marks import CellMarks
from reader.tui.marks import Mark, marks_in
from reader.tui.screens.main import MainScreen
from reader.tui.startup import PATIENCE
from reader.tui.table_inset import Look, draw
from reader.tui.values import describe
from reader.typeset.sections import Anchor, Section, SectionKind
from reader.typeset.width import cell_width
from tests.tui.screen_text import press, rows, shows

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.archive.snapshot import Snapshot

TEXT = "西湖区新增充电桩\n\n本报讯 10月8日，记者从杭州市西湖区获悉，全区新增充电桩1200个，方便市民出行。\n"


def numbers(page: Page) -> tuple[Number, ...]:
    return (
        *(Number(m.start(), m.end(), m.group(), NumberType.DATE) for m in re.finditer("10月8日", page.text)),
        *(Number(m.start(), m.end(), m.group(), NumberType.COUNT) for m in re.finditer("1200个", page.text)),
    )


def names(page: Page | Reading) -> tuple[Entity, ...]:
    """Two places, one of them unsure."""
    return tuple(
        Entity(m.start(), m.end(), m.group(), EntityType.PLACE, sure=m.group() != "全区")
        for m in re.finditer("杭州市西湖区|全区", page.text)
    )


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.setattr("reader.annotate.page.annotate_numbers", numbers)
    monkeypatch.setattr("reader.annotate.worker.NameWorker.names_in", lambda self, reading: names(reading))
    monkeypatch.setattr("reader.tui.screens.naming.NAMES_AFTER", 0.01)
    return ReaderApp(archive_of(build([parse_page(TEXT, "x.txt")])))


def looks(app: ReaderApp, text: str) -> set[tuple[Color | None, bool]]:
    """Colour and underline of every segment with `text` in it."""
    return {
        (segment.style.color, bool(segment.style.underline))
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and text in segment.text
    }


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def colour(app: ReaderApp, mark: str) -> Color:
    return Color.parse(app.theme_variables[mark])


async def test_figures_and_dates_are_coloured_after_the_first_paint(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert looks(app, "1200个") == {(colour(app, "figures"), False)}
        assert looks(app, "10月8日") == {(colour(app, "dates"), False)}


async def test_names_arrive_from_another_thread(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    found_in: list[int] = []
    asked = threading.Event()

    def slowly(worker: NameWorker, reading: Reading) -> tuple[Entity, ...]:
        asked.wait(5)
        found_in.append(threading.get_ident())
        return names(reading)

    monkeypatch.setattr("reader.annotate.worker.NameWorker.names_in", slowly)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause(0.05)
        assert all(not underlined for _colour, underlined in looks(app, "西湖区"))
        # Keys work while names are being found.
        await press(pilot, "z")
        assert app.screen.has_class("-zoom")
        await press(pilot, "z")
        asked.set()
        for _attempt in range(100):
            await pilot.pause(0.01)
            if looks(app, "杭州市西湖区"):
                break
        assert (colour(app, "places"), True) in looks(app, "杭州市西湖区")
        assert found_in != [threading.get_ident()]


async def _with_names(pilot: Pilot[None], app: ReaderApp) -> None:
    for _attempt in range(200):
        await pilot.pause(0.01)
        if shows(app, "1 pl."):
            return
    raise AssertionError("no names arrived")


async def _with_mentions(pilot: Pilot[None], app: ReaderApp) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_article_says_how_many_names_it_holds(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await _with_names(pilot, app)
        assert shows(app, "Article · 1 pl.")


async def test_pointing_goes_through_the_marks_and_says_what_they_stand_for(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await _with_names(pilot, app)
        said = []
        for _mark in range(3):
            await press(pilot, "m")
            said.append(main(app).bar.notice)
        assert said == ["10月8日", "杭州市西湖区 · place", "1200个"]
        await press(pilot, "m")
        assert main(app).bar.notice == "No further mark"
        await press(pilot, "M")
        assert main(app).bar.notice == "杭州市西湖区 · place"
        await press(pilot, "escape")
        assert main(app).bar.notice == ""
        assert main(app).view.pointed is None


async def test_enter_on_a_name_lists_its_mentions_and_goes_to_one(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await _with_names(pilot, app)
        await press(pilot, "m", "m", "enter")
        await _with_mentions(pilot, app)
        assert shows(app, "杭州市西湖区: 1 mention")
        assert shows(app, "〔杭州市西湖区〕")
        await press(pilot, "enter")
        assert main(app).view.pointed == TEXT.index("杭州市西湖区")


async def test_click_on_a_name_lists_its_mentions(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await _with_names(pilot, app)
        row, text = next((number, text) for number, text in enumerate(rows(app)) if "杭州市西湖区" in text)
        column = cell_width(text[: text.index("杭州市西湖区") + 3])
        await pilot.click(offset=(column, row))
        await pilot.pause(DOUBLE_CLICK + 0.1)
        await _with_mentions(pilot, app)
        assert shows(app, "杭州市西湖区: 1 mention")
        await press(pilot, "escape")
        assert not shows(app, "1 mention")


async def test_looking_a_name_up_is_said_and_stops_no_key(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    found = threading.Event()

    def slowly(snapshot: Snapshot, name: str) -> Mentions:
        found.wait(5)
        return Mentions(snapshot, name)

    monkeypatch.setattr("reader.search.mentions.Mentions", slowly)
    async with app.run_test(size=(120, 24)) as pilot:
        await _with_names(pilot, app)
        await press(pilot, "m", "m", "enter")
        await pilot.pause(PATIENCE + 0.1)
        assert main(app).bar.notice == "Looking for 杭州市西湖区 …"
        await press(pilot, "escape")
        assert main(app).view.pointed is None
        found.set()
        await _with_mentions(pilot, app)
        # Nobody waits for them any more.
        assert main(app).view.pointed is None


async def test_unsure_names_are_marked_when_asked_for(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await _with_names(pilot, app)
        assert (colour(app, "places"), True) not in looks(app, "全区")
        await press(pilot, "6")
        assert (colour(app, "places"), True) in looks(app, "全区")
        await press(pilot, "6")
        assert (colour(app, "places"), True) not in looks(app, "全区")


async def test_each_class_is_switched_on_its_own(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "1")
        assert looks(app, "10月8日") == {(colour(app, "dates"), False)}
        assert colour(app, "figures") not in {look for look, _underline in looks(app, "1200个")}
        await press(pilot, "1", "2")
        assert looks(app, "1200个") == {(colour(app, "figures"), False)}
        assert colour(app, "dates") not in {look for look, _underline in looks(app, "10月8日")}


async def test_a_theme_recolours_what_is_marked(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        first = app.theme
        before = looks(app, "1200个")
        for _theme in range(len(app.themes)):
            await press(pilot, "ctrl+t")
            await pilot.pause()
            if app.theme == "paper":
                assert looks(app, "1200个") == {(colour(app, "figures"), False)} != before
        assert app.theme == first


def test_a_mention_cut_by_a_column_is_marked_on_both_sides() -> None:
    """As one mark where its halves are read as one, as two where a line is printed between them."""
    section = Section(SectionKind.PARAGRAPH, "由华为公司", (Anchor(0, 2, 0, 2), Anchor(3, 6, 2, 5)))
    marks = [Mark(1, 4, MarkClass.ORGANISATIONS)]
    assert [(mark.start, mark.end) for mark in marks_in(section, marks)] == [(1, 3)]
    apart = Section(SectionKind.BYLINE, "由华 为公司", (Anchor(0, 2, 0, 2), Anchor(3, 6, 3, 6)))
    assert [(mark.start, mark.end) for mark in marks_in(apart, marks)] == [(1, 2), (3, 4)]


def test_names_in_cells_of_a_table_are_marked() -> None:
    # Of the page text 县区\t得分\n西湖区（新）\t98.
    cells = (Cell("西湖区（新）", Span(6, 12)), Cell("98", Span(13, 15)))
    table = Table(None, None, ("县区", "得分"), (cells,), (TablePiece(("县区", "得分"), (cells,), (Span(0, 15),)),))
    plain, underlined = Style(), Style(underline=True)
    marks = [Mark(6, 9, MarkClass.PLACES), Mark(13, 15, MarkClass.FIGURES)]
    styles: dict[str, Style] = dict.fromkeys(MarkClass, underlined)
    inset = draw(table, 40, Look(plain, plain, plain, plain), CellMarks(marks, styles))
    marked = [segment.text for line in inset.lines for segment in line if segment.style and segment.style.underline]
    assert marked == ["西湖区"]


def test_marks_that_overlap_in_a_cell_leave_its_text_whole() -> None:
    bold, underlined = Style(bold=True), Style(underline=True)
    styles: dict[str, Style] = {MarkClass.ORGANISATIONS: underlined, MarkClass.FIGURES: bold}
    marks = CellMarks([Mark(10, 18, MarkClass.ORGANISATIONS), Mark(12, 16, MarkClass.FIGURES)], styles)
    shown = "本市第六十六中学…"
    segments = marks.segments(Cell("本市第六十六中学校区", Span(10, 20)), shown, Style())
    assert "".join(segment.text for segment in segments) == shown
    assert [segment.text for segment in segments if segment.style == bold + underlined] == ["第六十六"]


async def test_names_are_marked_in_a_table_that_is_open_when_they_are_found(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()

    def slowly(worker: NameWorker, reading: Reading) -> tuple[Entity, ...]:
        asked.wait(5)
        return names(reading)

    monkeypatch.setattr("reader.annotate.worker.NameWorker.names_in", slowly)
    table = "\n各区充电桩\n区\t全年\n杭州市西湖区\t1200个\n拱墅区\t900个\n上城区\t800个\n"
    app = ReaderApp(archive_of(build([parse_page(TEXT + table, "x.txt")])))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause(0.05)
        await press(pilot, "t", "down")
        assert shows(app, "row 2 of 3")
        assert all(not underlined for _colour, underlined in looks(app, "西湖区"))
        asked.set()
        for _attempt in range(100):
            await pilot.pause(0.01)
            if (colour(app, "places"), True) in looks(app, "杭州市西湖区"):
                break
        assert looks(app, "杭州市西湖区") == {(colour(app, "places"), True)}
        assert all(not underlined for _colour, underlined in looks(app, "上城区"))


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Number(0, 5, "8.5万个", NumberType.COUNT, 85000, "个"), "8.5万个 = 85,000 个"),
        (Number(0, 6, "5688亿元", NumberType.AMOUNT, 568_800_000_000, "CNY"), "5688亿元 = 568,800,000,000 yuan"),
        (Number(0, 5, "11.5%", NumberType.PERCENT, 0.115, "ratio"), "11.5% = 0.115"),
        (Number(0, 4, "9月4日", NumberType.DATE, "--09-04"), "9月4日 = 2023-09-04"),
        (Number(0, 4, "3-5年", NumberType.RANGE, Interval(3, 5), "year"), "3-5年 = 3 years – 5 years"),
        (Number(0, 2, "12", NumberType.PLAIN, 12), "12"),
        (Number(0, 2, "若干", NumberType.PLAIN), "若干"),
        (Entity(0, 3, "华\n为", EntityType.ORGANISATION, sure=False), "华为 · organisation (unsure)"),
    ],
)
def test_what_a_mark_stands_for(mark: Number | Entity, said: str) -> None:
    assert describe(mark, dt.date(2023, 9, 5)) == said
