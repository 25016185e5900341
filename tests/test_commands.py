from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from reader.commands import COMMANDS, Scope, commands_of, key_label, markdown_table
from reader.tui.app import ReaderApp
from reader.tui.screens.beside import BesideScreen
from reader.tui.screens.card import CardScreen
from reader.tui.screens.concordance import ConcordanceScreen
from reader.tui.screens.findings import FindingsScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.mentions import MentionsScreen
from reader.tui.screens.names import NamesScreen
from reader.tui.screens.panel import PanelScreen
from reader.tui.screens.plot import PlotScreen
from reader.tui.screens.quick import QuickScreen
from reader.tui.screens.rankings import RankingsScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.screens.searches import SearchesScreen
from reader.tui.screens.table import TableScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.filter_bar import FilterBar
from reader.tui.widgets.find_bar import FindBar
from tests.readme import README, with_keys

OWNERS: dict[Scope, type[DOMNode]] = {
    Scope.APP: ReaderApp,
    Scope.MAIN: MainScreen,
    Scope.HITS: MainScreen,
    Scope.SEARCH: SearchScreen,
    Scope.QUERY: SearchScreen,
    Scope.SEARCHES: SearchesScreen,
    Scope.ARTICLE: ArticleView,
    Scope.SELECT: ArticleView,
    Scope.FIND: FindBar,
    Scope.TABLE: TableScreen,
    Scope.RANKINGS: RankingsScreen,
    Scope.PLOT: PlotScreen,
    Scope.FILTER: FilterBar,
    Scope.CARD: CardScreen,
    Scope.FINDINGS: FindingsScreen,
    Scope.MENTIONS: MentionsScreen,
    Scope.NAMES: NamesScreen,
    Scope.BESIDE: BesideScreen,
    Scope.CONCORDANCE: ConcordanceScreen,
    Scope.QUICK: QuickScreen,
    Scope.PANEL: PanelScreen,
}


@pytest.mark.parametrize("scope", Scope)
def test_no_key_has_two_meanings_in_a_scope(scope: Scope) -> None:
    keys = Counter(key for command in commands_of(scope) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize("scope", Scope)
def test_every_command_is_carried_out_by_every_screen_of_its_scope(scope: Scope) -> None:
    missing = [command.id for command in commands_of(scope) if not hasattr(OWNERS[scope], f"action_{command.id}")]
    assert missing == []


@pytest.mark.parametrize("scope", Scope)
def test_bindings_of_a_screen_are_those_of_its_commands(scope: Scope) -> None:
    scopes = [other for other in Scope if OWNERS[other] is OWNERS[scope]]
    declared = Binding.make_bindings(
        Binding(key, command.id) for other in scopes for command in commands_of(other) for key in command.keys
    )
    bound = Binding.make_bindings(OWNERS[scope].BINDINGS)
    assert {(b.key, b.action) for b in declared} == {(b.key, b.action) for b in bound}


def test_table_for_the_readme_has_every_key_of_every_command() -> None:
    rows = markdown_table().splitlines()[2:]
    assert len(rows) == len(COMMANDS)
    for row, command in zip(rows, COMMANDS, strict=True):
        assert f"| {command.help} |" in row
        assert [f"`{key_label(key)}`" in row for key in command.keys] == [True] * len(command.keys)


def test_key_labels_are_what_a_keyboard_says() -> None:
    assert [key_label(key) for key in ("ctrl+p", "shift+tab", "G", "?", "pagedown")] == [
        "Ctrl+P",
        "Shift+Tab",
        "G",
        "?",
        "PgDn",
    ]


def test_the_readme_has_this_table() -> None:
    text = README.read_text("utf-8")
    assert with_keys(text) == text, "run `python -m tests.readme`"
