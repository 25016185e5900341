"""A query carried out in threads as it is typed: results as they come, then what they count up to."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from reader.archive.figures import FigureIndex
from reader.search.conditions import Marks, asks_for_figures, asks_for_names
from reader.search.facets import Facets, count
from reader.search.reading import read_query
from reader.search.results import Order, search
from reader.tui.names_at_hand import NamesAtHand
from reader.tui.screens.search_session import SearchSession
from reader.tui.startup import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.archive.archive import Archive
    from reader.archive.snapshot import Snapshot
    from reader.search.query import Query
    from reader.search.results import Found

_REST = 10
"""How many times as long as a search took it is not made again by itself."""


class Seeking(Screen[SearchSession | None], inherit_bindings=False):
    """For a screen: `seek`, and what comes of it is told by messages. What was sought before is given up."""

    class Came(Message):
        """Articles have been found; `first` when they are the first of this query, or of this order."""

        def __init__(self, found: Found, *, first: bool) -> None:
            super().__init__()
            self.found = found
            self.first = first

    class Counted(Message):
        """What all of the articles count up to; the names of `named` pages are known."""

        def __init__(self, facets: Facets, named: int) -> None:
            super().__init__()
            self.facets = facets
            self.named = named

    class Waited(Message):
        """Nothing has come for longer than a person takes for at once."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive
        self._names = NamesAtHand()
        self._number = 0
        """Of the search that is wanted."""
        self._sign: Timer | None = None
        self._done = False
        """What was asked last has been answered."""
        self._due = 0.0
        self._asked: tuple[object, ...] = ()
        self._searched: Snapshot | None = None
        self.query_asked: Query | None = None
        self.order = Order.NEWEST
        self.figured: int | None = None
        """Pages whose figures are known, when the query asks for figures."""

    def on_mount(self) -> None:
        # The tables that queries are read with take a moment to make, and the first key should not wait for them.
        self.run_worker(_get_ready, thread=True, group="seek")

    def on_unmount(self) -> None:
        # What is under way ends soon.
        self._number += 1

    def seek(self, query: Query) -> None:
        """Search for a query, unless that is what is shown or sought."""
        snapshot, names, figures = self._archive.snapshot, self._archive.names, self._archive.figures
        asked = (query, self.order, len(names), len(figures) if asks_for_figures(query) else 0)
        if asked == self._asked and snapshot is self._searched:
            return
        # The same search again, because there are more pages or names now.
        again = asked[:2] == self._asked[:2] and self._done
        self._asked, self._searched, self.query_asked = asked, snapshot, query
        self._number += 1
        number, order, begun = self._number, self.order, time.monotonic()
        self._done = False
        if not again:
            self._stop_sign()
            self._sign = self.set_timer(PATIENCE, lambda: self.post_message(self.Waited()))

        def is_wanted() -> bool:
            return self._number == number

        def done() -> None:
            self._done = True
            self._due = time.monotonic() + _REST * (time.monotonic() - begun)

        def find() -> None:
            index = self._names.of(snapshot, names) if asks_for_names(query) else None
            known = FigureIndex(snapshot, figures) if asks_for_figures(query) else None
            self.figured = known.pages if known is not None else None
            first, found = not again, None
            for found in search(snapshot, query, order, Marks(index, known), is_wanted):
                if found.complete or not again:
                    self._hand_over(number, partial(self._come, found, first))
                    first = False
            if found is None or not found.complete or not is_wanted():
                return
            if index is None and not again:
                facets = count(snapshot, found.articles)
                self._hand_over(number, partial(self._count, facets, 0))
            index = index or self._names.of(snapshot, names)
            if (index is not None or again) and is_wanted():
                facets = count(snapshot, found.articles, index)
                self._hand_over(number, partial(self._count, facets, index.pages if index else 0))
            self._hand_over(number, done)

        self.run_worker(find, thread=True, group="seek")

    def seek_anew(self) -> None:
        """Search once more if there are other pages, or more names, than there were, or in another order."""
        if self.query_asked is not None:
            self.seek(self.query_asked)

    def seek_on(self) -> None:
        """As `seek_anew`, but not again and again when it takes long."""
        if self._done and time.monotonic() >= self._due:
            self.seek_anew()

    def _come(self, found: Found, first: bool) -> None:
        self._stop_sign()
        self.post_message(self.Came(found, first=first))

    def _count(self, facets: Facets, named: int) -> None:
        self.post_message(self.Counted(facets, named))

    def _stop_sign(self) -> None:
        if self._sign is not None:
            self._sign.stop()
            self._sign = None

    def _hand_over(self, number: int, show: Callable[[], None]) -> None:
        def show_if_wanted() -> None:
            if self._number == number:
                show()

        # The loop is closed when the reader has left the program meanwhile.
        with suppress(RuntimeError):
            self.app.call_from_thread(show_if_wanted)


def _get_ready() -> None:
    read_query("字 >1亿元")
