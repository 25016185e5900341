r"""Tables as CSV (RFC 4180) and as tab-separated lines (IANA text/tab-separated-values), for spreadsheets.

A spreadsheet computes a cell that begins like a formula, and what a page prints must not run there (OWASP, CSV
Injection): such a cell is led by an apostrophe. Figures with a sign (-3.2%, +5.6万) and dashes are harmless and stay.

Neither form can write what a terminal would obey in another way, and either may be looked at on one, through a pipe
too: marks stand for it. JSON holds it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from reader.export.tables.cellvalues import CellValue, value_text
from reader.export.tables.shown import Shown
from reader.gate import visible
from reader.parse.tables.shapes import folded_cell, match_figure

BOM = "\ufeff"
"""Excel takes a CSV file for UTF-8 when it begins with one."""

# Full-width signs begin a formula too where the spreadsheet is set to Chinese or Japanese; blanks before them are no
# obstacle, nor is what nobody sees.
_FORMULA = re.compile("[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")
_BREAKS = re.compile("(?:\r\n|[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])+")


def inert(cell: str) -> str:
    """`cell` as a spreadsheet takes it for a text or a figure, and computes nothing."""
    if not _FORMULA.match(cell):
        return cell
    plain = folded_cell(cell)
    is_harmless = cell[0] not in "\t\r\n" and (plain in ("-", "--") or match_figure(plain))
    return cell if is_harmless else "'" + cell


def csv_lines(shown: Shown, *, values: bool) -> Iterator[str]:
    r"""Records with `\r\n` at their end, header first. Read back, a cell is what it was, with marks for what a
    terminal obeys or hides, and led by an apostrophe where it would be computed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for cells in _records(shown, values=values):
        writer.writerow(visible(_safe(cell)) for cell in cells)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def tsv_lines(shown: Shown, *, values: bool) -> Iterator[str]:
    r"""Lines with `\n` at their end, header first. No quotes: tabs and line breaks in a cell are blanks."""
    for cells in _records(shown, values=values):
        yield "\t".join(visible(_BREAKS.sub(" ", _safe(cell))) for cell in cells) + "\n"


def _records(shown: Shown, *, values: bool) -> Iterator[Sequence[CellValue]]:
    yield shown.names
    yield from (line.cells for line in shown.lines(values=values))


def _safe(cell: CellValue) -> str:
    return inert(cell) if isinstance(cell, str) else value_text(cell)
