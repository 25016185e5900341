"""Rows fitted into columns of one height: no column begins with a blank row, none ends with a heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reader.typeset.layout import Row
from reader.typeset.sections import Section, SectionKind

_HEADINGS = frozenset({SectionKind.KICKER, SectionKind.HEADLINE, SectionKind.DECK, SectionKind.CROSSHEAD})
_LONGEST = 6
"""Rows of headings that are kept with the text under them; more are a page of notices, not a heading."""


def in_columns(rows: Sequence[Row], flow: Sequence[Section], height: int) -> list[Row]:
    """The rows with blank ones left out or put in, so that every `height` of them make a column. Linear.

    In columns too low for a heading and a row of text, headings stay where they fall.
    """
    set_rows: list[Row] = []
    for is_heading, run in groupby(rows, key=lambda row: row.end > row.start and flow[row.section].kind in _HEADINGS):
        block = list(run)
        filled = len(set_rows) % height
        if is_heading and len(block) <= _LONGEST and len(block) < height and filled + len(block) >= height:
            while set_rows and set_rows[-1].end == set_rows[-1].start and len(set_rows) % height:
                set_rows.pop()
            begin = Row(block[0].section, 0, 0)
            set_rows += [begin] * (-len(set_rows) % height)
        for row in block:
            if row.end > row.start or len(set_rows) % height:
                set_rows.append(row)
    return set_rows
