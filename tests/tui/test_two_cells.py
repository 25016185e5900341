"""On a terminal that gives ambiguous characters two cells, none is painted: each would push its row to the right."""

from __future__ import annotations

import tomllib
import unicodedata
from typing import TYPE_CHECKING

import pytest

from reader.corpus import Corpus, build
from reader.parse.page import parse_page
from reader.resources import data_text
from reader.search.mentions import Mention
from reader.source import Problem
from reader.tui.app import ReaderApp
from reader.tui.screens.mentions import MentionsScreen
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive

if TYPE_CHECKING:
    from reader.model import Page

SIZES = [(80, 24), (120, 36)]
# Every ambiguous character that has a stand-in, in running text, and the usual ones in a table.
_CHARACTERS = "".join(old for old, _new in tomllib.loads(data_text("ambiguous.toml"))["stand_ins"].values())
TEXT = (
    "“十四五”——开局…第①步·αЖ℃\n\n本报讯 （记者 张三） 省统计局公布“双过半”排名。\n"
    + "\n".join("据介绍，" + _CHARACTERS[at : at + 40] + "。" for at in range(0, len(_CHARACTERS), 40))
    + "\n\n“城市”排名表\n名次\t“单位”①\t得分（±℃）\n1\t甲·“乙”—市\t99…5℃\n2\t丙·“丁”→市\t98…5℃\n3\t戊·“己”×市\t97…5℃\n"
)
# One after the other, and what stands on the screen then.
WALK = (
    ((), "❝theme❞ is ❝what❞⋯"),
    (("j",), "❝十四五❞‒‒"),
    (("l", "pagedown"), "➀➁➂➃"),
    (("z", "G"), "甲⋅❝乙❞‒市"),
    (("r", "z"), "-Issues-"),
    (("t", "s"), "❝单位❞➀ ⋅ 甲"),
    (("escape", "R"), "Nothing had to be put right"),
    (("escape", "question_mark"), "⇡ k"),
    (("escape", "P"), "not a ❝text❞ - ⋯"),
    (("escape", "ctrl+p"), "Find a command⋯"),
    (("α",), "🔎 ά"),
)


def ambiguous(shown: list[str]) -> list[str]:
    return [row for row in shown if any(unicodedata.east_asian_width(ch) == "A" for ch in row)]


@pytest.fixture(scope="module")
def page() -> Page:
    return parse_page(TEXT, "“a”.txt")


@pytest.fixture(scope="module")
def corpus(page: Page) -> Corpus:
    return Corpus(build([page]).issues, (Problem("“b”…/c.txt", "not a “text” – …"),))


def test_the_page_is_one_article_with_a_table(page: Page) -> None:
    (article,) = page.articles
    assert article.title.startswith("“十四五”")
    assert len(article.tables) == 1
    assert set(_CHARACTERS) <= set(page.text)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_ambiguous_is_painted(corpus: Corpus, size: tuple[int, int]) -> None:
    app = ReaderApp(shared_archive(corpus), faults=["“theme” is “what”…"], ambiguous_width=2)
    async with app.run_test(size=size, notifications=True) as pilot:
        for keys, text in WALK:
            await press(pilot, *keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert shows(app, text), "\n".join(rows(app))
            assert ambiguous(rows(app)) == []
            assert not shows(app, "�")


async def test_nothing_ambiguous_is_painted_of_mentions(corpus: Corpus) -> None:
    app = ReaderApp(shared_archive(corpus), ambiguous_width=2)
    async with app.run_test(size=SIZES[0]) as pilot:
        snapshot = app.archive.snapshot
        mention = Mention(snapshot.article(0), snapshot.page(0), 0, "—“双", "“过”…", "半”→")
        app.push_screen(MentionsScreen("“过” – 1", [mention] * 40, 0))
        await pilot.pause()
        assert isinstance(app.screen, MentionsScreen)
        assert shows(app, "‒❝双〔❝过❞⋯〕半❞⇢")
        assert ambiguous(rows(app)) == []


async def test_scroll_bars_end_where_cells_do(corpus: Corpus) -> None:
    app = ReaderApp(shared_archive(corpus), ambiguous_width=2)
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "l", "down", "down", "down")
        thumb = [strip._segments[-1] for strip in app.screen._compositor.render_strips()]
        assert any(segment.style and segment.style.reverse for segment in thumb[1:-1])
        assert {segment.text[-1:] for segment in thumb[1:-1]} == {" "}


async def test_with_one_cell_everything_is_painted_as_it_is(corpus: Corpus) -> None:
    app = ReaderApp(shared_archive(corpus))
    async with app.run_test(size=SIZES[1]) as pilot:
        await press(pilot, "l", "pagedown")
        assert len(ambiguous(rows(app))) > 20
        assert shows(app, "━Article━")
