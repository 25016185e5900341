"""The forms a table is exported in, one or several tables to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import Protocol

from reader.export.tables.hypertext import HTML_FOOT, html_head, html_lines
from reader.export.tables.markdown import markdown_lines
from reader.export.tables.objects import json_pieces
from reader.export.tables.separated import BOM, csv_lines, tsv_lines
from reader.export.tables.shown import Shown
from reader.model import Table


class Form(StrEnum):
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class _Lines(Protocol):
    def __call__(self, shown: Shown, *, values: bool) -> Iterator[str]: ...


_LINES: dict[Form, _Lines] = {
    Form.CSV: csv_lines,
    Form.TSV: tsv_lines,
    Form.JSON: json_pieces,
    Form.MARKDOWN: markdown_lines,
    Form.HTML: html_lines,
}
_BETWEEN = {Form.CSV: "\r\n", Form.TSV: "\n", Form.MARKDOWN: "\n"}
"""A blank line; objects and elements need none."""


def exported(tables: Iterable[Shown], form: Form, *, values: bool = False, bom: bool = False) -> Iterator[str]:
    r"""A file's text in pieces, line ends included: CSV has `\r\n`, all others `\n`.

    `values` writes figures as numbers and blanks as nothing. `bom` puts a byte order mark before CSV; it is for that
    form alone, and asking for it with another raises `ValueError`. In all forms a terminal
    obeys nothing: JSON has u-escapes, the others marks.
    """
    if bom and form is not Form.CSV:
        raise ValueError(f"a byte order mark is for CSV, not for {form}")
    return _pieces(tables, form, values=values, bom=bom)


def _pieces(tables: Iterable[Shown], form: Form, *, values: bool, bom: bool) -> Iterator[str]:
    if bom:
        yield BOM
    remaining = iter(tables)
    first = next(remaining, None)
    if form is Form.HTML:
        yield html_head(first.title if first else "")
    for number, shown in enumerate(chain([first] if first else [], remaining)):
        if number and form in _BETWEEN:
            yield _BETWEEN[form]
        yield from _LINES[form](shown, values=values)
    if form is Form.HTML:
        yield HTML_FOOT


def as_text(shown: Shown, form: Form, *, values: bool = False, bom: bool = False) -> str:
    """One table as one string, as `exported` makes it."""
    return "".join(exported([shown], form, values=values, bom=bom))


def to_tsv(what: Shown | Table) -> str:
    """What a spreadsheet takes from the clipboard; a table by itself stands for all of it as printed."""
    return as_text(what if isinstance(what, Shown) else Shown.whole(what), Form.TSV)
