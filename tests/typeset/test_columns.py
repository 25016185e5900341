from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.columns import in_columns
from reader.typeset.layout import Row
from reader.typeset.sections import Section, SectionKind

KINDS = st.lists(st.sampled_from([SectionKind.PARAGRAPH, SectionKind.CROSSHEAD, SectionKind.HEADLINE]), max_size=12)


def rows_of(kinds: list[SectionKind], lengths: list[int]) -> tuple[list[Row], list[Section]]:
    """Sections of some rows each, a blank row before every heading but the first."""
    flow = [Section(kind, "字" * 99) for kind in kinds]
    rows: list[Row] = []
    for index, (kind, length) in enumerate(zip(kinds, lengths, strict=False)):
        if rows and kind is not SectionKind.PARAGRAPH:
            rows.append(Row(index, 0, 0))
        count = length if kind is SectionKind.PARAGRAPH else 1
        rows += [Row(index, at, at + 1) for at in range(count)]
    return rows, flow


def printed(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.end > row.start]


@given(KINDS, st.lists(st.integers(1, 9), min_size=12, max_size=12), st.integers(1, 12))
def test_no_row_is_lost_and_none_changes_its_place(kinds: list[SectionKind], lengths: list[int], height: int) -> None:
    rows, flow = rows_of(kinds, lengths)
    placed = in_columns(rows, flow, height)
    assert printed(placed) == printed(rows)
    assert placed == sorted(placed, key=lambda row: (row.section, row.start))


@given(st.lists(st.integers(1, 9), min_size=6, max_size=6), st.integers(4, 12))
def test_no_column_begins_blank_or_ends_with_a_heading(lengths: list[int], height: int) -> None:
    kinds = [SectionKind.HEADLINE, *[SectionKind.PARAGRAPH, SectionKind.CROSSHEAD] * 2, SectionKind.PARAGRAPH]
    rows, flow = rows_of(kinds, lengths)
    placed = in_columns(rows, flow, height)
    for start in range(0, len(placed), height):
        column = placed[start : start + height]
        assert column[0].end > column[0].start
        last = printed(column)[-1]
        assert flow[last.section].kind is SectionKind.PARAGRAPH


def test_a_crosshead_goes_to_the_next_column_with_its_text() -> None:
    kinds = [SectionKind.PARAGRAPH, SectionKind.CROSSHEAD, SectionKind.PARAGRAPH]
    rows, flow = rows_of(kinds, [2, 1, 3])
    assert [row.section if row.end > row.start else None for row in in_columns(rows, flow, 4)] == [
        *(0, 0, None, None),
        *(1, 2, 2, 2),
    ]
