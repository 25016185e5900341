"""`reader show`: one article as text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.grid import print_table
from reader.cli.output import report, unknown_article, write
from reader.corpus import UnknownArticleError, open_corpus
from reader.export.text import body_lines, heading_lines


def show(wanted: str, paths: Sequence[str]) -> int:
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    try:
        article = corpus.find(wanted)
    except UnknownArticleError as error:
        unknown_article(error.wanted, error.candidates)
        return Exit.NOT_FOUND
    for line in heading_lines(article, corpus.page_of(article)):
        write(line)
    write("")
    for line, table in body_lines(article):
        if table is None:
            write(line)
        else:
            print_table(article.tables[table], range(len(article.tables[table].rows)))
    return Exit.UNREADABLE if unreadable else Exit.OK
