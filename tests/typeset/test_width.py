"""Cells: the same figures rich paints with."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.typeset.width import cell_offsets, cell_width, char_width

BLOCKS = {
    "Latin, Greek, Cyrillic": (0x20, 0x530),
    "punctuation and symbols": (0x2000, 0x2C00),
    "CJK marks, kana, bopomofo, squares": (0x2E80, 0x3400),
    "ideographs and hexagrams": (0x3400, 0xA4D0),
    "Hangul": (0x1100, 0x1200),
    "Hangul syllables": (0xAC00, 0xD800),
    "compatibility and full width": (0xF900, 0x10000),
    "emoji": (0x1F000, 0x1FB00),
    "ideographic planes": (0x20000, 0x323B0),
}


@pytest.mark.parametrize(("first", "end"), BLOCKS.values(), ids=BLOCKS)
def test_every_assigned_character_is_as_wide_as_rich_paints_it(first: int, end: int) -> None:
    known = [chr(code) for code in range(first, end) if unicodedata.category(chr(code)) not in ("Cn", "Cf", "Cc")]
    assert [ch for ch in known if char_width(ch) != cell_len(ch)] == []


def test_control_characters_take_no_cell() -> None:
    assert {char_width(chr(code)) for code in (*range(0x20), *range(0x7F, 0xA0))} == {0}


@given(st.text(st.characters(exclude_categories=["Cn", "Cf", "Co", "Cs"], exclude_characters="\ufe0f")))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_text_is_as_wide_as_rich_paints_it(text: str) -> None:
    assert cell_width(text) == cell_len(text) == cell_offsets(text)[-1]


def test_offsets_are_the_cells_characters_begin_in() -> None:
    assert cell_offsets("a中e\u0301。") == [0, 1, 3, 4, 4, 6]
    assert cell_offsets("") == [0]
