"""What can be done with the article that is being read: how it is set, what is marked in it, what is copied from it."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from textual.screen import Screen

from reader.commands import Scope
from reader.i18n import _, ngettext
from reader.theme import MarkClass
from reader.tui.startup import PATIENCE
from reader.tui.widgets.command_bar import CommandBar
from reader.typeset.labels import repair_name, safe

if TYPE_CHECKING:
    from reader.model import Article
    from reader.tui.article.pane import ArticlePane
    from reader.tui.article.selecting import Selecting
    from reader.tui.clipboard import Copied
    from reader.tui.widgets.article_view import ArticleView

STEP = 4
"""Cells by which rows are made narrower and wider: two Han characters."""


class ArticleCommands(Screen[None], inherit_bindings=False):
    """A screen with an article, set in rows of at most `measure` cells, and a command bar."""

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self.bar = CommandBar(Scope.MAIN)

    @cached_property
    def view(self) -> ArticleView:
        """Made when it is first wanted: a screen can be painted before what sets articles is loaded."""
        from reader.tui.widgets.article_view import ArticleView

        view = ArticleView(id="article")
        view.widest = self._measure
        view.border_title = _("Article")
        return view

    @property
    def has_view(self) -> bool:
        """Whether it has been made."""
        return "view" in self.__dict__

    @property
    def article(self) -> Article | None:
        """The article that is being read."""
        return self.view.article if self.has_view else None

    def action_pages(self) -> None:
        from reader.tui.sheet import PAGES_FROM

        self.view.paged = not self.view.paged
        if self.view.paged and self.view.size.width < PAGES_FROM <= self.size.width:
            self.give_it_all()
        self.view.lay_anew()
        if not self.view.paged:
            self.bar.say(_("one column to scroll through"))
        elif self.size.width < PAGES_FROM:
            self.bar.say(_("newspaper columns need {cells} cells").format(cells=PAGES_FROM))
        else:
            self.view.tell_page()

    def give_it_all(self) -> None:
        """Give the article the whole screen."""
        raise NotImplementedError

    def action_narrower(self) -> None:
        self._set_measure(-STEP)

    def action_wider(self) -> None:
        self._set_measure(STEP)

    def _set_measure(self, step: int) -> None:
        self.view.set_measure(self.view.widest + step)
        shown, wanted = self.view.measure, self.view.widest
        if shown < wanted:
            self.bar.say(_("rows of {cells} cells, as many as there is room for").format(cells=shown))
        else:
            self.bar.say(_("rows of {cells} cells").format(cells=shown))

    def action_show_edits(self) -> None:
        self.view.edits_shown = not self.view.edits_shown
        self.view.refresh()
        self.bar.say(_("repairs marked") if self.view.edits_shown else _("repairs plain"))

    def action_as_printed(self) -> None:
        if self.article is None:
            return
        self.view.turn(printed=not self.view.printed)
        if not self.view.printed:
            self.bar.say(_("as read"))
            return
        count = len(self.article.repairs)
        template = ngettext("as printed, {count} repair undone", "as printed, {count} repairs undone", count)
        self.bar.say(template.format(count=count) if count else _("as printed; nothing had to be put right"))

    def action_repairs(self) -> None:
        if self.article is not None:
            lines = [(repair_name(repair.kind), safe(repair.note)) for repair in self.article.repairs]
            nothing = [("", _("Nothing had to be put right."))]
            from reader.tui.screens.panel import PanelScreen

            self.app.push_screen(PanelScreen(_("What was put right"), lines or nothing))

    def action_mark_figures(self) -> None:
        self._toggle(MarkClass.FIGURES, _("figures"))

    def action_mark_dates(self) -> None:
        self._toggle(MarkClass.DATES, _("dates"))

    def action_mark_persons(self) -> None:
        self._toggle(MarkClass.PERSONS, _("persons"))

    def action_mark_places(self) -> None:
        self._toggle(MarkClass.PLACES, _("places"))

    def action_mark_organisations(self) -> None:
        self._toggle(MarkClass.ORGANISATIONS, _("organisations"))

    def _toggle(self, mark: MarkClass, name: str) -> None:
        template = _("{marks} highlighted") if self.view.toggle(mark) else _("{marks} plain")
        self.bar.say(template.format(marks=name))

    def action_select(self) -> None:
        self.set_focus(self.view, scroll_visible=False)
        self.view.begin_by_keys()

    def action_copy(self) -> None:
        self.view.copy(with_citation=False)

    def action_copy_cited(self) -> None:
        self.view.copy(with_citation=True)

    def serve(self) -> None:
        """Have the command bar show what can be done where the focus is."""
        if not self.has_view:
            self.bar.serve(Scope.MAIN)
        elif self.view.by_keys:
            self.bar.serve(Scope.SELECT)
        elif self.view.has_focus:
            self.bar.serve(Scope.ARTICLE, Scope.MAIN)
        else:
            self.bar.serve(Scope.MAIN)

    def on_article_pane_turned(self, event: ArticlePane.Turned) -> None:
        self.bar.say(_("page {number} of {count}").format(number=event.number, count=event.count))

    def on_selecting_changed(self, event: Selecting.Changed) -> None:
        self.serve()
        self.refresh_bindings()

    def on_selecting_copied(self, event: Selecting.Copied) -> None:
        """Hand a text to the clipboard in a thread, for programs are waited for, and say who took it."""
        waiting = self.set_timer(PATIENCE, lambda: self.bar.say(_("copying …")))

        def hand_over() -> None:
            from reader.tui.clipboard import copy

            copied = copy(event.text, self.app.copy_to_clipboard)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(said, copied)

        def said(copied: Copied) -> None:
            waiting.stop()
            template = _("the whole article: {outcome}") if event.whole else "{outcome}"
            self.bar.say(template.format(outcome=copied.sentence()))

        self.run_worker(hand_over, thread=True, group="copy")
