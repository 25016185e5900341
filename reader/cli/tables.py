"""`reader tables`: ranking tables printed, sorted, exported."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path

from reader.cli.exits import Exit
from reader.cli.output import report, say, unknown_article, write, write_data
from reader.corpus import Corpus, UnknownArticleError, open_corpus
from reader.export.tables import to_csv, to_json
from reader.i18n import _
from reader.model import Article, Table
from reader.ranking import Ranking, SortKey, UnknownColumnError, find_column, score_column

SCORE = "score"


def tables(words: Sequence[str], *, sort: str | None, descending: bool, form: str) -> int:
    """Print the tables of one article, or of all pages. `sort` names a column; `score` is the score column's."""
    wanted, paths = _split(words)
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    try:
        articles = [corpus.find(wanted)] if wanted else list(corpus.articles)
    except UnknownArticleError as error:
        unknown_article(error.wanted, error.candidates)
        return Exit.NOT_FOUND
    chosen = [(article, table) for article in articles for table in article.tables]
    if not chosen:
        say(_("There is no table."))
        return Exit.NOT_FOUND
    sorted_any = sort is None
    for number, (article, table) in enumerate(chosen):
        ranking = Ranking(table)
        keys: list[SortKey] = []
        if sort is not None:
            try:
                keys = [SortKey(_column(ranking, sort), descending)]
                sorted_any = True
            except UnknownColumnError as error:
                say(f"{article.id}: {error}")
        _print(corpus, article, table, ranking.order(keys), form, first=number == 0)
    if not sorted_any:
        return Exit.NOT_FOUND
    return Exit.UNREADABLE if unreadable else Exit.OK


def _split(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """An id, if the first word is none of a path, a glob and `-`; and the paths."""
    if words and words[0] != "-" and not glob.has_magic(words[0]) and not Path(words[0]).exists():
        return words[0], words[1:]
    return None, words


def _column(ranking: Ranking, name: str) -> int:
    if name == SCORE:
        column = score_column(ranking.columns)
        if column is not None:
            return column.index
    return find_column(ranking.table, name)


def _print(corpus: Corpus, article: Article, table: Table, order: Sequence[int], form: str, *, first: bool) -> None:
    if form == "csv":
        write_data(("" if first else "\r\n") + to_csv(table, order), end="")
        return
    if form == "json":
        write_data(to_json(table, order, article.id, corpus.page_of(article)))
        return
    from reader.cli.grid import print_table
    from reader.typeset.labels import date_label

    if not first:
        write("")
    page = corpus.page_of(article)
    write("  ".join(filter(None, (article.id, page.newspaper, date_label(page.date), article.title))))
    print_table(table, order)
