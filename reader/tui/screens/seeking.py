"""A query carried out in threads as it is typed: results as they come, then what they count up to."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from reader.search.facets import Facets, count
from reader.search.query import Field, FieldKind
from reader.search.results import Order, search
from reader.tui.names_at_hand import NamesAtHand
from reader.tui.screens.search_session import SearchSession
from reader.tui.startup import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from reader.archive.archive import Archive
    from reader.search.query import Query
    from reader.search.results import Found

_NAMES = frozenset({FieldKind.PERSON, FieldKind.PLACE, FieldKind.ORGANISATION})


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
        self._asked: tuple[object, ...] = ()
        self.query_asked: Query | None = None
        self.order = Order.NEWEST

    def on_unmount(self) -> None:
        # What is under way ends soon.
        self._number += 1

    def seek(self, query: Query) -> None:
        """Search for a query, unless that is what is shown or sought."""
        snapshot, names = self._archive.snapshot, self._archive.names
        asked = (query, self.order, id(snapshot), len(names))
        if asked == self._asked:
            return
        # The same search again, because there are more pages or names now.
        again = asked[:2] == self._asked[:2]
        self._asked, self.query_asked = asked, query
        self._number += 1
        number, order = self._number, self.order
        if not again:
            self._stop_sign()
            self._sign = self.set_timer(PATIENCE, lambda: self.post_message(self.Waited()))

        def is_wanted() -> bool:
            return self._number == number

        def find() -> None:
            index = self._names.of(snapshot, names) if asks_for_names(query) else None
            first, found = not again, None
            for found in search(snapshot, query, order, index, is_wanted):
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

        self.run_worker(find, thread=True, group="seek")

    def seek_anew(self) -> None:
        """Search once more if there are other pages, or more names, than there were."""
        if self.query_asked is not None:
            self.seek(self.query_asked)

    @property
    def seeks(self) -> bool:
        """Whether something is sought of which nothing has come yet."""
        return self._sign is not None

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


def asks_for_names(query: Query) -> bool:
    """Whether a query is about persons, places or organisations, so that names have to be known."""
    items = (item for clause in query.clauses for item in clause.items)
    return any(isinstance(item, Field) and item.kind in _NAMES for item in items)
