"""The screen as an SVG picture, Chinese text at its true width.

Rich gives each run of text the length of one cell a character (`textLength`), and so squeezes Han characters, which
take two, to half their width (Textualize/rich#2742). The runs are placed right; only their lengths are mended here.
"""

from __future__ import annotations

import html
import re

from reader.typeset.width import cell_width

_RUN = re.compile(r'(<text\b[^>]*\btextLength=")([\d.]+)("[^>]*>)([^<]*)(</text>)')


def widened(svg: str) -> str:
    """`svg` as Rich writes it, each run as long as its text is wide."""

    def mend(run: re.Match[str]) -> str:
        text = html.unescape(run[4])
        if not text or text.isascii():
            return run[0]
        length = float(run[2]) / len(text) * cell_width(text)
        return f"{run[1]}{length:g}{run[3]}{run[4]}{run[5]}"

    return _RUN.sub(mend, svg)
