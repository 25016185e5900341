"""`reader check`: what on the pages disagrees with what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.audit import Finding, Severity, audit
from reader.cli.exits import Exit
from reader.cli.output import on_one_line, report, say, write, write_data
from reader.corpus import Corpus, open_corpus
from reader.export.findings import cell_words, disagreement, kind_words, severity_word
from reader.export.jsonl import ascii_where_unsafe
from reader.i18n import _, ngettext
from reader.model import Page
from reader.source.problems import Failures


def check(paths: Sequence[str], *, form: str) -> int:
    """Print the findings on all pages, as text or as JSON lines; 1 when any is certain, whatever could not be read."""
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    severities: list[Severity] = []
    failures = Failures()
    for page in sorted(corpus.pages, key=lambda page: page.source):
        with failures.on(page.source):
            found = audit(page)
            if form == "jsonl":
                for one in found:
                    write_data(ascii_where_unsafe(_object(page, one)))
            else:
                _print(corpus, page, found)
            severities += [one.severity for one in found]
    certain = severities.count(Severity.CERTAIN)
    if form == "text":
        write(_sum(certain, len(severities) - certain))
    if not list(corpus.pages):
        say(_("No article was found."))
    unreadable = report(failures.problems) or unreadable
    if certain:
        return Exit.CONTRADICTION
    return Exit.UNREADABLE if unreadable else Exit.OK


def _object(page: Page, one: Finding) -> dict[str, Any]:
    return {
        "source": page.source,
        "article": one.article,
        "severity": one.severity,
        "kind": one.kind,
        "kinds": list(one.kinds),
        "printed": one.printed,
        "computed": one.computed,
        "note": one.note,
        "start": one.span.start,
        "end": one.span.end,
        "table": one.table,
        "row": one.row,
        "column": one.column,
    }


def _print(corpus: Corpus, page: Page, found: Sequence[Finding]) -> None:
    titles = {article.id: article.title for article in page.articles}
    article: str | None = ""
    for one in found:
        if one.article != article:
            article = one.article
            where = (article, titles[article]) if article else (page.source, _("the page itself"))
            write("  ".join(map(on_one_line, where)))
        line = page.text.count("\n", 0, one.span.start) + 1
        cell = cell_words(page, one)
        place = _("line {number}").format(number=line) + (f": {cell}" if cell else "")
        write(f"  {severity_word(one.severity)}  {kind_words(one)}, {place}")
        write(f"    {disagreement(one)}")
        write(f"    {one.note}")
    if found:
        write("")


def _sum(certain: int, doubtful: int) -> str:
    first = ngettext("{count} certain finding", "{count} certain findings", certain).format(count=certain)
    return first + ", " + _("{count} doubtful").format(count=doubtful)
