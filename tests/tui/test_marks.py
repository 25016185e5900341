from __future__ import annotations

import re
import threading

import pytest
from rich.color import Color

from reader.corpus import build
from reader.model import Entity, EntityType, Number, NumberType, Page
from reader.parse.page import parse_page
from reader.theme import MarkClass
from reader.tui.app import ReaderApp
from reader.tui.flow import Anchor, Section, SectionKind
from reader.tui.marks import Mark, marks_in
from tests.tui.screen_text import press

TEXT = "西湖区新增充电桩\n\n本报讯 10月8日，记者从杭州市西湖区获悉，全区新增充电桩1200个，方便市民出行。\n"


def numbers(page: Page) -> tuple[Number, ...]:
    return (
        *(Number(m.start(), m.end(), m.group(), NumberType.DATE) for m in re.finditer("10月8日", page.text)),
        *(Number(m.start(), m.end(), m.group(), NumberType.COUNT) for m in re.finditer("1200个", page.text)),
    )


def names(page: Page) -> tuple[Entity, ...]:
    return tuple(
        Entity(m.start(), m.end(), m.group(), EntityType.PLACE) for m in re.finditer("杭州市西湖区", page.text)
    )


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.setattr("reader.annotate.page.annotate_numbers", numbers)
    monkeypatch.setattr("reader.annotate.page.annotate_names", names, raising=False)
    monkeypatch.setattr("reader.tui.screens.main.NAMES_AFTER", 0.01)
    return ReaderApp(build([parse_page(TEXT, "x.txt")]))


def looks(app: ReaderApp, text: str) -> set[tuple[Color | None, bool]]:
    """Colour and underline of every segment with `text` in it."""
    return {
        (segment.style.color, bool(segment.style.underline))
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and text in segment.text
    }


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

    def slowly(page: Page) -> tuple[Entity, ...]:
        asked.wait(5)
        found_in.append(threading.get_ident())
        return names(page)

    monkeypatch.setattr("reader.annotate.page.annotate_names", slowly, raising=False)
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
        for _theme in range(len(app._themes)):
            await press(pilot, "T")
            await pilot.pause()
            if app.theme == "paper":
                assert looks(app, "1200个") == {(colour(app, "figures"), False)} != before
        assert app.theme == first


def test_a_mention_cut_by_a_column_is_marked_on_both_sides() -> None:
    section = Section(SectionKind.PARAGRAPH, "由华为公司", (Anchor(0, 2, 0), Anchor(3, 6, 2)))
    marks = [Mark(1, 4, MarkClass.ORGANISATIONS)]
    assert [(mark.start, mark.end) for mark in marks_in(section, marks)] == [(1, 2), (2, 3)]
