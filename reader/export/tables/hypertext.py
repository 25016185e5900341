"""Tables as a page of HTML: one `table` each with caption, header and scopes (WHATWG HTML, section 4.9), no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reader.export.tables.cellvalues import value_text
from reader.export.tables.shown import Shown
from reader.gate import visible
from reader.ranking.columns import name_column

_STYLE = (
    "table{border-collapse:collapse;margin:1em 0}caption,th{text-align:left;font-weight:bold}"
    "th,td{padding:.2em .6em;border-bottom:1px solid #ccc;vertical-align:top}"
    ".number{text-align:right;font-variant-numeric:tabular-nums}tfoot td,tfoot th{border-top:2px solid}"
    "tbody th{font-weight:normal}"
)


def html_head(title: str) -> str:
    """The page up to its first table."""
    return (
        '<!DOCTYPE html>\n<html lang="zh" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


HTML_FOOT = "</body>\n</html>\n"


def html_lines(shown: Shown, *, values: bool) -> Iterator[str]:
    """The `table` element: summary rows are its foot, columns of figures have the class `number`, and the cell that
    says whom a row is about is its header."""
    typed = shown.typed()
    name = name_column(typed)
    headings = "<br>".join(_text(text) for text in (shown.title, shown.caption) if text)
    caption = f"<caption>{headings}</caption>\n" if headings else ""
    yield f'<table lang="zh" dir="ltr">\n{caption}<thead>\n<tr>'
    for column in typed:
        yield f'<th scope="col"{_class(column.is_numeric)}>{_text(column.name)}</th>'
    yield "</tr>\n</thead>\n<tbody>\n"
    in_foot = False
    for line in shown.lines(values=values):
        if line.is_summary and not in_foot:
            in_foot = True
            yield '</tbody>\n<tfoot class="summary">\n'
        cells = []
        for column, cell in zip(typed, line.cells, strict=True):
            text = _text(value_text(cell))
            if name is not None and column.index == name.index:
                cells.append(f'<th scope="row">{text}</th>')
            else:
                cells.append(f"<td{_class(column.is_numeric)}>{text}</td>")
        yield "<tr>" + "".join(cells) + "</tr>\n"
    yield "</tfoot>\n</table>\n" if in_foot else "</tbody>\n</table>\n"


def _class(is_numeric: bool) -> str:
    return ' class="number"' if is_numeric else ""


def _text(text: str) -> str:
    """`text` with nothing in it that a browser or a terminal obeys; line breaks are kept."""
    return escape(visible(text, keep="\n")).replace("\n", "<br>")
