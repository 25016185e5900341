"""The gate: nothing a terminal obeys or hides survives, and everything else does."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.gate import visible
from reader.typeset.width import char_width

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
EVERY = "".join(map(chr, range(0x110000)))
SHOWN = visible(EVERY, keep="")
ANY_TEXT = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\x1b\x9b\u202e\u200b\ufeff\ud800\n\t年"))


def test_no_code_point_that_a_terminal_may_obey_or_hide_survives() -> None:
    replaced = {}
    for ch, shown in zip(EVERY, SHOWN, strict=True):
        if shown != ch:
            replaced[ch] = shown
        else:
            assert unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"), f"U+{ord(ch):04X}"
    marks = set(replaced.values())
    assert {unicodedata.category(mark) for mark in marks} == {"So"}
    assert {char_width(mark) for mark in marks} == {1}


def test_unassigned_code_points_survive_only_where_ideographs_will_be() -> None:
    survivors = [ord(ch) for ch in SHOWN if unicodedata.category(ch) == "Cn"]
    assert all(0x20000 <= code <= 0x3FFFD for code in survivors)
    assert visible("\ufdd0\uffff\U0002fffe\U0003ffff\U0010ffff") == "�" * 5
    assert visible("\U000323b0") == "\U000323b0"


def test_letters_marks_figures_and_blanks_survive() -> None:
    fillers = set("\u115f\u1160\u3164\uffa0")
    printed = [ch for ch in EVERY if unicodedata.category(ch)[0] in "LNPS" and ch not in fillers]
    assert list(visible("".join(printed))) == printed
    assert visible("a\u00a0b\u3000c") == "a\u00a0b\u3000c"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J红", "␛[2J红"),
        ("\x9b31m", "␦31m"),
        ("\x00\x07\x08\r\x0b\x0c\x7f", "␀␇␈␍␋␌␡"),
        ("5\u202e42\u202c万元", "5␦42␦万元"),
        ("\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "␦␦␦␦␦␦␦"),
        ("张\u200b三\u200c\u200d\u2060\ufeff\u00ad", "张␦三␦␦␦␦␦"),
        ("葛\U000e0100❤\ufe0f\u034f\u180b", "葛␦❤␦␦␦"),
        ("\ufff9漢\ufffaかん\ufffb\U000e0041", "␦漢␦かん␦␦"),
        ("a\u2028b\u2029c\x85", "a␦b␦c␦"),
        ("\ud800\udfff", "␦␦"),
        ("\ue000\U000f0000", "��"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_feeds_and_tabs_are_the_callers_choice() -> None:
    assert visible("一\n二\t三") == "一\n二\t三"
    assert visible("一\n二\t三", keep="\n") == "一\n二␉三"
    assert visible("一\n二\t三", keep="") == "一␊二␉三"
    with pytest.raises(ValueError, match="kept"):
        visible("x", keep="\x1b")


@pytest.mark.parametrize("page", SEEDS, ids=lambda path: path.name)
def test_a_page_comes_back_as_it_is(page: Path) -> None:
    text = page.read_text("utf-8-sig")
    assert visible(text) is text


@given(ANY_TEXT)
@settings(max_examples=300, derandomize=True, deadline=None)
def test_one_for_one_and_done_once(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) is shown
    assert all(unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or ch in "\n\t" for ch in shown)
    assert [visible(ch) for ch in text] == list(shown)
