"""Names are found off the screen's process: what finds them is asked from a thread that does nothing but wait."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotate.worker import NameWorker
    from reader.model import Entity, Page


class NameFinder:
    """Finds the names of one page after the other, the page asked for last first.

    `deliver` is called in the finder's thread. The thread is a daemon, so that leaving the program waits for nothing.
    """

    def __init__(self, deliver: Callable[[Page, tuple[Entity, ...]], None]) -> None:
        self._deliver = deliver
        self._waiting: list[Page] = []
        self._later: list[Page] = []
        self._asked: set[int] = set()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._worker: NameWorker | None = None

    def request(self, page: Page) -> None:
        """Ask for the names of a page; a page asked for twice is searched once."""
        with self._change:
            if id(page) in self._asked:
                # Still waiting: it is what the reader looks at now, so it goes before the others.
                self._waiting.sort(key=lambda waiting: waiting is page)
            else:
                self._asked.add(id(page))
                self._waiting.append(page)
                self._change.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="names", daemon=True)
            self._thread.start()

    def later(self, pages: Iterable[Page]) -> None:
        """Pages to look through when none is asked for."""
        with self._change:
            self._later = list(pages)[::-1]
            self._change.notify()

    def close(self) -> None:
        """Stop the process; the program is about to end."""
        with self._change:
            self._waiting, self._later = [], []
        if self._worker is not None:
            self._worker.close()

    def _next(self) -> Page:
        with self._change:
            while True:
                if self._waiting:
                    return self._waiting.pop()
                while self._later:
                    page = self._later.pop()
                    if id(page) not in self._asked:
                        self._asked.add(id(page))
                        return page
                self._change.wait()

    def _run(self) -> None:
        from reader.annotate.reading import reading_of
        from reader.annotate.worker import NameWorker, WorkerError

        self._worker = NameWorker()
        while True:
            page = self._next()
            try:
                names = self._worker.names_in(reading_of(page))
            except WorkerError:
                # A page that ends the process is left without marks; the others are not.
                names = ()
            self._deliver(page, names)
