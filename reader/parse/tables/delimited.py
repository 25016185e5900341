"""Tables whose columns are parted by tabs, by runs of blanks, or by single blanks.

The three are tried in this order, each with stronger evidence asked for: a tab is seldom anything else, two blanks also
part the halves of a headline, one blank stands in any line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median_low

from reader.model import Cell
from reader.parse.lines import Line
from reader.parse.tables.alignment import align
from reader.parse.tables.grid import BLANK, Form, Grid, make_cell, printed, usual_width
from reader.parse.tables.headers import header_height
from reader.parse.tables.shapes import NUMERIC, Shape, column_cells, is_numeric, rank_value, sample, shape_of
from reader.parse.tables.vocabulary import is_header_word, is_sure_header_word

Cells = tuple[Cell, ...]
Splitter = Callable[[Line], Cells]

_TABS = re.compile(r"\t+")
_WIDE = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*[\u3000\t][ \u00a0\u3000\t]*")
_NARROW = re.compile(r"[ \u00a0\u3000\t]+")
_SENTENCE = re.compile(r"[。!?！？;；]")
_LONGEST_LINE = 400
_LONGEST_SECTION = 16
_FEWEST = 4
"""Rows from which a first one that is none of the table is left out."""


def _split(line: Line, separator: re.Pattern[str]) -> Cells:
    cells: list[Cell] = []
    at = 0
    for gap in separator.finditer(line.raw):
        cells.append(make_cell(line.raw[at : gap.start()], line.raw_start + at))
        at = gap.end()
    cells.append(make_cell(line.raw[at:], line.raw_start + at))
    return tuple(cells)


def by_tab(line: Line) -> Cells:
    """Cells between single tabs; leading ones count, for they stand for blank cells."""
    cells: list[Cell] = []
    at = line.raw_start
    for raw in line.raw.split("\t"):
        cells.append(make_cell(raw, at))
        at += len(raw) + 1
    return tuple(cells)


def by_tabs(line: Line) -> Cells:
    """Cells between runs of tabs, as where a typist used tabs to align."""
    return _split(line, _TABS)


def by_wide_blanks(line: Line) -> Cells:
    """Cells between runs of two blanks or ideographic blanks; a blank at the line's beginning is a blank cell.

    A name set wide (张　三) stays whole.
    """
    cells = list(_split(line, _WIDE))
    while cells and cells[-1] is BLANK:
        cells.pop()
    out: list[Cell] = []
    for cell in cells:
        before = out[-1] if out else BLANK
        is_wide_name = (
            before.span
            and cell.span
            and _is_one_han(before.text)
            and _is_one_han(cell.text)
            and cell.span.start - before.span.end <= 2
        )
        if before.span and cell.span and is_wide_name:
            start = before.span.start
            raw = line.raw[start - line.raw_start : cell.span.end - line.raw_start]
            out[-1] = make_cell(raw, start)
        else:
            out.append(cell)
    return tuple(out)


def by_blanks(line: Line) -> Cells:
    """Cells between blanks of any length."""
    return tuple(cell for cell in _split(line, _NARROW) if cell.text)


def _is_one_han(text: str) -> bool:
    return len(text) == 1 and "一" <= text <= "鿿"


def find_tabs(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines that hold tabs between cells."""
    return _find(lines, taken, Form.TABS, by_tab, lambda line: "\t" in line.raw, _is_tab_table, _TABS)


