from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.occurrences import folded, occurrences


def test_width_and_capitals_do_not_matter() -> None:
    assert occurrences("ＧＤＰ增长，gdp下降,GDP", "gdp") == [(0, 3), (6, 9), (12, 15)]
    assert occurrences("增长,下降", "长，") == [(1, 3)]
    assert occurrences("增长", "") == []


@given(st.text(alphabet="aAbＢİß，,", max_size=20), st.text(alphabet="aAbＢİ，,", min_size=1, max_size=3))
def test_every_hit_is_one_and_none_is_missed(text: str, wanted: str) -> None:
    assert len(folded(text)) == len(text)
    found = occurrences(text, wanted)
    assert all(folded(text[start:end]) == folded(wanted) for start, end in found)
    assert len(found) == folded(text).count(folded(wanted))
