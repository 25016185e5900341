from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from reader.search.occurrences import folded, occurrences


def test_traditional_characters_are_found_by_simplified_ones_and_the_other_way() -> None:
    assert occurrences("臺灣與臺北，台北", "台北") == [(3, 5), (6, 8)]
    assert occurrences("头发与头发", "頭髮") == [(0, 2), (3, 5)]
    assert folded("乾隆薴𫗮　ＧＤＰ") == "干隆苎𫗮 gdp"


def test_the_table_of_characters_is_read_when_it_is_needed() -> None:
    code = (
        "import reader.search.occurrences as o, reader.search.variants as v\n"
        "assert not v.simplified_forms.cache_info().currsize\n"
        "assert o.folded('GDP') == 'gdp' and not v.simplified_forms.cache_info().currsize\n"
        "assert o.folded('發') == '发' and v.simplified_forms.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_code_point_is_folded_twice_or_into_two() -> None:
    signs = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(folded(signs)) == len(signs)
    assert folded(folded(signs)) == folded(signs)


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)
    assert folded(text) == "".join(folded(sign) for sign in text)


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