def find_wide_blanks(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines in columns aligned by blanks."""
    return _find(lines, taken, Form.BLANKS, by_wide_blanks, _may_be_row, _is_blank_table, _WIDE)


def find_blanks(lines: Sequence[Line], taken: Sequence[bool]) -> list[Grid]:
    """Runs of lines in columns parted by single blanks: only with a header, a regular grid and figures."""
    return _find(lines, taken, Form.BLANKS, by_blanks, _may_be_row, _is_single_blank_table, _NARROW)


def _may_be_row(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LINE and not _SENTENCE.search(line.text)


def _find(
    lines: Sequence[Line],
    taken: Sequence[bool],
    form: Form,
    splitter: Splitter,
    is_candidate: Callable[[Line], bool],
    is_table: Callable[[Sequence[Cells]], bool],
    separator: re.Pattern[str],
) -> list[Grid]:
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        # Most lines of a page have nothing that could part two cells.
        is_begun = not taken[index] and separator.search(line.text) and is_candidate(line)
        cells = splitter(line) if is_begun else ()
        if printed(cells) < 2:
            index += 1
            continue
        rows, at = [cells], [index]
        stop = index + 1
        while stop < len(lines) and not taken[stop] and lines[stop].gap <= 1:
            line = lines[stop]
            cells = splitter(line) if is_candidate(line) else ()
            if printed(cells) < 2 and not _is_inner(lines, taken, stop, splitter, is_candidate, cells):
                break
            rows.append(cells or (make_cell(line.text, line.start),))
            at.append(stop)
            stop += 1
        for start, end in _even_runs([lines[i].gap for i in at], len(rows)):
            if end - start > _FEWEST and not is_table(rows[start:end]) and is_table(rows[start + 1 : end]):
                # A line over the table that is set in columns as well.
                start += 1
            run = rows[start:end]
            if form is Form.TABS:
                run = _retabbed(lines, at[start:end], run)
            else:
                run = align(run, [lines[i] for i in at[start:end]])
            if is_table(run):
                numbers = tuple((i, i) for i in at[start:end])
                grids.append(Grid(form, at[start], at[end - 1], tuple(run), numbers))
        index = stop
    return grids


def _is_inner(
    lines: Sequence[Line],
    taken: Sequence[bool],
    index: int,
    splitter: Splitter,
    is_candidate: Callable[[Line], bool],
    cells: Cells,
) -> bool:
    """Whether a line with one cell stands inside a table: the name of a section, or a row with one cell left."""
    line = lines[index]
    if index + 1 >= len(lines) or taken[index + 1] or lines[index + 1].gap > line.gap or line.gap:
        return False
    if len(line.text) > _LONGEST_SECTION or _SENTENCE.search(line.text) or ":" in line.text or "：" in line.text:
        return False
    after = lines[index + 1]
    return printed(cells) <= 1 and is_candidate(after) and printed(splitter(after)) >= 2


def _even_runs(gaps: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Row ranges parted where a blank line stands that does not stand between most rows."""
    usual = median_low(gaps[1:]) if count > 2 else max(gaps[1:], default=0)
    cuts = [i for i in range(1, count) if gaps[i] > usual]
    return list(zip([0, *cuts], [*cuts, count], strict=True))


def _retabbed(lines: Sequence[Line], at: Sequence[int], rows: list[Cells]) -> list[Cells]:
    """`rows` read with runs of tabs as one separator, where that gives a regular grid and single tabs do not."""

    def regular(candidate: Sequence[Cells]) -> int:
        width = usual_width(candidate)
        return sum(len(row) == width for row in candidate)

    if regular(rows) * 4 >= len(rows) * 3:
        return rows
    runs = [by_tabs(lines[index]) for index in at]
    return runs if regular(runs) > regular(rows) else rows


def _figures(rows: Sequence[Cells], width: int) -> int:
    """Columns of figures below the first row."""
    texts = sample([[cell.text for cell in row] for row in rows[1:]])
    return sum(is_numeric(column_cells(texts, column)) for column in range(width))


def _header_words(row: Cells) -> int:
    return sum(is_header_word(cell.text) for cell in row if cell.text)


def _sure_words(row: Cells) -> int:
    return sum(is_sure_header_word(cell.text) for cell in row if cell.text)


def _is_tab_table(rows: Sequence[Cells]) -> bool:
    width = usual_width(rows)
    if len(rows) < 2 or width < 2:
        return False
    lengths = [len(cell.text) for row in rows for cell in row if cell.text]
    if len(rows) == 2:
        return len(rows[0]) == len(rows[1]) and (_figures(rows, width) > 0 or _sure_words(rows[0]) >= 2)
    if _figures(rows, width) or _sure_words(rows[0]) >= 2:
        return True
    # Three lines of two halves may be kicker, headline and deck.
    return (len(rows) >= 4 or width >= 3) and sum(lengths) <= 30 * len(lengths)


def _is_blank_table(rows: Sequence[Cells]) -> bool:
    width = usual_width(rows)
    if len(rows) < 3 or width < 2:
        return False
    step = repeat_of([cell.text for cell in rows[0]])
    # A list abreast ends where one of its lists does: its last rows lack whole entries.
    near = sum(abs(len(row) - width) <= 1 or (step > 1 and len(row) % step == 0) for row in rows)
    if near * 4 < len(rows) * 3:
        return False
    sure = _sure_words(rows[0])
    if sure >= 2 or (sure and _header_words(rows[0]) == printed(rows[0])):
        return True
    body = max(1, header_height([[cell.text for cell in row] for row in rows])) if _header_words(rows[0]) else 1
    return _strict_figures(rows[body - 1 :], width) > 0 and (len(rows) >= 4 or _header_words(rows[0]) > 0)


def repeat_of(names: Sequence[str]) -> int:
    """The number of names after which a header begins again, as a list abreast repeats it; 0 when it does not."""
    again = next((at for at in range(2, len(names) // 2 + 1) if names[at] == names[0]), 0)
    whole = again and len(names) % again == 0 and all(names[i] == names[i % again] for i in range(len(names)))
    return again if whole else 0


def _strict_figures(rows: Sequence[Cells], width: int) -> int:
    """Columns that hold nothing but figures below the first row, in rows of the usual width."""
    body = sample([[cell.text for cell in row] for row in rows[1:] if len(row) == width])
    if len(body) < 2:
        return 0
    allowed = NUMERIC | {Shape.BLANK, Shape.DASH}
    return sum(
        is_numeric(cells) and all(shape_of(cell) in allowed for cell in cells)
        for cells in (column_cells(body, column) for column in range(width))
    )


def _is_single_blank_table(rows: Sequence[Cells]) -> bool:
    width = usual_width(rows)
    if len(rows) < 3 or width < 2 or any(len(row) != width for row in rows):
        return False
    texts = [[cell.text for cell in row] for row in rows]
    figures = _strict_figures(rows, width)
    if not figures or figures == width:
        return False
    header = _sure_words(rows[0]) > 0 and not any(shape_of(cell) in NUMERIC for cell in texts[0])
    if header and len(rows) >= 4:
        return True
    if width < 3 or not (header or len(rows) >= 5):
        return False
    places = list(range(1, len(rows) + 1 - header))
    return any([rank_value(row[column]) for row in texts[header:]] == places for column in range(width))
