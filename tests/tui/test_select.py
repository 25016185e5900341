"""Selecting in the article and copying from it."""

from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.archive.memory import archive_of
from reader.corpus import build
from reader.model import Page
from reader.parse.page import parse_page
from reader.tui.app import ReaderApp
from reader.tui.article.selecting import Selecting
from reader.tui.clipboard import Copied
from reader.tui.screens.main import MainScreen
from reader.typeset.sections import SectionKind
from reader.typeset.width import cell_width
from tests.tui.screen_text import press, rows

FIRST = "全市已引进龙芯、华为等企业63家。其中一家带动配套企业120家,数字经济规模突破1000亿元,比上年增长12.5%。"
SECOND = "市工信局负责人表示,将继续支持企业上云。“今年还要再上一个台阶!”他说。"
TEXT = f"2023年10月31日 星期二 太原日报 第3版\n\n全市数字经济加快发展\n\n本报讯(记者 王强) {FIRST}\n\n{SECOND}\n"
SHOWN = FIRST.replace(",", "，"), SECOND.replace(",", "，").replace("!", "！")


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    return ReaderApp(archive_of(build([_page()])))


def _page() -> Page:
    return parse_page(TEXT, "x.txt")


def view(app: ReaderApp) -> Selecting:
    assert isinstance(app.screen, MainScreen)
    return app.screen.view


def cell_of(app: ReaderApp, text: str) -> Offset:
    """The first cell of a text on the screen."""
    row, shown = next((number, shown) for number, shown in enumerate(rows(app)) if text in shown)
    return Offset(cell_width(shown[: shown.index(text)]), row)


def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is copied from now on, instead of being copied."""
    copied: list[str] = []

    def copy(text: str, _write_osc52: object) -> Copied:
        copied.append(text)
        return Copied(len(text), ("board",), sent=False, too_long=False, failures=())

    monkeypatch.setattr("reader.tui.clipboard.copy", copy)
    return copied


async def said(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def drag(pilot: Pilot[None], start: Offset, end: Offset) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)


async def test_dragging_takes_in_the_characters_under_the_pointer(reading: ReaderApp) -> None:
    """Also when the pointer is on the right cell of a wide character."""
    async with reading.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        start, end = cell_of(reading, "龙芯"), cell_of(reading, "华为等") + Offset(4, 0)
        await drag(pilot, start, end + Offset(1, 0))
        assert view(reading).selected() == "龙芯、华为等"
        await drag(pilot, end + Offset(1, 0), start + Offset(1, 0))
        assert view(reading).selected() == "龙芯、华为等"


async def test_a_selection_over_rows_and_paragraphs_has_no_row_ends(reading: ReaderApp) -> None:
    async with reading.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        await drag(pilot, cell_of(reading, "龙芯"), cell_of(reading, "上云") + Offset(3, 0))
        first, second = SHOWN
        wanted = first[first.index("龙芯") :] + "\n" + second[: second.index("上云") + 2]
        assert view(reading).selected() == wanted


async def test_beside_a_row_its_end_is_taken(reading: ReaderApp) -> None:
    async with reading.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        start = cell_of(reading, "他说")
        await drag(pilot, start, Offset(78, start.y))
        assert view(reading).selected() == "他说。"


async def test_twice_is_the_word_and_three_times_the_sentence(reading: ReaderApp) -> None:
    async with reading.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        words = [TEXT.index(word) for word in ("龙芯", "、", "华为", "等", "企业", "63")]
        view(reading).know_words(words)
        await pilot.double_click(offset=cell_of(reading, "华为") + Offset(2, 0))
        assert view(reading).selected() == "华为"
        await pilot.triple_click(offset=cell_of(reading, "还要再上"))
        assert view(reading).selected() == "“今年还要再上一个台阶！”"


async def test_a_click_gives_the_selection_up(reading: ReaderApp) -> None:
    async with reading.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await drag(pilot, cell_of(reading, "龙芯"), cell_of(reading, "华为等"))
        await pilot.click(offset=cell_of(reading, "上云"))
        assert view(reading).selection is None


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["right", "right"], "市工信"),
        (["l", "h"], "市"),
        ([")"], SHOWN[1][: SHOWN[1].index("“")]),
        ([")", ")"], SHOWN[1][: SHOWN[1].index("他说")]),
        (["}"], SHOWN[1]),
        (["}", "("], SHOWN[1][: SHOWN[1].index("他说") + 1]),
        (["G"], SHOWN[1]),
        (["G", "o", "l", "l"], SHOWN[1][2:]),
    ],
)
async def test_keys_move_the_end(reading: ReaderApp, keys: list[str], wanted: str) -> None:
    async with reading.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "/", *"市工信局", "enter", "v", *keys)
        assert view(reading).selected() == wanted


async def test_rows_up_and_down_keep_the_column(reading: ReaderApp) -> None:
    async with reading.run_test(size=(60, 24)) as pilot:
        await press(pilot, "tab", "/", *"龙芯", "enter", "v", "j", "k")
        assert view(reading).selected() == "龙"
        await press(pilot, "j")
        flow = view(reading).flow
        assert view(reading).selected() in "".join(section.text for section in flow)
        assert len(view(reading).selected()) > 10


async def test_copying_says_what_was_copied(reading: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = clipboard(monkeypatch)
    async with reading.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "/", *"市工信局", "enter", "v", ")", "y")
        await said(pilot)
        assert "copied 20 characters: board" in rows(reading)[-1]
        await press(pilot, "/", *"市工信局", "enter", "v", ")", "Y")
        await said(pilot)
        assert copied == [
            SHOWN[1][: SHOWN[1].index("“")],
            SHOWN[1][: SHOWN[1].index("“")] + "\n——王强. 全市数字经济加快发展[N]. 太原日报, 2023-10-31(3).",
        ]
        assert view(reading).selection is None


async def test_without_a_selection_all_of_the_article_is_copied(
    reading: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = clipboard(monkeypatch)
    async with reading.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "y")
        await said(pilot)
        assert "the whole article: copied" in rows(reading)[-1]
        flow = view(reading).flow
        assert copied == ["\n".join(one.text for one in flow if one.kind is not SectionKind.MASTHEAD)]


async def test_copying_and_selecting_work_from_the_lists_too(
    reading: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = clipboard(monkeypatch)
    async with reading.run_test(size=(80, 24)) as pilot:
        await press(pilot, "Y")
        await said(pilot)
        assert copied[0].endswith("——王强. 全市数字经济加快发展[N]. 太原日报, 2023-10-31(3).")
        await press(pilot, "v", "right")
        assert reading.focused is view(reading)
        assert len(view(reading).selected()) == 2


async def test_a_table_is_copied_whole_as_tab_separated_lines(ranking_page: Page) -> None:
    app = ReaderApp(archive_of(build([ranking_page])))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "G", "tab")
        lines = view(app).selected().split("\n")
        table = next(one for one in ranking_page.articles if one.tables).tables[0]
        at = lines.index("\t".join(table.columns))
        assert len(lines) - at >= len(table.rows)
        assert lines[at + 1] == "\t".join(cell.text for cell in table.rows[0])
