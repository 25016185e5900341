"""`reader` without a terminal: the issues and their articles as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.output import on_one_line, report, write
from reader.corpus import open_corpus
from reader.typeset.labels import TABLE_MARK, date_label, kind_label, newspaper_label, shown


def overview(paths: Sequence[str]) -> int:
    """Exit code 0 also when a source could not be opened: the rest is shown, and stderr names it."""
    corpus = open_corpus(paths)
    for number, issue in enumerate(corpus.issues):
        if number:
            write("")
        write(f"{newspaper_label(issue.newspaper)}  {date_label(issue.date)}")
        for article in issue.articles:
            marks = f" {TABLE_MARK}" if article.tables else ""
            write(f"  {on_one_line(article.id)}\t{kind_label(article.kind)}\t{shown(article.title)}{marks}")
    report(corpus.problems)
    return Exit.OK
