"""What the text says of a table beside it: a row's figure, a column's total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.audit.grid import Grid, Place
from reader.audit.model import Finding, Kind
from reader.audit.sentences import FIGURE, Quantity, Sentence, finding
from reader.i18n import _
from reader.model import Page
from reader.parse.fold import fold
from reader.ranking import name_column

_GAP = f"[^。,{FIGURE[1:-1]}\x00]{{0,3}}"
_MOST_ROWS = 300
"""Rows of a table whose names are looked for in the text."""


class Told:
    """What a table says, ready to be looked up: figures by the name of row and column, and sums of columns."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._columns = {fold(grid.bare(c)): c for c in grid.measured if len(grid.bare(c)) >= 2}
        name = name_column(grid.columns)
        self._rows: dict[str, int] = {}
        if name is not None and len(grid.body) <= _MOST_ROWS:
            for row in grid.body:
                text = fold(grid.text(Place(row, name.index)))
                # A name that stands twice names nothing.
                self._rows[text] = -1 if text in self._rows else row
        self._stems = {
            name.removesuffix("数").removesuffix("量"): c for name, c in self._columns.items() if grid.is_whole(c)
        }

    def check(self, page: Page, article: str, sentence: Sentence) -> Iterator[Finding]:
        """Figures of the sentence that the table has otherwise."""
        yield from self._of_rows(page, article, sentence)
        yield from self._of_columns(page, article, sentence)

    def _of_rows(self, page: Page, article: str, sentence: Sentence) -> Iterator[Finding]:
        named = [
            (text, row) for text, row in self._rows.items() if row >= 0 and len(text) >= 2 and text in sentence.form
        ]
        if len(named) != 1 or not self._columns:
            return
        text, row = named[0]
        at = sentence.form.index(text) + len(text)
        for column_name, column in self._columns.items():
            found = re.compile(rf"[^。,;]{{0,4}}{re.escape(column_name)}{_GAP}(?P<figure>{FIGURE})").match(
                sentence.form, at
            )
            cell = self._grid.figure(Place(row, column))
            if found is None or cell is None:
                continue
            printed = sentence.at(found["figure"])
            own = cell.value / 100 if printed.is_percent else cell.value
            if printed.is_percent != self._grid.is_percent(column) or abs(printed.value - own) <= printed.half:
                continue
            if printed.slipped_from(own - printed.half, own + printed.half):
                note = _("the table gives {row} {column} {figure}").format(
                    row=text, column=column_name, figure=cell.text
                )
                yield finding(page, article, sentence, printed, printed.like(own), note, Kind.TOTAL, is_certain=False)

    def _of_columns(self, page: Page, article: str, sentence: Sentence) -> Iterator[Finding]:
        for index, quantity in enumerate(sentence.quantities):
            if not quantity.is_counted or quantity.value < 1000:
                continue
            here = sentence.form.index(chr(0xE000 + index))
            before = re.split(rf"[,。;:{FIGURE[1:-1]}]", sentence.form[max(0, here - 8) : here])[-1]
            for stem, column in self._stems.items():
                if len(stem) >= 3 and stem in before:
                    yield from self._total(page, article, sentence, quantity, column)
                    break

    def _total(self, page: Page, article: str, sentence: Sentence, printed: Quantity, column: int) -> Iterator[Finding]:
        values: Sequence[float] = [
            figure.value for row in self._grid.body if (figure := self._grid.figure(Place(row, column)))
        ]
        value = sum(values)
        if abs(value - printed.value) <= printed.rounded or not printed.slipped_from(value, value):
            return
        note = _("the {count} figures under {column} add up to {result}").format(
            count=len(values), column=self._grid.name(column), result=printed.like(value)
        )
        yield finding(page, article, sentence, printed, printed.like(value), note, Kind.TOTAL, is_certain=False)
