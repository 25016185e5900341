"""Tables as JSON (RFC 8259), one object a table on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.jsonl import ascii_where_unsafe
from reader.export.tables.shown import Shown


def json_pieces(shown: Shown, *, values: bool) -> Iterator[str]:
    """The object in pieces that make one line.

    Keys: where the table stands (`article`, `newspaper`, `date`), `title` and `caption`, `columns`, `rows` as lists of
    strings (with `values`, numbers for figures and null for blanks), and `summary`, the indices in `rows` of those that
    sum up others (合计, 平均). What a terminal could obey is a u-escape.
    """
    table, source = shown.table, shown.source
    head = ascii_where_unsafe(
        {
            "article": source.article if source else None,
            "newspaper": source.newspaper if source else None,
            "date": source.date if source else None,
            "title": table.title.text if table.title else None,
            "caption": table.caption.text if table.caption else None,
            "columns": shown.names,
        }
    )
    yield head[:-1] + ',"rows":['
    for number, line in enumerate(shown.lines(values=values)):
        yield ("," if number else "") + ascii_where_unsafe(line.cells)
    summary = range(len(shown.rows), len(shown.rows) + len(shown.summary))
    yield '],"summary":' + ascii_where_unsafe(list(summary)) + "}\n"
