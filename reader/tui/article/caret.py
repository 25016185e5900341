"""Where the caret of a selection goes: by the character, the row, the word, the sentence and the paragraph."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.typeset.layout import row_of
from reader.typeset.motions import before, sentence_at, sentences, word_at
from reader.typeset.sections import Place
from reader.typeset.width import cell_offsets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.typeset.layout import Row
    from reader.typeset.sections import Section


class Caret:
    """Steps over the characters of a flow; a table counts as one character, and beyond either end nothing happens."""

    def __init__(self, flow: Sequence[Section], rows: Sequence[Row], words: Callable[[int], Sequence[int]]) -> None:
        self._flow = flow
        self._rows = rows
        self._words = words

    def length(self, section: int) -> int:
        return 1 if self._flow[section].table is not None else len(self._flow[section].text)

    def by_character(self, place: Place, step: int) -> Place:
        section, character = place.section, place.character + step
        if 0 <= character < self.length(section):
            return Place(section, character)
        other = self._section(section, step)
        return place if other is None else Place(other, 0 if step > 0 else self.length(other) - 1)

    def by_row(self, place: Place, step: int, cell: int) -> Place:
        """To the character on a cell of the next row with print, or of the one before."""
        index = row_of(self._rows, place) + step
        while 0 <= index < len(self._rows):
            row = self._rows[index]
            same_table = self._flow[row.section].table is not None and row.section == place.section
            if row.end > row.start and not same_table:
                return self._under(row, cell)
            index += step
        return place

    def by_word(self, place: Place, step: int) -> Place:
        """To the last character of the word, or of the next one; back, to the first."""
        return self._by(place, step, lambda text, section, at: word_at(text, self._words(section), at), self._words)

    def by_sentence(self, place: Place, step: int) -> Place:
        """To the last character of the sentence, or of the next one; back, to the first."""
        return self._by(
            place,
            step,
            lambda text, _section, at: sentence_at(text, at),
            lambda section: sentences(self._flow[section].text),
        )

    def by_paragraph(self, place: Place, step: int) -> Place:
        """To the last character of the paragraph, or of the next one; back, to the first."""
        last = self.length(place.section) - 1
        edge = Place(place.section, last if step > 0 else 0)
        if place != edge:
            return edge
        other = self._section(place.section, step)
        return place if other is None else Place(other, self.length(other) - 1 if step > 0 else 0)

    def _by(
        self,
        place: Place,
        step: int,
        unit: Callable[[str, int, int], tuple[int, int]],
        starts: Callable[[int], Sequence[int]],
    ) -> Place:
        if step > 0:
            target = self.by_character(place, 1)
            if target == place or self._flow[target.section].table is not None:
                return target
            text = self._flow[target.section].text
            at = target.character
            while at < len(text) - 1 and text[at].isspace():
                at += 1
            return Place(target.section, unit(text, target.section, at)[1] - 1)
        if self._flow[place.section].table is None:
            start = before(starts(place.section), place.character)
            if start is not None:
                return Place(place.section, start)
        target = self.by_character(Place(place.section, 0), -1)
        if target.section == place.section or self._flow[target.section].table is not None:
            return target
        start = before(starts(target.section), target.character + 1)
        return Place(target.section, start or 0)

    def _section(self, section: int, step: int) -> int | None:
        """The next section with something in it."""
        section += step
        while 0 <= section < len(self._flow):
            if self.length(section):
                return section
            section += step
        return None

    def cell_of(self, place: Place) -> int:
        """The cell of its row a character begins in."""
        row = self._rows[row_of(self._rows, place)]
        if self._flow[row.section].table is not None:
            return 0
        text = self._flow[row.section].text[row.start : row.end]
        cells = cell_offsets(text)
        return row.indent + cells[min(max(place.character - row.start, 0), len(text))]

    def _under(self, row: Row, cell: int) -> Place:
        if self._flow[row.section].table is not None:
            return Place(row.section, 0)
        cells = cell_offsets(self._flow[row.section].text[row.start : row.end])
        character = min(max(bisect_right(cells, cell - row.indent) - 1, 0), row.end - row.start - 1)
        return Place(row.section, row.start + character)
