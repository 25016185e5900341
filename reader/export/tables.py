"""Tables as CSV and JSON, cell for cell as they are shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from reader.export.jsonl import ascii_where_unsafe
from reader.model import Page, Table


def to_csv(table: Table, order: Sequence[int]) -> str:
    r"""RFC 4180, `\r\n` line ends, header first. Cells a spreadsheet would compute are led by an apostrophe (OWASP, CSV
    injection), except plain signed figures."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(map(_inert, table.columns))
    writer.writerows([_inert(cell.text) for cell in table.rows[row]] for row in order)
    return out.getvalue()


def to_tsv(table: Table) -> str:
    r"""Tab-separated lines as a spreadsheet takes them from the clipboard, header first, `\n` line ends."""
    lines = [table.columns, *([cell.text for cell in row] for row in table.rows)]
    return "".join("\t".join(_inert(" ".join(cell.split())) for cell in line) + "\n" for line in lines)


def to_json(table: Table, order: Sequence[int], article_id: str, page: Page) -> str:
    """One line, one object: where the table stands, title, caption, columns, rows as lists of the printed strings."""
    return ascii_where_unsafe(
        {
            "article": article_id,
            "newspaper": page.newspaper,
            "date": page.date.value.isoformat() if page.date.value else None,
            "title": table.title.text if table.title else None,
            "caption": table.caption.text if table.caption else None,
            "columns": list(table.columns),
            "rows": [[cell.text for cell in table.rows[row]] for row in order],
        }
    )


def _inert(cell: str) -> str:
    if cell[:1] in "=+-@\t\r" and cell[:1] and not _is_figure(cell):
        return "'" + cell
    return cell


def _is_figure(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).replace(",", "").removesuffix("%").isdigit() or cell in (
        "-",
        "--",
        "—",
    )
