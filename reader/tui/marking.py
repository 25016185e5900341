"""The marks of every page seen so far: numbers when the page is first shown, names when they have been found."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.tui.marks import Mark, name_marks, number_marks
from reader.tui.names import NameFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Entity, Number, Page


Key = tuple[str, str]


def _key(page: Page) -> Key:
    """What a page is known by: it may be read from the cache anew, and its file may change."""
    return page.source, page.text


class Marking:
    """Marks by page. `names_found` is called in another thread when names of a page have arrived,
    `failed` when they will not."""

    def __init__(
        self,
        names_found: Callable[[Page], None],
        failed: Callable[[Page, Exception], None] = lambda _page, _error: None,
    ) -> None:
        self._sought: set[Key] = set()
        """The pages whose numbers are known, are being found, or cannot be found."""
        self._numbers: dict[Key, tuple[Number, ...]] = {}
        self._names: dict[Key, tuple[Entity, ...]] = {}
        self._names_found = names_found
        self._words: dict[Key, tuple[int, ...]] = {}
        self._finder = NameFinder(self._take, self._take_words, failed)
        self.unsure = False
        """Names that only the tagger's word stands for are marked too."""

    def known(self, page: Page) -> tuple[Sequence[Mark], ...]:
        """What has been found on a page so far: numbers, then names."""
        return number_marks(self._numbers.get(_key(page), ())), name_marks(self.names(page))

    def names(self, page: Page) -> tuple[Entity, ...]:
        """The names of a page that are shown; none while they are still looked for."""
        found = self._names.get(_key(page), ())
        return found if self.unsure else tuple(name for name in found if name.sure)

    def words(self, page: Page) -> tuple[int, ...]:
        """Where words begin on a page, sorted; none while they are not known."""
        return self._words.get(_key(page), ())

    def at(self, page: Page, offset: int) -> Number | Entity | None:
        """The name that stands on a character of a page, else the number."""
        for marks in (self.names(page), self._numbers.get(_key(page), ())):
            index = bisect_right(marks, offset, key=lambda mark: mark.start) - 1
            if index >= 0 and marks[index].start <= offset < marks[index].end:
                return marks[index]
        return None

    def find_numbers(self, page: Page) -> None:
        """Find the numbers of a page, unless they are known or another thread is finding them."""
        if _key(page) not in self._sought:
            self._sought.add(_key(page))
            # Imported here because the first screen can do without.
            from reader.annotate.page import annotate_numbers

            self._numbers[_key(page)] = annotate_numbers(page)

    def request_names(self, page: Page) -> None:
        """Have the names of a page found in the background."""
        self._finder.request(page)

    def close(self) -> None:
        self._finder.close()

    def _take(self, page: Page, entities: tuple[Entity, ...]) -> None:
        self._names[_key(page)] = entities
        self._names_found(page)

    def _take_words(self, page: Page, words: tuple[int, ...]) -> None:
        self._words[_key(page)] = words
        self._names_found(page)
