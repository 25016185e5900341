"""How the article is set: measure, row spacing, pages of columns, and what was repaired."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.archive.memory import archive_of
from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.settings import MEASURES
from reader.tui.app import ReaderApp
from reader.tui.article.pane import MOVED
from reader.tui.screens.main import MainScreen
from reader.typeset.width import cell_width
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive


def main(app: ReaderApp) -> MainScreen:
    assert isinstance(app.screen, MainScreen)
    return app.screen


def body(app: ReaderApp) -> list[str]:
    """What stands between the title of the pane and the command bar, without the scrollbar."""
    return [row[:-1] for row in rows(app)[1:-1]]


async def test_rows_are_made_narrower_and_wider_within_limits(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "z", "-")
        assert main(app).view.measure == 56
        assert max(cell_width(row.strip()) for row in body(app)) <= 58
        await press(pilot, *["="] * 40)
        assert main(app).view.widest == MEASURES.stop - 1
        assert "as many as there is room for" in rows(app)[-1]
        await press(pilot, *["-"] * 60)
        assert main(app).view.measure == MEASURES.start


async def test_a_blank_row_between_rows_and_back() -> None:
    text = "市工信局介绍,全市数字产业发展迈上新的台阶,重点企业投资持续增长。" * 20
    app = ReaderApp(archive_of(build([parse_page(f"全市工业增速加快\n\n本报讯 {text}(王强)\n", "x.txt")])))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "z", "j", "j", "j", "j")
        before = rows(app)
        place = main(app).view.place
        await press(pilot, "l")
        printed = [number for number, row in enumerate(body(app)) if row.strip()]
        assert all(second - first > 1 for first, second in pairwise(printed))
        assert main(app).view.place == place
        await press(pilot, "l")
        assert rows(app)[:-1] == before[:-1]


@pytest.mark.parametrize(("width", "columns"), [(112, 2), (126, 3), (200, 2)])
async def test_pages_have_columns_and_no_row_is_lost_or_cut(seeds: Corpus, width: int, columns: int) -> None:
    app = ReaderApp(shared_archive(seeds))
    async with app.run_test(size=(width, 20)) as pilot:
        await press(pilot, "tab", "p")
        view = main(app).view
        assert view.columns == columns
        pages = []
        for _page in range(view.max_scroll_y // 18 + 1):
            pages.append(body(app))
            await press(pilot, "pagedown")
        text = "".join("".join("".join(row.split()) for row in page) for page in pages)
        article = view.article
        assert article is not None
        for section in view.flow[1:]:
            # A section may go on in the next column: its characters are all there, its beginning in one piece.
            assert all(character in text for character in section.text if not character.isspace())
        assert shows(app, "page ")


async def test_a_page_is_turned_whole_and_says_its_number(app: ReaderApp) -> None:
    async with app.run_test(size=(130, 20)) as pilot:
        await press(pilot, "p")
        view, height = main(app).view, main(app).view.scrollable_content_region.height
        first = body(app)
        for key in ("pagedown", "j", "down", "space"):
            before = view.scroll_offset.y
            await press(pilot, key)
            assert view.scroll_offset.y in (before + height, view.max_scroll_y)
        assert "page " in rows(app)[-1]
        await press(pilot, "home")
        assert body(app) == first
        assert "page 1 of " in rows(app)[-1]
        await press(pilot, "p")
        assert view.columns == 1


async def test_reading_goes_on_in_the_next_column(app: ReaderApp) -> None:
    """The last row of a column and the first of the next are neighbours in the article."""
    async with app.run_test(size=(130, 20)) as pilot:
        await press(pilot, "p")
        view = main(app).view
        height = view.scrollable_content_region.height
        last, first = view.row_under(2, height - 1), view.row_under(view._sheet.cell_of(1), 0)
        assert last is not None
        assert first is not None
        assert first[0] == last[0] + 1


async def test_a_narrow_terminal_keeps_one_column_and_says_why(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert main(app).view.columns == 1
        assert "newspaper columns need 110 cells" in rows(app)[-1]


async def test_the_place_is_kept_through_pages_and_widths(app: ReaderApp) -> None:
    async with app.run_test(size=(130, 20)) as pilot:
        await press(pilot, "tab", "z", *["j"] * 30)
        place = main(app).view.place
        await press(pilot, "p", "-", "-", "p", "=", "=")
        for size in ((90, 20), (50, 12), (160, 40), (130, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert main(app).view.place == place


async def test_a_selection_over_columns_is_the_text_between(app: ReaderApp) -> None:
    async with app.run_test(size=(130, 20)) as pilot:
        await press(pilot, "p")
        await pilot.pause()
        view = main(app).view
        top = 1
        start = (view._sheet.cell_of(0) + view.region.x + 4, top + 9)
        end = (view._sheet.cell_of(2) + view.region.x + 4, top + 5)
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        selection = view.selection
        assert selection is not None
        texts = [section.text for section in view.flow]
        texts[selection.start.section] = texts[selection.start.section][selection.start.character :]
        texts[selection.end.section] = texts[selection.end.section][: selection.end.character]
        wanted = "\n".join(texts[selection.start.section : selection.end.section + 1])
        assert view.selected() == wanted
        assert wanted.count("\n") >= 2


CUT = "全市工业增速加快\n\n本报讯 市工信局介绍,全市已引进龙芯、华\n\n为等企业63家 and 产业链条,增长12.5%。(王强)\n"


async def test_what_was_put_right_is_marked_on_demand_and_an_editors_word_always() -> None:
    app = ReaderApp(archive_of(build([parse_page(CUT, "x.txt")])))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = main(app).view
        styles = {
            kind: view.get_component_rich_style(f"article--{kind}", partial=True) for kind in ("rewritten", "rejoined")
        }

        def painted(kind: str) -> list[str]:
            style = styles[kind]
            return [
                segment.text
                for strip in app.screen._compositor.render_strips()
                for segment in strip
                if segment.style and segment.style.color == style.color and segment.style.reverse == style.reverse
            ]

        assert painted("rewritten") == ["和"]
        assert painted("rejoined") == []
        await press(pilot, "c")
        assert painted("rejoined") == ["华为"]
        await press(pilot, "r")
        assert shows(app, "63家 and 产业")
        assert painted("rewritten") == painted("rejoined") == []


async def test_a_moved_paragraph_has_a_sign_before_it(seeds: Corpus) -> None:
    app = ReaderApp(shared_archive(seeds))
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "G", "tab", "z")
        assert not shows(app, MOVED)
        await press(pilot, "c")
        assert shows(app, MOVED)
