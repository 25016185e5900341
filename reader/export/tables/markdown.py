"""Tables as Markdown: GitHub Flavored Markdown, section 4.10; escapes by CommonMark 0.31, section 2.4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.export.tables.cellvalues import value_text
from reader.export.tables.shown import Shown
from reader.gate import visible

# Signs that mark something inside of a line; then what GFM makes a link of without any sign around it, and the
# dollar, between two of which GitHub sets formulas.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BREAKS = re.compile(r"\s*[\n\t\r]\s*")


def markdown_lines(shown: Shown, *, values: bool) -> Iterator[str]:
    """Title and caption, the header, columns of figures set to the right, and the rows; summary rows stand out."""
    if shown.title:
        yield f"**{_text(shown.title)}**\n\n"
    if shown.caption:
        yield f"*{_text(shown.caption)}*\n\n"
    yield _line(map(_text, shown.names))
    yield _line("---:" if column.is_numeric else "---" for column in shown.typed())
    for line in shown.lines(values=values):
        cells = (_text(value_text(cell)) for cell in line.cells)
        yield _line(f"**{cell}**" if line.is_summary and cell else cell for cell in cells)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _text(text: str) -> str:
    """`text` on one line, with nothing in it that is obeyed by a renderer or a terminal."""
    return _MARKUP.sub(r"\\\g<0>", visible(_BREAKS.sub(" ", text), keep="").strip())
