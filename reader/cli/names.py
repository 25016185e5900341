"""`reader names`: who and what is named, and how often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from reader.archive.names import Name
from reader.cli.exits import Exit
from reader.cli.gathered import gathered
from reader.cli.output import say, write_data
from reader.export.jsonl import SCHEMA, ascii_where_unsafe
from reader.i18n import _
from reader.model import EntityType
from reader.search.nameindex import NameIndex

_TYPES = {"person": EntityType.PERSON, "place": EntityType.PLACE, "organisation": EntityType.ORGANISATION}


class NameCount(NamedTuple):
    """A name, in how many places and articles it stands, and the first and last day of these; None for undated."""

    name: Name
    mentions: int
    articles: int
    first: dt.date | None
    last: dt.date | None


def names(paths: Sequence[str], type_: str | None, *, form: str, limit: int | None, least: int) -> int:
    """Print names with `least` mentions or more, the most frequent first; `form` is `table` or `jsonl`.

    Returns the exit code: `NOT_FOUND` when there is no such name.
    """
    archive, unreadable = gathered(paths, names=True)
    counted = count_names(NameIndex(archive.snapshot, archive.names))
    kind = _TYPES[type_] if type_ else None
    found = [one for one in counted if one.mentions >= least and kind in (None, one.name.type)][:limit]
    if not found:
        say(_("No name was found."))
        return Exit.NOT_FOUND
    if form == "jsonl":
        for one in found:
            write_data(name_line(one))
    else:
        _print(found)
    return Exit.UNREADABLE if unreadable else Exit.OK


def count_names(index: NameIndex) -> list[NameCount]:
    """Every name of an index, the one with most mentions first."""
    mentions = [0] * len(index.names)
    articles: list[set[int]] = [set() for _name in index.names]
    days: list[set[int]] = [set() for _name in index.names]
    day_of: dict[int, int] = {}
    for name, article, page in zip(index.name, index.article, index.page, strict=True):
        mentions[name] += 1
        articles[name].add(article)
        if page not in day_of:
            value = index.snapshot.page(page).date.value
            day_of[page] = value.toordinal() if value else 0
        if day_of[page]:
            days[name].add(day_of[page])
    counted = [
        NameCount(name, mentions[at], len(articles[at]), _day(min(days[at], default=0)), _day(max(days[at], default=0)))
        for at, name in enumerate(index.names)
    ]
    return sorted(counted, key=lambda one: (-one.mentions, -one.articles, one.name.text, one.name.type))


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def name_line(one: NameCount) -> str:
    """One line, one object: `type` as in `reader export`; ISO dates, null where no page is dated."""
    return ascii_where_unsafe(
        {
            "schema": SCHEMA,
            "name": one.name.text,
            "type": one.name.type,
            "mentions": one.mentions,
            "articles": one.articles,
            "first": one.first.isoformat() if one.first else None,
            "last": one.last.isoformat() if one.last else None,
        }
    )


def _print(found: Sequence[NameCount]) -> None:
    from reader.cli.grid import print_rows
    from reader.model import Cell, Table

    kinds = {
        EntityType.PERSON: _("person"),
        EntityType.PLACE: _("place"),
        EntityType.ORGANISATION: _("organisation"),
    }
    columns = (_("name"), _("type"), _("mentions"), _("articles"), _("first"), _("last"))
    rows = [
        (
            one.name.text,
            kinds[one.name.type],
            str(one.mentions),
            str(one.articles),
            one.first.isoformat() if one.first else "",
            one.last.isoformat() if one.last else "",
        )
        for one in found
    ]
    print_rows(Table(None, None, columns, tuple(tuple(map(Cell, row)) for row in rows), ()), range(len(rows)))
