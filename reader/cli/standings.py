"""`reader standings`: where a name stands in the ranking tables."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cli.exits import Exit
from reader.cli.output import report, say, write_data
from reader.corpus import open_corpus
from reader.i18n import _
from reader.ranking.standings import Standing, placed_tables, standings
from reader.source.problems import Failures


def print_standings(name: str, paths: Sequence[str], *, form: str) -> int:
    """Print every row of a ranking table whose name has `name` in it, newest first; `form` is `table` or `jsonl`.

    Returns the exit code: `NOT_FOUND` when the name stands in no table.
    """
    corpus = open_corpus(paths)
    unreadable = report(corpus.problems)
    found: list[Standing] = []
    failures = Failures()
    for placed in placed_tables(corpus):
        with failures.on(placed.source):
            found += standings([placed], name)
    unreadable = report(failures.problems) or unreadable
    if not found:
        say(_("{name} stands in no ranking table.").format(name=name))
        return Exit.NOT_FOUND
    if form == "jsonl":
        from reader.export.standings import standing_line

        for standing in found:
            write_data(standing_line(standing))
    else:
        _print(found)
    return Exit.UNREADABLE if unreadable else Exit.OK


def _print(found: Sequence[Standing]) -> None:
    from reader.cli.grid import print_rows
    from reader.model import Cell, Table
    from reader.typeset.labels import date_label

    columns = (_("date"), _("newspaper"), _("article"), _("table"), _("name"), _("rank"), _("of"), _("score"))
    rows = [
        (
            date_label(one.placed.date, short=True),
            one.placed.newspaper or "",
            one.placed.article.id,
            " ".join(one.placed.title.split()),
            one.name,
            str(one.place.rank) if one.place else "",
            str(one.place.of) if one.place else "",
            one.score,
        )
        for one in found
    ]
    table = Table(None, None, columns, tuple(tuple(map(Cell, row)) for row in rows), ())
    print_rows(table, range(len(rows)))
