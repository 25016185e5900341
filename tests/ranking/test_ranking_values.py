from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ranking import comparable, parse_value


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("93.29%", 93.29, "%"),
        ("９３．２９％", 93.29, "%"),
        (r"93.2\%", 93.2, "%"),
        ("2.5‰", 2.5, "‰"),
        ("1,234", 1234, None),
        ("-12.5", -12.5, None),
        ("−12.5", -12.5, None),
        ("5.6万", 56_000, None),
        ("1.1万", 11_000, None),
        ("3000万元", 30_000_000, "元"),
        ("12.3亿元", 1_230_000_000, "元"),
        ("5万多元", 50_000, "元"),
        ("98分", 98, "分"),
        ("¥12.5", 12.5, None),
        ("下降3.2%", -3.2, "%"),
        ("↓3", -3, None),
        ("同比增长5%", 5, "%"),
        ("第十二名", 12, None),
        ("第3", 3, None),
        ("三百零五", 305, None),
        ("二〇二四", 2024, None),
        ("一万二千", 12_000, None),
        ("③", 3, None),
        ("7.", 7, None),
    ],
)
def test_figures(text: str, number: float, unit: str | None) -> None:
    value = parse_value(text)
    assert value is not None
    assert value.number == pytest.approx(number, rel=1e-12)
    assert value.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "—",
        "——",
        "/",
        "无",
        "免评",
        "1-3",
        "1,23",
        "1_000",
        "1e5",
        "nan",
        "inf",
        "约3",
        "3月26日",
        "第",
        "%",
    ],
)
def test_blanks_dashes_and_words_have_no_value(text: str) -> None:
    assert parse_value(text) is None


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.integers(-(10**9), 10**9), st.sampled_from(["", "%", "元", "户"]), st.booleans())
def test_a_printed_number_is_read_back(number: int, unit: str, grouped: bool) -> None:
    value = parse_value((f"{number:,}" if grouped else str(number)) + unit)
    assert value is not None
    assert (value.number, value.unit) == (number, unit or None)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    value = parse_value(text)
    assert value is None or abs(value.number) < float("inf")


@given(st.text(alphabet="0159.%,-万１+ ", max_size=24))
def test_the_short_way_to_a_number_is_the_long_one(text: str) -> None:
    value = parse_value(text)
    assert comparable(text) == (None if value is None else value.number)
