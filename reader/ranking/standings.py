"""Every ranking table of the corpus, and where a name stands in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.corpus import Corpus
from reader.model import Article, Page, Table
from reader.ranking.columns import Column, ColumnKind, name_column, score_column
from reader.ranking.filters import plain
from reader.ranking.places import Place, places
from reader.ranking.sorting import Ranking


@dataclass(frozen=True, eq=False)
class PlacedTable:
    """A table with its place in the corpus; what is found out about it is found out once, when first asked for."""

    article: Article
    page: Page
    index: int
    """Of the table in `article.tables`."""

    @property
    def table(self) -> Table:
        return self.article.tables[self.index]

    @property
    def title(self) -> str:
        """The table's own title as printed, else its article's."""
        title = self.table.title
        return title.text if title and title.text.strip() else self.article.title

    @cached_property
    def ranking(self) -> Ranking:
        return Ranking(self.table)

    @cached_property
    def score(self) -> Column | None:
        return score_column(self.ranking.columns)

    @cached_property
    def name(self) -> Column | None:
        """The column of names: the one that says so, else the first of words."""
        words = (column for column in self.ranking.columns if column.kind in (ColumnKind.TEXT, ColumnKind.GROUP))
        return name_column(self.ranking.columns) or next(words, None)

    @cached_property
    def places(self) -> dict[int, Place]:
        return places(self.ranking)

    def may_name(self, wanted: str) -> bool:
        """Whether a text in the form in which names are compared stands anywhere in the table.

        Most names stand in few tables, and looking for one here costs a third of telling what the columns hold.
        """
        return wanted in self._words

    @cached_property
    def _words(self) -> str:
        return plain("".join(cell.text for row in self.table.rows for cell in row))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name in each row as names are compared: one width, no blanks, small letters; empty in summary rows."""
        if self.name is None:
            return ()
        column, table = self.name.index, self.table
        return tuple("" if row in table.summary else plain(cells[column].text) for row, cells in enumerate(table.rows))


class Standing(NamedTuple):
    """A name in a table. `place` is None where nothing ranks the row; `score` is as printed, empty without a column."""

    placed: PlacedTable
    row: int
    name: str
    place: Place | None
    score: str


def placed_tables(corpus: Corpus) -> list[PlacedTable]:
    """The tables of all pages, newest first, those of one page in printed order."""
    return [
        PlacedTable(article, page, index)
        for page in corpus.pages
        for article in page.articles
        for index in range(len(article.tables))
    ]


def standings(
    tables: Sequence[PlacedTable], name: str, is_wanted: Callable[[], bool] = lambda: True
) -> Iterator[Standing]:
    """The rows whose name has `name` in it, table by table as given; in a table those that are the very name come
    first, then the better placed.

    Width of letters, blanks and capitals do not matter; an empty name stands nowhere. Ends when `is_wanted` has become
    false.
    """
    wanted = plain(name)
    for placed in tables if wanted else ():
        if not is_wanted():
            return
        if not placed.may_name(wanted):
            continue
        found = [_standing(placed, row) for row, text in enumerate(placed.names) if wanted in text]
        found.sort(key=lambda one: (placed.names[one.row] != wanted, one.place is None, one.place or (), one.row))
        yield from found


def _standing(placed: PlacedTable, row: int) -> Standing:
    cells = placed.table.rows[row]
    name = cells[placed.name.index].text if placed.name else ""
    score = cells[placed.score.index].text if placed.score else ""
    return Standing(placed, row, name, placed.places.get(row), score)
