"""The way to the search in all pages, and through what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands import Scope
from reader.i18n import _
from reader.tui.screens.find_commands import FindCommands

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.tui.screens.search import SearchScreen
    from reader.tui.screens.search_session import SearchSession
    from reader.typeset.sections import Place

_NAME = "search"
_AHEAD = 1.0
"""Seconds after which what the search needs is imported, so that it opens at once."""


class Searching(FindCommands, inherit_bindings=False):
    """`n` and `N` go through the hits of an article and on to the next article; `Esc` goes back to the list of them."""

    _archive: Archive

    def __init__(self, measure: int) -> None:
        super().__init__(measure)
        self._search: SearchScreen | None = None
        """Kept as it was left."""
        self._session: SearchSession | None = None

    def on_mount(self) -> None:
        self.set_timer(_AHEAD, lambda: self.run_worker(_get_ready, thread=True, group="search"))

    def read_place(self, source: str, place: int) -> bool:
        """Bring an article, by its page and its place there, onto the screen, and give its text the focus."""
        raise NotImplementedError

    def action_search(self) -> None:
        self._open_search(at_line=True)

    def action_results(self) -> None:
        self._open_search(at_line=False)

    def _open_search(self, *, at_line: bool) -> None:
        if self._search is None:
            # Imported here because the first screen can do without.
            from reader.tui.screens.search import SearchScreen

            self._search = SearchScreen(self._archive)
            # One that is installed outlives being left.
            self.app.install_screen(self._search, _NAME)
        session = self._session
        self._search.open_at(None if at_line or session is None else session)
        self.app.push_screen(self._search, self._left_search)

    def _left_search(self, session: SearchSession | None) -> None:
        if session is None:
            self._end_session()
        else:
            self._session = session
            self._read_result(1)

    def _end_session(self) -> None:
        if self._session is not None:
            self._session = None
            self.view.find("")
            self.bar.say("")
            self.serve()

    def _read_result(self, step: int) -> None:
        """Show the article of the session at its first hit (`step` 1), its last (-1), or the one it was opened at."""
        session = self._session
        assert session is not None  # noqa: S101 - there is one when it is gone on in
        entry = session.entry
        if not self.read_place(entry.source, entry.place):
            self.bar.say(_("the article is gone"))
            return
        self.view.find_all(session.texts, self._place_opened_at())
        if step < 0:
            self.view.to_hit(-1)
        # The rows may be broken anew, for the article has come to the front.
        self.call_after_refresh(self.view.bring_hit)
        self.serve()
        self.refresh_bindings()
        self._say_where()

    def _place_opened_at(self) -> Place:
        from reader.typeset.sections import BEGINNING, place_at

        session, article, page = self._session, self.article, self.view.page_shown
        if session is None or session.offset is None or article is None or page is None:
            return BEGINNING
        from reader.search.mentions import page_offset

        offset = page_offset(article, page, session.offset)
        return BEGINNING if offset is None else place_at(self.view.flow, offset)

    def _say_where(self) -> None:
        session = self._session
        assert session is not None  # noqa: S101 - see above
        where = _("article {number}/{count}").format(number=f"{session.index + 1:,}", count=f"{session.count:,}")
        if self.view.hits:
            hit = _("hit {number}/{count}").format(number=self.view.hit_number, count=self.view.hits)
            where = f"{hit} · {where}"
        self.bar.say(where)

    @property
    def _is_at_result(self) -> bool:
        """Whether what is read is the article of the session, and not one the reader has turned to since."""
        session, article, page = self._session, self.article, self.view.page_shown
        if session is None or article is None or page is None or page.source != session.entry.source:
            return False
        return session.entry.place < len(page.articles) and page.articles[session.entry.place] is article

    def action_next_hit(self) -> None:
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        if not self._is_at_result:
            super()._go_on(step)
            return
        number = self.view.hit_number + step
        if self.view.hits and (self.view.hit_number == 0 or 1 <= number <= self.view.hits):
            self.view.find_next(step)
            self._say_where()
        else:
            self._step_article(step)

    def action_next_result(self) -> None:
        self._step_article(1, to_last=False)

    def action_previous_result(self) -> None:
        self._step_article(-1, to_last=False)

    def _step_article(self, step: int, *, to_last: bool = True) -> None:
        session = self._session
        if session is None:
            return
        if session.step(step):
            self._read_result(step if to_last else 1)
        else:
            self.bar.say(_("No further result") if step > 0 else _("No result before"))

    async def action_find(self) -> None:
        self._end_session()
        await super().action_find()

    def serve(self) -> None:
        if self._session is not None and self.view.has_focus and not self.view.by_keys:
            self.bar.serve(Scope.HITS, Scope.ARTICLE, Scope.MAIN)
        else:
            super().serve()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("results", "next_result", "previous_result"):
            at_article = self._session is not None and self.view.has_focus
            return at_article and (action != "results" or self.view.pointed is None)
        return True


def _get_ready() -> None:
    import reader.tui.screens.search  # noqa: F401
