from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.pinyin import found_by_initials, initials, stands_at

MIXED = st.text(alphabet="太原理工重行长t y2gcxh，", max_size=12)


def test_all_readings_count() -> None:
    assert initials("太原理工") == ("t", "y", "l", "g")
    assert {"c", "z"} <= set(initials("重")[0])
    assert {"h", "x"} <= set(initials("行")[0])
    assert initials("长〇㐀")[0] == "cz"
    assert all(initials("〇㐀"))


def test_what_is_not_read_has_no_letters() -> None:
    assert initials("a2，\n😀") == ("", "", "", "", "")


def test_letters_and_characters_may_be_mixed() -> None:
    for typed in ("tylg", "太原lg", "ty理工", "太原理工"):
        assert found_by_initials("在太原理工大学", typed) == [(1, 5)]
    assert found_by_initials("重庆银行", "cq") == found_by_initials("重庆银行", "zq") == [(0, 2)]
    assert found_by_initials("太原科技大学", "tylg") == []
    assert found_by_initials("太原", "") == []


def test_a_letter_printed_is_itself_only() -> None:
    assert found_by_initials("5g", "5个") == []
    assert found_by_initials("5个5g", "5g") == [(0, 2), (2, 4)]


@given(MIXED, MIXED.filter(bool))
def test_what_is_found_stands_there_and_nothing_before_it_does(text: str, typed: str) -> None:
    end = 0
    for start, stop in [*found_by_initials(text, typed), (len(text), len(text))]:
        assert not any(stands_at(typed, text, at) for at in range(end, min(start, len(text))))
        if start < len(text):
            assert stop - start == len(typed)
            assert all(
                sign == wanted or wanted in letters
                for sign, wanted, letters in zip(text[start:stop], typed, initials(text[start:stop]), strict=True)
            )
        end = stop
