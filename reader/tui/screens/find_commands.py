"""Finding in the article that is being read, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.screens.article_commands import ArticleCommands

if TYPE_CHECKING:
    from reader.tui.widgets.find_bar import FindBar
    from reader.typeset.sections import Place


FIND_BAR_AFTER = 0.2
"""Seconds of rest after which the line is made."""


class FindCommands(ArticleCommands, inherit_bindings=False):
    """`/` opens the line in which a text is typed, in the place of the command bar."""

    def __init__(self, measure: int) -> None:
        super().__init__(measure)
        self._find_bar: FindBar | None = None
        self._from: Place | None = None
        """What stood first in view when the line was opened."""

    def on_mount(self) -> None:
        # Made when the first screen has been painted, so that it is there when it is asked for.
        self.set_timer(FIND_BAR_AFTER, self._make_ahead)

    async def _make_ahead(self) -> None:
        # The reader may have left the program meanwhile.
        if self.is_attached:
            await self._made()

    async def _made(self) -> FindBar:
        if self._find_bar is None:
            # Imported here because the first screen can do without.
            from reader.tui.widgets.find_bar import FindBar

            self._find_bar = FindBar()
            self._find_bar.display = False
            await self.mount(self._find_bar)
        return self._find_bar

    async def action_find(self) -> None:
        if self.article is None:
            return
        self._from = self.view.place
        find_bar = await self._made()
        find_bar.input.value = ""
        self.bar.display = False
        find_bar.display = True
        self.set_focus(find_bar.input)

    def on_find_bar_typed(self, event: FindBar.Typed) -> None:
        assert self._from is not None  # noqa: S101 - set when the line was opened
        self.view.find(event.text, self._from)
        if not self.view.hits:
            self.view.return_to(self._from)
        self._count()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self.view.find_next(event.step)
        self._count()

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        if not event.stay:
            self.view.find("")
            if self._from is not None:
                self.view.return_to(self._from)
        if self._find_bar is not None:
            self._find_bar.display = False
        self.bar.display = True
        if not event.left:
            self.set_focus(self.view, scroll_visible=False)
        self.bar.say(self._found() if self.view.wanted else "")

    def action_next_hit(self) -> None:
        self._go_on(1)

    def action_previous_hit(self) -> None:
        self._go_on(-1)

    def forget_hits(self) -> bool:
        """Mark no hits any more; false when there were none to forget."""
        wanted = self.view.wanted
        if wanted:
            self.view.find("")
        return bool(wanted)

    def _go_on(self, step: int) -> None:
        if not self.view.wanted:
            self.bar.say(_("Nothing to find yet: / asks for it"))
        else:
            self.view.find_next(step)
            self.bar.say(self._found())

    def _count(self) -> None:
        if self._find_bar is not None:
            self._find_bar.count.say(self._found() if self.view.wanted else "")

    def _found(self) -> str:
        if not self.view.hits:
            return _("not in this article")
        return f"{self.view.hit_number}/{self.view.hits}"
