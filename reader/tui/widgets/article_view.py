"""The third pane: one article, and the commands that work in it while it has the focus."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.commands import Scope, commands_of
from reader.tui.article.selecting import Selecting
from reader.tui.bindings import bindings_of

_BY_KEYS = frozenset(command.id for command in commands_of(Scope.SELECT)) - {
    command.id for command in commands_of(Scope.ARTICLE)
}


class ArticleView(Selecting):
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.ARTICLE, Scope.SELECT)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _BY_KEYS:
            return self.by_keys or (action == "select_none" and self.selection is not None)
        if action in ("select", "row_spacing"):
            return self.article is not None and not self.by_keys
        return True

    def action_select(self) -> None:
        self.begin_by_keys()

    def action_select_none(self) -> None:
        self.select_nothing()

    def action_select_left(self) -> None:
        self.extend("character", -1)

    def action_select_right(self) -> None:
        self.extend("character", 1)

    def action_select_up(self) -> None:
        self.extend("row", -1)

    def action_select_down(self) -> None:
        self.extend("row", 1)

    def action_select_word_back(self) -> None:
        self.extend("word", -1)

    def action_select_word(self) -> None:
        self.extend("word", 1)

    def action_select_sentence_back(self) -> None:
        self.extend("sentence", -1)

    def action_select_sentence(self) -> None:
        self.extend("sentence", 1)

    def action_select_paragraph_back(self) -> None:
        self.extend("paragraph", -1)

    def action_select_paragraph(self) -> None:
        self.extend("paragraph", 1)

    def action_select_first(self) -> None:
        self.extend_to_end(-1)

    def action_select_last(self) -> None:
        self.extend_to_end(1)

    def action_swap_ends(self) -> None:
        self.swap_ends()

    def action_copy(self) -> None:
        self.copy(with_citation=False)

    def action_copy_cited(self) -> None:
        self.copy(with_citation=True)

    def action_row_spacing(self) -> None:
        self.spaced = not self.spaced
        self.lay_anew()
