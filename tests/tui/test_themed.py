"""The app in its themes: the user's own, the one that is wanted, the one that is tried on, and none in colour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from reader.corpus import Corpus, build
from reader.resources import themes_dir
from reader.settings import Settings
from reader.theme import COLOURS, STYLED, MarkClass
from reader.tui.app import ReaderApp
from reader.tui.themes import all_themes, first_theme, theme_at_once
from tests.tui.screen_text import press
from tests.tui.shared_archive import shared_archive

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.strip import Strip

EMPTY = build([])


@pytest.fixture
def own_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "reader" / "themes"
    folder.mkdir(parents=True)
    return folder


def like_night(name: str, background: str = "#16181d") -> str:
    night = (themes_dir() / "night.toml").read_text("utf-8")
    return night.replace('name = "night"', f'name = "{name}"').replace("#16181d", background)


def test_a_theme_of_the_users_follows_or_takes_the_place_of_one(own_themes: Path) -> None:
    shipped = [theme.name for theme in all_themes()[0]]
    (own_themes / "a.toml").write_text(like_night("mine"), "utf-8")
    (own_themes / "b.toml").write_text(like_night("paper", "#010203"), "utf-8")
    themes, faults = all_themes()
    assert [theme.name for theme in themes] == [*shipped, "mine"]
    assert {theme.name: theme.colours["background"] for theme in themes}["paper"] == "#010203"
    assert faults == []


async def test_the_app_can_be_read_without_any_theme_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.themes.themes_dir", lambda: tmp_path)
    app = ReaderApp(shared_archive(EMPTY))
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.theme == "textual-dark"
        assert app.screen.styles.align == ("center", "middle")


async def test_what_is_wrong_is_said_once_and_hides_nothing(own_themes: Path) -> None:
    (own_themes / "bad.toml").write_text("name = 1", "utf-8")
    (own_themes / "mine.toml").write_text(like_night("mine"), "utf-8")
    app = ReaderApp(shared_archive(EMPTY), Settings(theme="nosuch"), ["config.toml: no"])
    async with app.run_test() as pilot:
        await pilot.pause()
        (notice,) = app._notifications
        assert [part in notice.message for part in ("config.toml: no", "bad.toml", "nosuch")] == [True] * 3
        seen = []
        for _theme in range(len(all_themes()[0])):
            await press(pilot, "ctrl+t")
            seen.append(app.theme)
        assert sorted(seen) == sorted(theme.name for theme in all_themes()[0])
        assert "mine" in seen


@pytest.mark.parametrize(
    ("wanted", "dark", "theme", "faults"),
    [
        ("auto", True, "night", 0),
        ("auto", False, "paper", 0),
        ("green", True, "green", 0),
        ("nosuch", False, "paper", 1),
    ],
)
def test_the_first_theme(wanted: str, dark: bool, theme: str, faults: int) -> None:
    name, said = first_theme(all_themes()[0], wanted, lambda: dark)
    assert (name, len(said)) == (theme, faults)
    assert all(wanted in fault for fault in said)


def test_one_file_tells_the_theme_to_begin_with_unless_the_user_has_others(own_themes: Path) -> None:
    for theme in all_themes()[0]:
        assert theme_at_once(theme.name, lambda: pytest.fail("asked")) == theme
    at_once = theme_at_once("auto", lambda: False)
    assert at_once is not None
    assert at_once.name == "paper"
    assert theme_at_once("nosuch", lambda: True) is None
    (own_themes / "mine.toml").write_text(like_night("paper"), "utf-8")
    assert theme_at_once("paper", lambda: True) is None


def test_the_terminal_is_asked_only_if_the_name_does_not_decide() -> None:
    assert first_theme(all_themes()[0], "green", lambda: pytest.fail("asked")) == ("green", [])


def test_without_the_usual_themes_one_that_is_like_them_is_first() -> None:
    themes = [theme for theme in all_themes()[0] if theme.name not in ("night", "paper")]
    assert first_theme(themes, "auto", lambda: False)[0] == "contrast-light"
    assert first_theme(themes, "auto", lambda: True)[0] == "contrast"
    assert first_theme([], "auto", lambda: True) == (None, [])


@pytest.mark.parametrize("theme", ["night", "terminal", "nord", "ansi-light"])
async def test_every_theme_gives_every_variable(theme: str) -> None:
    """Also one of Textual's, which knows nothing of ours."""
    app = ReaderApp(shared_archive(EMPTY))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.theme = theme
        await pilot.pause()
        styled = {f"{name}-style" for name in (*STYLED, *MarkClass)}
        assert {*COLOURS, *MarkClass, *styled} - app.theme_variables.keys() == set()


async def offered(pilot: Pilot[None], words: str, theme: str) -> None:
    """Open the palette, type, and wait until the theme is shown that the first command found is for."""
    await press(pilot, "ctrl+p")
    pilot.app.screen.query_one(Input).value = words
    await shown(pilot, theme)


async def shown(pilot: Pilot[None], theme: str) -> None:
    for _moment in range(200):
        if pilot.app.theme == theme:
            break
        await pilot.pause(0.01)
    await pilot.pause()
    assert pilot.app.theme == theme


async def test_a_theme_is_tried_on_and_taken_off_again() -> None:
    app = ReaderApp(shared_archive(EMPTY))
    async with app.run_test() as pilot:
        await offered(pilot, "Eye-care", "green")
        assert isinstance(app.screen, CommandPalette)
        # The palette too, which Textual forgets.
        assert app.screen.styles.background.rgb == (0xC7, 0xED, 0xCC)
        await press(pilot, "escape")
        assert not isinstance(app.screen, CommandPalette)
        assert app.theme == "night"


async def test_a_theme_is_tried_on_and_kept() -> None:
    app = ReaderApp(shared_archive(EMPTY))
    async with app.run_test() as pilot:
        await offered(pilot, "Eye-care", "green")
        await press(pilot, "enter")
        await shown(pilot, "green")
        assert not isinstance(app.screen, CommandPalette)


async def test_another_command_shows_the_theme_there_was() -> None:
    app = ReaderApp(shared_archive(EMPTY))
    async with app.run_test() as pilot:
        await offered(pilot, "Eye-care", "green")
        app.screen.query_one(Input).value = "Problems"
        await shown(pilot, "night")
        await press(pilot, "enter")
        await pilot.pause()
        assert app.theme == "night"


async def painted(app: ReaderApp) -> list[Strip]:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        return list(app.screen._compositor.render_strips())


def colours(strips: list[Strip]) -> set[str]:
    return {
        colour.name
        for strip in strips
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour
    }


async def test_no_color_leaves_no_colour_and_the_cursor_is_seen(seeds: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    strips = await painted(ReaderApp(shared_archive(seeds)))
    assert colours(strips) == {"default"}
    reversed_text = {piece.text.strip() for row in strips for piece in row if piece.style and piece.style.reverse}
    assert any("太原" in text for text in reversed_text)


async def test_an_empty_no_color_is_none(seeds: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert {"#16181d", "#c9ccd1", "#f5b461"} <= colours(await painted(ReaderApp(shared_archive(seeds))))
