"""Every ranking table of the corpus, and where a name stands in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from reader.corpus import Corpus
from reader.model import Article, IssueDate, Table
from reader.ranking.columns import Column, ColumnKind, name_column, score_column
from reader.ranking.filters import plain
from reader.ranking.places import Place, places
from reader.ranking.sorting import Ranking


@dataclass(frozen=True, eq=False)
class PlacedTable:
    """A table with its place in the corpus; what is found out about it is found out once, when first asked for.

    What lists say of it is there at once; its page is read only when more is asked.
    """

    title: str
    """Its own title as printed, else its article's."""
    newspaper: str | None
    date: IssueDate
    source: str
    place: int
    """Of its article on the page `source`."""
    index: int
    """Of the table in `article.tables`."""
    size: tuple[int, int]
    """Rows and columns."""
    load: Callable[[], Article]
    may_hold: Callable[[str], bool] = lambda wanted: True
    """Whether a name, as names are compared, can stand in its article at all: told without reading the page."""

    @cached_property
    def article(self) -> Article:
        return self.load()

    @property
    def table(self) -> Table:
        return self.article.tables[self.index]

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
        return self.may_hold(wanted) and wanted in self._words

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
        PlacedTable(
            table_title(table.title.text if table.title else "", article.title),
            page.newspaper,
            page.date,
            page.source,
            place,
            index,
            (len(table.rows), len(table.columns)),
            partial(_same, article),
        )
        for page in corpus.pages
        for place, article in enumerate(page.articles)
        for index, table in enumerate(article.tables)
    ]


def table_title(own: str, headline: str) -> str:
    """What a table is called: its own title as printed, else its article's."""
    return own if own.strip() else headline


def _same(article: Article) -> Article:
    return article


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
