"""`reader search`: the articles a query wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from reader.archive.figures import FigureIndex
from reader.archive.snapshot import Snapshot
from reader.cli.exits import Exit
from reader.cli.gathered import gathered
from reader.cli.output import say, write, write_data
from reader.cli.underlined import underlined
from reader.export.jsonl import SCHEMA, ascii_where_unsafe
from reader.i18n import _, ngettext
from reader.search.conditions import Marks, asks_for_figures, asks_for_names
from reader.search.evaluate import matching
from reader.search.nameindex import NameIndex
from reader.search.query import Query, QueryError
from reader.search.reading import read_query
from reader.search.results import Order
from reader.search.results import search as all_found


class Wish(NamedTuple):
    """`order` is a value of `Order`, `form` `table` or `jsonl`; `context` passages are printed around each with hits,
    with None a snippet of the first; `counted` prints only how many articles there are."""

    order: str
    limit: int | None
    context: int | None
    counted: bool
    form: str


def search(typed: str, paths: Sequence[str], wish: Wish) -> int:
    """Print the articles that are wanted; `USAGE` for a query that says nothing, `NOT_FOUND` when there are none."""
    try:
        query = read_query(typed)
    except QueryError as error:
        for line in underlined(typed, error).splitlines():
            say(line)
        return Exit.USAGE
    wants_names = asks_for_names(query)
    wants_figures = asks_for_figures(query)
    archive, unreadable = gathered(paths, figures=wants_figures, names=wants_names)
    marks = Marks(
        NameIndex(archive.snapshot, archive.names) if wants_names else None,
        FigureIndex(archive.snapshot, archive.figures) if wants_figures else None,
    )
    found = _found(archive.snapshot, query, marks, wish)
    if wish.counted:
        number = _print_count(archive.snapshot, found, wish.form)
    else:
        number = 0
        if wish.form == "jsonl":
            from reader.export.hits import hit_line

            for number, article in enumerate(found, 1):  # noqa: B007 - how many there were
                write_data(hit_line(archive, article, query))
        else:
            from reader.cli.hits import Printer

            printer = Printer(archive, query, wish.context)
            for number, article in enumerate(found, 1):  # noqa: B007 - how many there were
                printer.print(article)
    if not number:
        say(_("Nothing was found."))
        return Exit.NOT_FOUND
    return Exit.UNREADABLE if unreadable else Exit.OK


def _found(snapshot: Snapshot, query: Query, marks: Marks, wish: Wish) -> Iterable[int]:
    """Numbers of articles in the order wanted; the newest are found one after the other as they are printed."""
    if wish.counted:
        return matching(snapshot, query, marks)
    if wish.order == Order.NEWEST:
        return islice(matching(snapshot, query, marks), wish.limit)
    *_before, found = all_found(snapshot, query, Order.RELEVANT, marks)
    return found.articles[: wish.limit]


def _print_count(snapshot: Snapshot, found: Iterable[int], form: str) -> int:
    from reader.search.facets import count

    articles = list(found)
    facets = count(snapshot, articles)
    if form == "jsonl":
        years = {str(year): number for year, number in facets.years}
        write_data(
            ascii_where_unsafe({"schema": SCHEMA, "articles": len(articles), "years": years, "undated": facets.undated})
        )
        return len(articles)
    write(ngettext("{count} article", "{count} articles", len(articles)).format(count=len(articles)))
    rows = [(str(year), number) for year, number in facets.years]
    if facets.undated:
        rows.append((_("undated"), facets.undated))
    width = max((len(str(number)) for _name, number in rows), default=0)
    for name, number in rows:
        write(f"  {number:>{width}}  {name}")
    return len(articles)
