"""Queries asked before, and those the reader has saved: a file in the folder of what is kept between two readings.

    $XDG_STATE_HOME/reader/searches.json    {"version": 1, "recent": [query, …], "saved": [query, …]}

Newest first, each query once. The file is written whole. Each change is made to what the file says at that moment, so
that two readers at once keep what either asks; a change that could not be written is made again with the next one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.i18n import _
from reader.privatefiles import alone, clear_drafts, make_private, read_plain, write_whole

MOST = 200
"""Queries that are remembered without being saved."""
LONGEST = 2000
"""Characters of a query that is remembered."""
_NAME, _DAMAGED, _LOCK = "searches.json", "searches-damaged.json", "searches.lock"
_VERSION = 1


class Searches(NamedTuple):
    recent: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()


class _DamagedFileError(Exception):
    """The file is not what was written."""


class SearchHistory:
    """What is kept in `folder`, which is made when there is something to keep. For one thread at a time.

    `searches` is what was there at the last look; `fault` says, in the language in use, what the reader has to do
    without, and is empty when all is well.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unwritten: list[Callable[[Searches], Searches]] = []
        self.searches = Searches()
        self.fault = ""

    def look(self) -> Searches:
        """Read what is there now."""
        self.fault = ""
        try:
            found = self._read()
        except _DamagedFileError:
            found = Searches()
            self.fault = _("{file} is damaged; earlier searches are not known").format(file=_NAME)
        except OSError as error:
            found = self.searches
            self.fault = _("Earlier searches cannot be read: {reason}").format(reason=error.strerror or error)
        for change in self._unwritten:
            found = change(found)
        self.searches = found
        return found

    def add(self, query: str) -> None:
        """Remember a query as the newest one."""
        if query.strip() and len(query) <= LONGEST:
            self._change(lambda now: now._replace(recent=_first(query.strip(), now.recent)[:MOST]))

    def toggle_saved(self, query: str) -> bool:
        """Save a query, or save it no more; whether it is saved now."""
        query = query.strip()
        if not query or len(query) > LONGEST:
            return False
        if query in self.look().saved:
            self._change(lambda now: now._replace(saved=_without(query, now.saved)))
        else:
            self._change(lambda now: now._replace(saved=_first(query, now.saved)))
        return query in self.searches.saved

    def forget(self, query: str) -> None:
        """Neither remember nor save it any more."""
        self._change(lambda now: Searches(_without(query, now.recent), _without(query, now.saved)))

    def _change(self, change: Callable[[Searches], Searches]) -> None:
        self._unwritten.append(change)
        try:
            make_private(self._folder)
            with alone(self._folder / _LOCK):
                clear_drafts(self._folder)
                self.look()
                if self.fault:
                    # Kept aside, for it may be put right by hand.
                    with suppress(OSError):
                        (self._folder / _NAME).replace(self._folder / _DAMAGED)
                fault = self.fault
                write_whole(self._folder, _NAME, _packed(self.searches), durable=True)
            self._unwritten.clear()
            self.fault = fault
        except OSError as error:
            self.look()
            self.fault = _("Searches cannot be kept: {reason}").format(reason=error.strerror or error)

    def _read(self) -> Searches:
        try:
            data = read_plain(self._folder / _NAME)
        except (FileNotFoundError, NotADirectoryError):
            return Searches()
        try:
            kept = json.loads(data)
            if kept["version"] != _VERSION:
                raise _DamagedFileError
            return Searches(_texts(kept["recent"]), _texts(kept["saved"]))
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise _DamagedFileError from error


def _packed(searches: Searches) -> bytes:
    kept = {"version": _VERSION, **searches._asdict()}
    return json.dumps(kept, indent=1).encode("ascii")


def _texts(kept: object) -> tuple[str, ...]:
    """The texts of a list. Raises `TypeError`."""
    if not isinstance(kept, list) or not all(isinstance(text, str) for text in kept):
        raise TypeError
    return tuple(dict.fromkeys(kept))


def _first(query: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (query, *_without(query, others))


def _without(query: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(other for other in others if other != query)
