"""The ranking tables of an archive, each read only when it is looked into."""

from __future__ import annotations

from array import array
from functools import partial

from reader.archive.archive import Archive
from reader.archive.snapshot import ArticleEntry, Snapshot
from reader.lazily import LazySequence
from reader.model import Article, ArticleKind, Table
from reader.ranking.standings import PlacedTable, table_title
from reader.search.occurrences import folded

_KEPT = 4096


class ArchiveTables(LazySequence[PlacedTable]):
    """The tables of a snapshot, newest first, those of one page in printed order."""

    def __init__(self, archive: Archive, snapshot: Snapshot) -> None:
        super().__init__(_KEPT)
        self._archive, self._snapshot = archive, snapshot
        self._articles, self._indices = array("I"), array("I")
        for run, first in snapshot.article_starts():
            columns = run.segment.table_column
            for local in range(run.first_article, run.first_article + run.articles):
                if columns[local]:
                    self._articles.extend([local - run.first_article + first] * columns[local])
                    self._indices.extend(range(columns[local]))

    def __len__(self) -> int:
        return len(self._articles)

    def _item(self, at: int) -> PlacedTable:
        number, index = self._articles[at], self._indices[at]
        page = self._snapshot.page(self._snapshot.page_of_article(number))
        article = self._snapshot.article(number)
        listed = article.tables[index]
        return PlacedTable(
            table_title(listed.title, article.title),
            page.newspaper,
            page.date,
            page.source,
            article.place,
            index,
            (listed.rows, listed.columns),
            partial(_article, self._archive, article),
            partial(_may_hold, self._snapshot, number),
        )


def archive_tables(archive: Archive) -> ArchiveTables:
    return ArchiveTables(archive, archive.snapshot)


def _article(archive: Archive, entry: ArticleEntry) -> Article:
    page = archive.page(entry.source)
    if page is not None and entry.place < len(page.articles):
        found = page.articles[entry.place]
        if len(found.tables) == len(entry.tables):
            return found
    # The page has changed or gone since it was listed: tables of nothing, which hurt nobody.
    nothing = Table(None, None, (), (), ())
    return Article("", ArticleKind.NOTICE, tables=(nothing,) * len(entry.tables))


def _may_hold(snapshot: Snapshot, number: int, wanted: str) -> bool:
    """Names are compared without their blanks, so only their characters can be asked for."""
    segment, local = snapshot.article_at(number)
    text = segment.folded_text(local)
    return all(character in text for character in folded(wanted))
