"""The audit of the page that is being read, and the way to the figures it objects to."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.i18n import _, ngettext
from reader.tui.screens.article_commands import ArticleCommands
from reader.tui.sparing import sparing
from reader.tui.startup import PATIENCE

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.audit import Finding
    from reader.model import Article, Page


class Checking(ArticleCommands, inherit_bindings=False):
    """`!` recomputes what can be recomputed on the page, in a thread, and lists what disagrees."""

    def read_article(self, article: Article) -> None:
        """Bring an article onto the screen, and give its text the focus."""
        raise NotImplementedError

    def action_check(self) -> None:
        page = self.view.page_shown
        if page is None:
            return
        waiting = self.set_timer(PATIENCE, lambda: self.bar.say(_("recomputing …")))

        def recompute() -> None:
            # Imported here because the first screen can do without.
            from reader.audit import audit

            found: tuple[Finding, ...] | None = None
            with suppress(RuntimeError), sparing(self, page):
                found = audit(page)
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._show_findings, page, found, waiting)

        self.run_worker(recompute, thread=True, exclusive=True, group="check")

    def _show_findings(self, page: Page, found: tuple[Finding, ...] | None, waiting: Timer) -> None:
        waiting.stop()
        if found is None:
            return
        if page is not self.view.page_shown or not self.is_current:
            # The reader has gone on meanwhile.
            return
        if not found:
            self.bar.say(_("nothing on this page disagrees with what follows from it"))
            return
        from reader.tui.screens.findings import FindingsScreen

        self.bar.say("")
        here = self.article.id if self.article else None
        cursor = next((at for at, one in enumerate(found) if one.article == here), 0)
        template = ngettext("{count} finding on this page", "{count} findings on this page", len(found))
        title = template.format(count=len(found))
        self.app.push_screen(FindingsScreen(title, page, found, cursor), lambda one: self._go_to_finding(page, one))

    def _go_to_finding(self, page: Page, one: Finding | None) -> None:
        article = next((each for each in page.articles if one is not None and each.id == one.article), None)
        if one is None or article is None:
            return
        self.read_article(article)
        if one.table is not None and one.row is not None:
            self.call_after_refresh(self.view.go_to_row, one.table, one.row, one.span.start)
        else:
            self.call_after_refresh(self.view.go, one.span.start)
