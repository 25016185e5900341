from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.numerals import NUMERAL, numeral_value

DIGITS = "零一二三四五六七八九"


def in_han(number: int) -> str:
    """`number` below 10^12 as it is read aloud, without the short forms 十二 and 两."""

    def below_ten_thousand(part: int) -> str:
        text, gap = "", False
        for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, part = divmod(part, scale)
            if digit:
                text += ("零" if gap and text else "") + DIGITS[digit] + sign
            gap = digit == 0
        return text

    text = ""
    for scale, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, scale)
        if part:
            text += ("零" if text and part < 1000 else "") + below_ten_thousand(part) + sign
    return text or "零"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_whole_number_read_aloud_has_its_value(number: int) -> None:
    printed = in_han(number)
    found = NUMERAL.match(printed)
    assert found is not None
    assert found[0] == printed
    assert numeral_value(printed) == number


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["", "万", "亿", "万亿"]))
def test_arabic_figures_take_their_scale(number: int, scale: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert numeral_value(f"{number}{scale}") == number * factor
    assert numeral_value(f"{number:,}{scale}") == number * factor


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("两千多", 2000),
        ("300余万", 3_000_000),
        ("百亿", 10**10),
        ("万", 10_000),
        ("一百二", 120),
        ("三万五", 35_000),
        ("二〇二四", 2024),
        ("8.5万", 85_000),
        ("三点五亿", 350_000_000),
        ("数百", None),
        ("几十", None),
        ("七八十", None),
    ],
)
def test_forms_of_the_press(printed: str, value: int | None) -> None:
    assert numeral_value(printed) == value
