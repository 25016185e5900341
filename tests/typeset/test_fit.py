"""Texts cut to cells, and headers in lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.fit import fit, header_lines, pad
from reader.typeset.width import cell_width

TEXTS = st.text(st.sampled_from("排名得分ａ1.%/(（） \u3000\u0301🙂") | st.characters(), max_size=40)


@given(TEXTS, st.integers(-2, 50), st.booleans())
def test_what_is_padded_has_the_width_and_what_is_cut_says_so(text: str, width: int, right: bool) -> None:
    cut, padded = fit(text, width), pad(text, width, right=right)
    assert cell_width(padded) == max(width, 0)
    assert padded.strip(" ") == cut.strip(" ")
    assert cut == text or width <= 0 or (cut.endswith("…") and text.startswith(cut[:-1]))


@given(TEXTS, st.integers(1, 20))
def test_a_header_keeps_every_character_in_lines_of_its_width(text: str, width: int) -> None:
    lines = header_lines(text, width)
    assert "".join("".join(lines).split()) == "".join(text.replace("/", "").split())
    assert all(cell_width(line) <= width or len(line) == 1 or cell_width(line[1:]) == 0 for line in lines)
