from __future__ import annotations

import sys
import tomllib
import unicodedata

import pytest
from rich.cells import cell_len

from reader.gate import visible
from reader.resources import data_text
from reader.typeset.ambiguous import laid_out, painted
from reader.typeset.width import cell_width

DATA = tomllib.loads(data_text("ambiguous.toml"))
CELLS = {"one_cell": 1, "two_cells": 2}


def ambiguous() -> set[str]:
    """All ambiguous characters that take a cell and that pass the gate, and the gate's own mark."""
    chars = map(chr, range(sys.maxunicode + 1))
    of_width_a = [ch for ch in chars if unicodedata.east_asian_width(ch) == "A"]
    return {ch for ch in of_width_a if unicodedata.category(ch)[0] != "M" and unicodedata.category(ch) != "Co"}


def pairs(section: str) -> list[tuple[str, str]]:
    return [pair for olds, news in DATA[section].values() for pair in zip(olds, news, strict=True)]


def test_every_ambiguous_character_has_a_stand_in_or_is_kept() -> None:
    one = [old for old, _new in pairs("one_cell")]
    kept = "".join(DATA["kept"].values())
    assert len(one) > 700
    assert sorted([*one, *kept]) == sorted(ambiguous())
    two = [old for old, _new in pairs("two_cells")]
    assert len(two) == len(set(two))
    assert set(two) <= set(one)


@pytest.mark.parametrize("section", CELLS)
def test_stand_ins_are_of_a_width_all_agree_on(section: str) -> None:
    for old, new in pairs(section):
        assert unicodedata.east_asian_width(new) != "A", (old, new)
        assert cell_width(new) == cell_len(new) == CELLS[section], (old, new)
        assert visible(new) == new


def test_page_text_gets_signs_of_two_cells() -> None:
    assert laid_out("“十四五”规划——‘双碳’…25℃,№1 ① ±2·×二○二三") == "「十四五」规划－－『双碳』⋯25度,#1 ➀ ∓2・✕二〇二三"
    assert laid_out("don’t, the readers’ “Times”") == "don't, the readers』 「Times」"
    assert laid_out("plain") == "plain"


def test_what_was_measured_keeps_its_width() -> None:
    text = "┌─ “城市” · 3×4 … ▲▼ ━┛ α"
    assert painted(text) == '+- "城市" ⋅ 3✕4 ⋯ ▴▾ =+ ά'
    assert cell_width(painted(text)) == cell_width(text)


def test_what_is_kept_stays() -> None:
    assert laid_out("½杯⑫") == painted("½杯⑫") == "½杯⑫"


def test_the_seeds_have_nothing_ambiguous_left(seed_texts: dict[str, str]) -> None:
    text = "".join(seed_texts.values())
    assert ambiguous() & set(text)
    assert not ambiguous() & set(laid_out(text))
    assert not ambiguous() & set(painted(text))
    assert len(laid_out(text)) == len(text)
