from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.around import around, pieces
from reader.typeset.width import cell_width

TEXTS = st.text(alphabet="太原a，1", min_size=1, max_size=60)


def test_a_hit_far_down_the_line_is_brought_into_view() -> None:
    line = around("甲" * 50 + "太原" + "乙" * 50, [(50, 52)], 50, 20)
    assert line.text == "…甲甲甲太原乙乙乙乙…"
    assert [line.text[start:end] for start, end in line.hits] == ["太原"]


def test_a_short_line_stays_as_it_is() -> None:
    assert around("太原理工", [(0, 2)], 0, 8) == ("太原理工", ((0, 2),))


def test_the_end_of_a_line_fills_it() -> None:
    line = around("甲" * 50 + "太原", [(50, 52)], 50, 21)
    assert line.text == "…" + "甲" * 8 + "太原"


def test_hits_that_overlap_are_one_piece_after_the_other() -> None:
    line = around("在太原理工大学", [(1, 5), (3, 7)], 1, 40)
    assert pieces(line) == [("在", False), ("太原理工", True), ("大学", True)]


@given(TEXTS, st.integers(0, 59), st.integers(1, 5), st.integers(0, 40))
def test_it_fits_and_marks_what_was_found(text: str, first: int, length: int, width: int) -> None:
    first = min(first, len(text) - 1)
    hit = (first, min(len(text), first + length))
    line = around(text, [hit], first, width)
    assert cell_width(line.text) <= width
    assert "".join(piece for piece, _hit in pieces(line)) == line.text
    marked = "".join(piece for piece, is_hit in pieces(line) if is_hit)
    assert text[slice(*hit)].startswith(marked)
    if width >= 9:
        assert marked[:1] == text[first]
