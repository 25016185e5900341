"""What holds for every text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parse.lines import split_lines
from reader.parse.tables import find_pieces, logical_tables
from tests.parse.tables.table_reading import lines_of

_MARKS = ["\t", "\n", "\n\n", "  ", "　", " ", "|", "|---|", "│", "──"]
_TAGS = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    '<td rowspan="3">',
    "<td colspan=2>",
    "<thead>",
    "<",
    ">",
]
_WORDS = [
    "排名",
    "单位",
    "得分",
    "合计",
    "1",
    "2",
    "3",
    "98.5%",
    "5.6万",
    "—",
    "市公安局",
    "第十二名",
    "(统计时间:2023)",
]
_MORE = ["综合评价表", "续表", "正文,有句号。", "类型", "系统考评", "&nbsp;"]
_plain = st.lists(st.sampled_from(_MARKS + _WORDS + _MORE), max_size=60).map("".join)
_pages = (
    _plain | st.lists(st.sampled_from(_MARKS + _TAGS + _WORDS + _MORE), max_size=60).map("".join) | st.text(max_size=80)
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(_pages)
def test_each_character_of_a_tables_lines_stands_in_one_span(text: str) -> None:
    lines = lines_of(text)
    pieces = find_pieces(text, lines)
    owned = [i for p in pieces for i in (*range(p.first, p.last + 1), *p.title, *p.caption)]
    assert len(owned) == len(set(owned))
    seen: Counter[int] = Counter()
    for table, _members in logical_tables(text, lines, pieces):
        parts = [part for part in (table.title, table.caption) if part]
        for start, end in [*table.spans, *(span for part in parts for span in part.spans)]:
            seen.update(range(start, end))
    wanted = {k for i in owned for k in range(lines[i].start, lines[i].end) if not text[k].isspace()}
    assert {k for k in seen if not text[k].isspace()} == wanted
    assert all(seen[k] == 1 for k in wanted)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(_pages)
def test_rows_have_one_width_and_indices_are_theirs(text: str) -> None:
    lines = lines_of(text)
    pieces = find_pieces(text, lines)
    found = logical_tables(text, lines, pieces)
    assert [member for table in found for member in table.members] == list(range(len(pieces)))
    for table, _members in found:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(0 <= index < len(table.rows) for index in table.ragged | table.summary)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(_plain)
def test_no_printed_cell_is_lost_or_doubled(text: str) -> None:
    lines = lines_of(text)
    pieces = find_pieces(text, lines)
    for table, members in logical_tables(text, lines, pieces):
        printed = sorted(
            (k, text[k])
            for member in members
            for row in pieces[member].rows
            for cell in row
            if cell.span
            for k in range(*cell.span)
            if not text[k].isspace()
        )
        kept = sorted(
            (k, text[k])
            for row in table.rows
            for cell in row
            if cell.span
            for k in range(*cell.span)
            if not text[k].isspace() and text[k] not in "|│"
        )
        assert kept == [(k, c) for k, c in printed if c not in "|│"]


@settings(max_examples=200, derandomize=True, deadline=None)
@given(_pages)
def test_cutting_lines_at_markup_loses_nothing(text: str) -> None:
    def shown(lines: list[tuple[int, int]]) -> list[int]:
        return [k for start, end in lines for k in range(start, end) if not text[k].isspace()]

    whole = [line.span for line in split_lines(text)]
    cut = lines_of(text)
    assert shown([line.span for line in cut]) == shown([*whole])
    assert all(text[line.start : line.end] == line.text == line.raw.strip() for line in cut)
