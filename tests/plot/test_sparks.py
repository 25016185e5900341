from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.plot.sparks import sparks


@pytest.mark.parametrize(
    ("counts", "width", "blocks"),
    [
        ([], 10, ""),
        ([3], 10, "█"),
        ([1, 0, 8], 10, "▁ █"),
        ([1, 2, 3, 4, 5, 6, 7, 8], 8, "▁▂▃▄▅▆▇█"),
        ([1, 1, 4, 4], 2, "▂█"),
        ([1, 2], 0, ""),
        ([0, 0], 5, "  "),
    ],
)
def test_blocks(counts: list[int], width: int, blocks: str) -> None:
    assert sparks(counts, width) == blocks


@given(st.lists(st.integers(0, 10**6), max_size=99), st.integers(1, 40))
def test_no_year_with_articles_is_blank(counts: list[int], width: int) -> None:
    blocks = sparks(counts, width)
    assert len(blocks) <= width
    assert (blocks.strip() != "") == any(counts)
    if len(counts) <= width:
        assert [block != " " for block in blocks] == [count > 0 for count in counts]
