"""Names are found off the screen's process: what finds them is asked from a thread that does nothing but wait."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotate.worker import NameWorker
    from reader.model import Entity, Page


class _Task(NamedTuple):
    page: Page
    words: bool
    """Its words are wanted; else its names."""


class NameFinder:
    """Finds the names of one page after the other, the page asked for last first, and the words of those asked for.

    `deliver`, `deliver_words` and `failed`, with what went wrong, are called in the finder's thread. The thread is a
    daemon, so that leaving the program waits for nothing.
    """

    def __init__(
        self,
        deliver: Callable[[Page, tuple[Entity, ...]], None],
        deliver_words: Callable[[Page, tuple[int, ...]], None],
        failed: Callable[[Page, Exception], None] = lambda _page, _error: None,
    ) -> None:
        self._failed = failed
        self._deliver = deliver
        self._deliver_words = deliver_words
        self._waiting: list[_Task] = []
        """What is done next stands last."""
        self._asked: set[tuple[str, str, bool]] = set()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._worker: NameWorker | None = None
        self._closed = False

    def request(self, page: Page) -> None:
        """Ask for the names of a page and then for its words; what was asked for before is not looked for again."""
        with self._change:
            for words in (True, False):
                if (page.source, page.text, words) not in self._asked:
                    self._asked.add((page.source, page.text, words))
                    self._waiting.append(_Task(page, words))
            # Still waiting or new: it is what the reader looks at now, so it goes before the others.
            self._waiting.sort(key=lambda task: task.page == page)
            self._change.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="names", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop the process; the program is about to end."""
        with self._change:
            self._waiting = []
            self._closed = True
        if self._worker is not None:
            self._worker.close()

    def _next(self) -> _Task:
        with self._change:
            while True:
                if self._waiting:
                    return self._waiting.pop()
                self._change.wait()

    def _run(self) -> None:
        from reader.annotate.reading import reading_of
        from reader.annotate.worker import NameWorker

        self._worker = NameWorker()
        while True:
            page, words = self._next()
            # A page that ends the process is left without marks; the others are not.
            try:
                reading = reading_of(page)
                if words:
                    self._deliver_words(page, self._worker.words_in(reading))
                else:
                    self._deliver(page, self._worker.names_in(reading))
            except Exception as error:
                if self._closed:
                    return
                if not words:
                    self._deliver(page, ())
                self._failed(page, error)
