"""The lists as pages are parsed, change and vanish, without the reader losing the place."""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from reader.i18n import _, language, ngettext
from reader.tui.screens.naming import Naming
from reader.typeset.labels import file_label, safe

if TYPE_CHECKING:
    from reader.archive.snapshot import Snapshot
    from reader.source.problems import Problem

_REST = 1.0
"""Seconds between two looks at what has come, at least."""
_SHARE = 20
"""What a look costs hangs on how large the archive is: no more than this part of the time is spent on looking."""
_ANSWER = 0.08
"""Seconds after a key in which it is answered, and nothing else begun."""
_PATIENCE = 2.0
_BAR = 8
"""Cells of the bar of progress."""


class ArchiveNews(Message):
    """The archive has something new to tell."""


class KeepingUp(Naming, inherit_bindings=False):
    """Looks at what the archive's process tells, in a thread, not more often than once a second."""

    _looking = False
    _looked = 0.0
    _cost = 0.0
    _due = 0.0
    _more = False
    _told_problems = 0
    _told_failures = 0
    _told = 0
    _told_end = False

    def on_mount(self) -> None:
        self._tell_problems()
        self._archive.notify(self._hear)
        if self._archive.paths:
            # Only when the first screen has been painted: it has the first pages from the cache.
            self.call_after_refresh(self._archive.start, language())

    def on_unmount(self) -> None:
        self._archive.notify(None)

    def take_up(self, before: Snapshot) -> None:
        """Show what is different from a moment ago."""
        raise NotImplementedError

    def _hear(self) -> None:
        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.post_message(ArchiveNews())

    def on_archive_news(self) -> None:
        self._tell_problems()
        self._tell_progress()
        self._tell_end()
        if self._looking:
            self._more = True
            return
        self._looking, self._more = True, False
        wait = (
            self._looked + max(_REST, _SHARE * self._cost) - time.monotonic() if self._archive.snapshot.pages else 0.0
        )
        self._due = time.monotonic() + max(wait, 0.0)
        if wait > 0:
            self.set_timer(wait, self._look)
        else:
            self._look()

    def _look(self) -> None:
        """Look when no key is being answered, but do not wait for that forever."""
        now = time.monotonic()
        rest = self._archive.hushed + _ANSWER - now
        if rest > 0 and now < self._due + _PATIENCE:
            self.set_timer(rest, self._look)
            return
        before, begun = self._archive.snapshot, time.monotonic()

        def look() -> None:
            changed = self._archive.look()
            # The loop is closed when the reader has left the program meanwhile.
            with suppress(RuntimeError):
                self.app.call_from_thread(self._looked_up, before, changed, time.monotonic() - begun)

        self.run_worker(look, thread=True, group="archive")

    def _looked_up(self, before: Snapshot, changed: bool, cost: float) -> None:
        self._looking, self._looked, self._cost = False, time.monotonic(), cost
        if changed:
            self.take_up(before)
            self.call_after_refresh(_set_aside)
        if self._more:
            self.on_archive_news()

    def action_stop_parsing(self) -> None:
        if self._archive.progress.stopped:
            self._archive.go_on()
            self.bar.say(_("parsing goes on"))
        elif self._archive.progress.waiting:
            self._archive.stop()
            self.bar.say(_("parsing stopped; pages are parsed when they are opened"))
        else:
            self.bar.say(_("every page is parsed"))
        self._tell_progress()

    def _tell_progress(self) -> None:
        progress = self._archive.progress
        done = progress.count - progress.waiting
        if not progress.waiting or not progress.count:
            self.bar.keep("")
            return
        filled = _BAR * done // progress.count
        template = _("{done} of {count} pages {bar}")
        if progress.stopped:
            template = _("{done} of {count} pages, stopped")
        self.bar.keep(template.format(done=done, count=progress.count, bar="▰" * filled + "▱" * (_BAR - filled)))

    def _tell_end(self) -> None:
        if self._archive.progress.ended and not self._told_end:
            self._told_end = True
            self.bar.say(_("the process that parses pages has ended; the rest is parsed at the next start"))

    def _tell_problems(self) -> None:
        failures = self._archive.failures
        if len(failures) > self._told_failures:
            self.bar.say(_told_of(failures[-1]))
        self._told_failures = len(failures)
        count = len(self._archive.problems)
        if count > self._told_problems:
            template = ngettext("{count} problem – P lists it", "{count} problems – P lists them", count)
            self.bar.say(template.format(count=count))
        self._told_problems = count
        sentences = self._archive.said[self._told :]
        self._told += len(sentences)
        for sentence in sentences:
            self.bar.say(safe(sentence))


def _told_of(failure: Problem) -> str:
    file = file_label(failure.path)
    if not failure.report:
        return safe(f"{file}: {failure.reason}")
    if not failure.path:
        return _("the program failed – P says more")
    return _("the program failed on {file} – P says more").format(file=file)


def _set_aside() -> None:
    """Have garbage be looked for in what is made from now on: the lists of a large archive are gone through at every
    full collection otherwise, which holds up a key."""
    gc.collect()
    gc.freeze()
