"""`reader tables`: ranking tables sorted, filtered, printed, exported."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.cli.exits import Exit
from reader.cli.output import on_one_line, report, say, unknown_article, write, write_pieces
from reader.cli.wanted import Wanted, given
from reader.corpus import Corpus, UnknownArticleError, open_corpus
from reader.export.tables import Form, Shown, Source, exported
from reader.i18n import _
from reader.model import Article
from reader.ranking import Ranking
from reader.ranking.filters import FilterError
from reader.source.problems import Failures

TABLE = "table"
"""The form drawn for people; all others are a `Form`."""


def tables(words: Sequence[str], wanted: Wanted, *, form: str, values: bool = False, bom: bool = False) -> int:
    """Print the tables of one article, or of all pages. `values` and `bom`: see `exported`."""
    article_id, paths = _split(words)
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    try:
        articles = [corpus.find(article_id)] if article_id else list(corpus.articles)
    except UnknownArticleError as error:
        unknown_article(error.wanted, error.candidates)
        return Exit.NOT_FOUND
    if not any(article.tables for article in articles):
        say(_("There is no table."))
        return Exit.NOT_FOUND
    failures = Failures()
    try:
        chosen, any_in_full = _chosen(corpus, articles, wanted, failures)
    except FilterError as error:
        say(str(error))
        return Exit.USAGE
    if form == TABLE:
        _draw(corpus, chosen, failures, values=values)
    elif chosen:
        write_pieces(exported((shown for _article, shown in chosen), Form(form), values=values, bom=bom))
    unreadable = report(failures.problems) or unreadable
    if not any_in_full and not failures.problems:
        return Exit.NOT_FOUND
    return Exit.UNREADABLE if unreadable else Exit.OK


def _chosen(
    corpus: Corpus, articles: Iterable[Article], wanted: Wanted, failures: Failures
) -> tuple[list[tuple[Article, Shown]], bool]:
    """The tables that are shown, and whether one of them has every column that was named; says which are missing."""
    chosen = []
    any_in_full = False
    for article in articles:
        for table in article.tables:
            page = corpus.page_of(article)
            with failures.on(page.source, but=(FilterError,)):
                shown, faults = given(Ranking(table), wanted, Source.of(article, page))
                left_out = _("{id}: left out. {why}")
                for fault in faults:
                    say(f"{article.id}: {fault}" if shown else left_out.format(id=article.id, why=fault))
                any_in_full = any_in_full or not faults
                if shown:
                    chosen.append((article, shown))
    return chosen, any_in_full


def _split(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """An id, if the first word is none of a path, a glob and `-`; and the paths."""
    if words and words[0] != "-" and not glob.has_magic(words[0]) and not Path(words[0]).exists():
        return words[0], words[1:]
    return None, words


def _draw(corpus: Corpus, chosen: Iterable[tuple[Article, Shown]], failures: Failures, *, values: bool) -> None:
    from reader.cli.grid import print_shown
    from reader.typeset.labels import date_label

    for number, (article, shown) in enumerate(chosen):
        if number:
            write("")
        page = corpus.page_of(article)
        write(on_one_line("  ".join(filter(None, (article.id, page.newspaper, date_label(page.date), article.title)))))
        with failures.on(page.source):
            print_shown(shown, values=values)
