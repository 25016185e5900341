"""Names are found off the screen's thread: the dictionary they need takes half a second to load."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Entity, Page


class NameFinder:
    """Finds the names of one page after the other, the page asked for last first.

    `deliver` is called in the finder's thread. The thread is a daemon, so that leaving the program waits for nothing.
    """

    def __init__(self, deliver: Callable[[Page, tuple[Entity, ...]], None]) -> None:
        self._deliver = deliver
        self._waiting: list[Page] = []
        self._asked: set[int] = set()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None

    def request(self, page: Page) -> None:
        """Ask for the names of a page; a page asked for twice is searched once."""
        with self._change:
            if id(page) in self._asked:
                # Still waiting: it is what the reader looks at now, so it goes before the others.
                self._waiting.sort(key=lambda waiting: waiting is page)
                return
            self._asked.add(id(page))
            self._waiting.append(page)
            self._change.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="names", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        from reader.annotate.page import annotate_names

        while True:
            with self._change:
                while not self._waiting:
                    self._change.wait()
                page = self._waiting.pop()
            self._deliver(page, annotate_names(page))
