from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.numbers import find_numbers
from reader.annotate.units import unit_words
from reader.search.figures import DateFigureError, Figure, read_figure, written


@pytest.mark.parametrize(
    "text", ["10亿元", "5%", "3公里", "5‰", "8.5万千瓦时", "3天", "三成", "10亿美元", "5个百分点", "20万人"]
)
def test_a_figure_is_read_as_the_annotation_of_a_page_is(text: str) -> None:
    (number,) = find_numbers(text)
    assert read_figure(text) == Figure(number.value, number.unit)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "太原", "5foo", "数百人", "3:2", "第5", "3-5年", "5.", "-5", "9" * 5000, "1e5"])
def test_what_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize("text", ["2023年", "5月", "5月3日", "10:30", "5点"])
def test_what_says_when(text: str) -> None:
    with pytest.raises(DateFigureError):
        read_figure(text)


def test_figures_are_written_in_few_signs() -> None:
    figures = [(10**9, "CNY"), (15 * 10**7, "CNY"), (12345, "人"), (0.05, "ratio"), (2023, None), (0.5, "year")]
    assert [written(*figure) for figure in figures] == ["10亿元", "1.5亿元", "12,345人", "5%", "2,023", "0.5年"]


_SYMBOLS = (
    "CNY USD ratio percentage_point km m m2 t kg kWh degC MB PFLOPS year month week day hour minute 人 个 点 路 级 人次"
)


@given(
    st.integers(0, 10**15 - 1) | st.integers(0, 10**9).map(lambda value: value * 10**5) | st.integers(0, 2100),
    st.sampled_from(_SYMBOLS.split()) | st.none(),
)
def test_a_figure_reads_back(value: int, unit: str | None) -> None:
    value = value // 10**5 if unit in ("ratio", "percentage_point") else value
    assert read_figure(written(value, unit)) == Figure(value, unit)


@given(st.integers(1, 10**9).map(lambda value: value / 10**4), st.sampled_from(_SYMBOLS.split()) | st.none())
def test_a_decimal_figure_reads_back(value: float, unit: str | None) -> None:
    assert read_figure(written(value, unit)) == Figure(value, unit)


def test_every_unit_has_a_word() -> None:
    assert unit_words("km")[0].word == "公里"
    assert unit_words("省(市)")[0].word == "省(市)"
