"""Names and figures of the article that is read: marked, pointed at, and looked up in all pages."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message

from reader.i18n import _, ngettext
from reader.model import Number
from reader.tui.screens.article_commands import ArticleCommands
from reader.tui.sparing import sparing
from reader.tui.startup import PATIENCE
from reader.typeset.labels import name_counts, safe

if TYPE_CHECKING:
    import datetime as dt

    from textual.timer import Timer

    from reader.archive.archive import Archive
    from reader.model import Entity, Page
    from reader.search.mentions import Mention, Mentions
    from reader.tui.article.pointing import Pointing
    from reader.tui.marking import Marking
    from reader.tui.screens.table import TableScreen

NAMES_AFTER = 0.3
"""Seconds of rest after which names are looked for: loading the dictionary holds up keys for a moment."""


_AT_ONCE = 60_000
"""Characters of a page whose figures are found before the next key: a few milliseconds for a page of the usual size."""


class NamesFound(Message):
    """The names, the words or the figures of a page have been found."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page


class Naming(ArticleCommands, inherit_bindings=False):
    """`m` points at a mark and says what it stands for; `Enter` on a name lists where else it stands."""

    _archive: Archive

    def __init__(self, measure: int) -> None:
        super().__init__(measure)
        self._table: TableScreen | None = None

    def read_place(self, source: str, place: int) -> bool:
        """Bring an article, by its page and its place there, onto the screen, and give its text the focus."""
        raise NotImplementedError

    @cached_property
    def _marking(self) -> Marking:
        # Imported here because the first screen can do without.
        from reader.tui.marking import Marking

        return Marking(self._names_found, self._names_failed)

    def on_unmount(self) -> None:
        self._marking.close()

    def on_pointing_pointed(self, event: Pointing.Pointed) -> None:
        mark = self._mark_pointed_at
        if mark is None:
            return
        self._describe(mark)
        self.refresh_bindings()
        if event.chosen and not isinstance(mark, Number):
            self._list_mentions(mark)

    def _describe(self, mark: Number | Entity) -> None:
        from reader.tui.values import describe

        self.bar.say(describe(mark, self._page_date()))

    @property
    def _mark_pointed_at(self) -> Number | Entity | None:
        offset, page = self.view.pointed, self.view.page_shown
        return None if offset is None or page is None else self._marking.at(page, offset)

    def _page_date(self) -> dt.date | None:
        page = self.view.page_shown
        return page.date.value if page is not None else None

    def _names_found(self, page: Page) -> None:
        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.post_message(NamesFound(page))

    def _names_failed(self, page: Page, error: Exception) -> None:
        from reader.annotate.worker import WorkerError
        from reader.source.problems import Problem

        if isinstance(error, WorkerError):
            reason = _("its names are not marked: {error}").format(error=error)
            self._archive.note(Problem(page.source, reason, opened=True, report=error.report))
        else:
            self._archive.failed(page.source, error)

    def on_names_found(self, event: NamesFound) -> None:
        if self.view.page_shown == event.page:
            with sparing(self, event.page):
                self._show_marks(event.page)

    def _show_marks(self, page: Page) -> None:
        self.view.know_words(self._marking.words(page))
        self.view.set_marks(*self._marking.known(page))
        if self._table is not None and self._table.is_current:
            # Names are found while the table is looked at.
            self._table.grid.mark(self.view.cell_marks())
        title = _("Article")
        if self.article:
            counts = name_counts(self.article, self._marking.names(page))
            title = " · ".join([title, *counts])
        self.view.border_title = title

    def _mark(self, page: Page) -> None:
        """Find numbers, and ask for names, of a page that has been painted and is still being looked at."""
        if self.view.page_shown is page:
            if len(page.text) > _AT_ONCE:
                # Thousands of figures may stand there: keys would wait for them.
                self.run_worker(lambda: self._find_aside(page), thread=True, group="figures")
            else:
                with sparing(self, page):
                    self._marking.find_numbers(page)
            with sparing(self, page):
                self._show_marks(page)
            self.set_timer(NAMES_AFTER, lambda: self._ask_for_names(page))

    def _find_aside(self, page: Page) -> None:
        with sparing(self, page):
            self._marking.find_numbers(page)
        self._names_found(page)

    def _ask_for_names(self, page: Page) -> None:
        if self.view.page_shown is page:
            self._marking.request_names(page)

    def action_mark_unsure(self) -> None:
        self._marking.unsure = not self._marking.unsure
        if self.view.page_shown is not None:
            self._show_marks(self.view.page_shown)
        self.bar.say(_("unsure names marked too") if self._marking.unsure else _("only sure names marked"))

    def action_next_mark(self) -> None:
        self._point(1)

    def action_previous_mark(self) -> None:
        self._point(-1)

    def _point(self, step: int) -> None:
        self.set_focus(self.view, scroll_visible=False)
        if not self.view.point(step):
            self.bar.say(_("No further mark") if step > 0 else _("No mark before"))

    def _list_mentions(self, name: Entity) -> None:
        """Look a name up in all pages, in a thread, and list where it stands."""
        text = "".join(name.text.split())
        waiting = self.set_timer(PATIENCE, lambda: self.bar.say(_("Looking for {name} …").format(name=safe(text))))

        def find() -> None:
            from reader.search.mentions import Mentions

            mentions = Mentions(self._archive.snapshot, text)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._show_mentions, mentions, waiting)

        self.run_worker(find, thread=True, exclusive=True, group="mentions")

    def _show_mentions(self, mentions: Mentions, waiting: Timer) -> None:
        from reader.search.mentions import page_offset
        from reader.tui.screens.mentions import MentionsScreen

        waiting.stop()
        here, mark, name = self.view.pointed, self._mark_pointed_at, mentions.text
        if mark is None or "".join(mark.text.split()) != name or not self.is_current:
            # The reader has gone on meanwhile.
            return
        self._describe(mark)
        article, page = self.article, self.view.page_shown
        assert article is not None  # noqa: S101 - a mark stands in an article
        assert page is not None  # noqa: S101 - on a page
        number = self._archive.snapshot.page_numbers.get(page.source)
        own = -1 if number is None else self._archive.snapshot.page(number).first + page.articles.index(article)
        cursor = next(
            (
                at
                for at in range(len(mentions))
                if mentions.article_at(at) == own and page_offset(article, page, mentions[at].at) == here
            ),
            0,
        )
        template = ngettext("{name}: {count} mention", "{name}: {count} mentions", len(mentions))
        title = template.format(name=safe(name), count=len(mentions))
        self.app.push_screen(MentionsScreen(title, mentions, cursor), self.go_to_mention)

    def go_to_mention(self, mention: Mention | None) -> None:
        if mention is None or not self.read_place(mention.article.source, mention.article.place):
            return
        from reader.search.mentions import page_offset

        article, page = self.article, self.view.page_shown
        offset = page_offset(article, page, mention.at) if article is not None and page is not None else None
        if offset is not None:
            self.call_after_refresh(self.view.go, offset)
