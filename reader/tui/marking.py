"""The marks of every page seen so far: numbers when the page is first shown, names when they have been found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.marks import Mark, name_marks, number_marks
from reader.tui.names import NameFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Entity, Page


class Marking:
    """Marks by page. `names_found` is called in another thread when names of a page have arrived."""

    def __init__(self, names_found: Callable[[Page], None]) -> None:
        self._numbers: dict[int, tuple[Mark, ...]] = {}
        self._names: dict[int, tuple[Mark, ...]] = {}
        self._names_found = names_found
        self._finder = NameFinder(self._take)

    def known(self, page: Page) -> tuple[Sequence[Mark], ...]:
        """What has been found on a page so far: numbers, then names."""
        return self._numbers.get(id(page), ()), self._names.get(id(page), ())

    def find_numbers(self, page: Page) -> None:
        """Find the numbers of a page, unless they are known."""
        if id(page) not in self._numbers:
            # Imported here because the first screen can do without.
            from reader.annotate.page import annotate_numbers

            self._numbers[id(page)] = number_marks(annotate_numbers(page))

    def request_names(self, page: Page) -> None:
        """Have the names of a page found in the background."""
        self._finder.request(page)

    def _take(self, page: Page, entities: tuple[Entity, ...]) -> None:
        self._names[id(page)] = name_marks(entities)
        self._names_found(page)
