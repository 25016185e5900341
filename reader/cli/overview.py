"""`reader` without a terminal: the issues and their articles as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.output import report, write
from reader.corpus import open_corpus
from reader.export.text import issue_title, kind_name


def overview(paths: Sequence[str]) -> int:
    """Exit code 0 also when a source could not be opened: the rest is shown, and stderr names it."""
    corpus = open_corpus(paths)
    for number, issue in enumerate(corpus.issues):
        if number:
            write("")
        write(issue_title(issue))
        for article in issue.articles:
            marks = " ▦" if article.tables else ""
            write(f"  {article.id}\t{kind_name(article)}\t{article.title}{marks}")
    report(corpus.problems)
    return Exit.OK
