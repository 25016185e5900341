"""Figures with what belongs to them, by themselves; that rows keep them whole is in test_breaking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.figures import figures, han_figures
from reader.typeset.rules import units

_TEXTS = st.text(
    st.sampled_from("019５%+ /每第前分之点一十万亿余多公里人太km\n。" + units().characters[:20]), max_size=30
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("投资5688亿元。", ["5688亿元"]),
        ("3万多名，50余人", ["3万多名", "50余人"]),
        ("增长20%的", ["20%"]),
        ("每小时60公里/小时", ["60公里/小时"]),
        ("宽5 m，重 8 kgs", ["5 m", "8"]),
        ("5太6", ["5太", "6"]),
        ("100+个", ["100+个"]),
    ],
)
def test_figures_in_digits(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in figures(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第32位和前5名", ["第32位", "前5名"]),
        ("第四十五场", ["第四十五场"]),
        ("二十五分之一的", ["二十五分之一"]),
        ("三点五公里", ["三点五公里"]),
        ("一百余家", ["一百余家"]),
        ("一般一定", []),
    ],
)
def test_figures_in_han_numerals(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in han_figures(text)] == found


@given(_TEXTS)
def test_figures_are_in_order_and_part_of_the_text(text: str) -> None:
    for find in (figures, han_figures):
        last = 0
        for start, end in find(text):
            assert last <= start < end <= len(text)
            last = end
