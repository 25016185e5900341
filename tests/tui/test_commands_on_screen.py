"""Palette, help and footer are made from what works on the screen they are called from."""

from __future__ import annotations

import pytest

from reader.archive.memory import archive_of
from reader.commands import Scope, commands_of, key_label
from reader.corpus import Corpus
from reader.source import Problem
from reader.tui.app import ReaderApp
from reader.tui.bindings import live_keys
from reader.tui.screens.panel import PanelScreen
from tests.tui.screen_text import press, rows, shows
from tests.tui.shared_archive import shared_archive


@pytest.mark.parametrize(("scope", "keys"), [(Scope.MAIN, ["G"]), (Scope.TABLE, ["G", "t"])])
async def test_every_command_is_reached_by_key_and_by_palette(ranked: Corpus, scope: Scope, keys: list[str]) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        # With one table in the article there is no next one to go to.
        wanted = [command for command in commands_of(scope) if command.id != "next_table"]
        by_key = {command.id: keys for command, keys in live_keys(app.screen)}
        assert {command.id: list(command.keys) for command in wanted}.items() <= by_key.items()
        in_palette = {command.title for command in app.get_system_commands(app.screen)}
        assert {command.title for command in [*wanted, *commands_of(Scope.APP)]} <= in_palette


async def test_a_command_that_cannot_work_is_in_neither_help_nor_palette_nor_footer(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        assert "Open table" not in [command.title for command in app.get_system_commands(app.screen)]
        assert "table" not in [command.id for command, _keys in live_keys(app.screen)]
        assert "t Table" not in rows(app)[-1]
        await press(pilot, "G")
        assert "t Table" in rows(app)[-1]


async def test_palette_carries_out_what_is_chosen(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"zoom")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "enter")
        await pilot.pause()
        assert app.screen.has_class("-zoom")


async def test_help_lists_the_keys_of_the_screen_it_was_called_from(ranked: Corpus) -> None:
    app = ReaderApp(shared_archive(ranked))
    async with app.run_test(size=(100, 90)) as pilot:
        await press(pilot, "G", "question_mark")
        assert isinstance(app.screen, PanelScreen)
        for command in (*commands_of(Scope.MAIN), *commands_of(Scope.APP)):
            assert shows(app, " ".join(key_label(key) for key in command.keys))
        await press(pilot, "escape", "t", "question_mark")
        assert shows(app, "Best score first")
        assert not shows(app, "Colour figures")
        await press(pilot, "q")
        assert not isinstance(app.screen, PanelScreen)


async def test_problems_are_counted_and_listed(seeds: Corpus) -> None:
    problems = (Problem("a/[b]x[/b].txt", "no such file"), Problem("c.bin", "not a text"))
    app = ReaderApp(archive_of(Corpus(seeds.issues, problems)))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert "2 problems" in rows(app)[-1]
        await press(pilot, "P")
        assert shows(app, "a/[b]x[/b].txt  no such file")
        assert shows(app, "c.bin")


async def test_footer_is_open_to_the_mouse(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(rows(app)[-1].index("Zoom"), 23))
        assert app.screen.has_class("-zoom")


async def test_q_quits(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
    assert app.return_code == 0
