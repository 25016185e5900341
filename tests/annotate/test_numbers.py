from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.numbers import find_numbers
from reader.model import Interval, Number, NumberType
from tests.annotate.marked import Mark, Sentence, sentences

SIGNS = "零一二三四五六七八九十百千万亿两半第前周月日年时分点元个名家次届级%.,:-—至到成倍番余多几数(（)）“”、 \n"
WORDS = [
    "2023",
    "9",
    "15",
    "1.8",
    "亿元",
    "百分之",
    "个百分点",
    "平方米",
    "5G",
    "PM_{2.5}",
    "进一步",
    "世纪",
    "５６８",
    "①",
    "\ud800",
]
PIECES = st.sampled_from([*SIGNS, *WORDS])
PRESS_TEXT = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


def same_value(expected: str, number: Number) -> bool:
    try:
        wanted = float(expected)
    except ValueError:
        return expected == number.value
    assert not isinstance(number.value, Interval)
    assert number.value is not None
    return float(number.value) == pytest.approx(wanted, rel=1e-5)


def check(marks: tuple[Mark, ...], numbers: list[Number]) -> None:
    assert [(n.start, n.end, n.type) for n in numbers] == [(m.start, m.end, m.type) for m in marks]
    for mark, number in zip(marks, numbers, strict=True):
        assert not mark.value or same_value(mark.value, number), (mark, number)
        assert not mark.unit or mark.unit == number.unit, (mark, number)


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence.text[:12])
def test_figures_of_a_sentence(sentence: Sentence) -> None:
    check(sentence.numbers, find_numbers(sentence.text))


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("2022—2035年", "2022", "2035", None),
        ("2023年9月1日至9月30日", "2023-09-01", "2023-09-30", None),
        ("3月25日至27日", "--03-25", "--03-27", None),
        ("前7月", "--01", "--07", None),
        ("9:30-17:00", "09:30", "17:00", None),
        ("周一至周五", "weekday:1", "weekday:5", None),
        ("1.8吨至150吨", 1.8, 150, "t"),
        ("50万元至200万元", 500_000, 2_000_000, "CNY"),
        ("3-5万元", 30_000, 50_000, "CNY"),
        ("5%—10%", 0.05, 0.1, "ratio"),
        ("3-5年", 3, 5, "year"),
    ],
)
def test_a_range_is_one_mention(printed: str, low: object, high: object, unit: str | None) -> None:
    text = f"为期{printed},"
    assert [(n.text, n.type, n.value, n.unit) for n in find_numbers(text)] == [
        (printed, NumberType.RANGE, Interval(low, high), unit)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "为进一步统一思想,一体化推进",
        "万柏林区、五台山、三峡、四川、九江、六盘水",
        "沪硅半导体与二胡爱好者",
        "三晋百姓十分高兴,一如既往",
        "千方百计稳岗,万家灯火",
        "这是首批试点之一",
    ],
)
def test_words_that_hold_a_numeral_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


def test_ten_centuries_are_a_time_and_the_tenth_is_a_date() -> None:
    assert [(number.value, number.unit) for number in find_numbers("十个世纪，十九世纪")] == [
        (10, "century"),
        ("18XX", None),
    ]


@given(PRESS_TEXT)
def test_marks_are_in_order_and_quote_the_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.text == text[number.start : number.end]
        assert number.text.strip()
        end = number.end


@given(PRESS_TEXT)
def test_width_of_the_digits_changes_nothing(text: str) -> None:
    wide = text.translate({ord(sign): ord(sign) - 0x30 + 0xFF10 for sign in "0123456789"})
    assert [(n.start, n.end, n.type, n.value, n.unit) for n in find_numbers(wide)] == [
        (n.start, n.end, n.type, n.value, n.unit) for n in find_numbers(text)
    ]


@given(st.lists(st.sampled_from(sentences()), min_size=1, max_size=4))
def test_lines_are_read_by_themselves(lines: list[Sentence]) -> None:
    offset = 0
    expected: list[tuple[int, int, str]] = []
    for line in lines:
        expected += [(offset + m.start, offset + m.end, m.type) for m in line.numbers]
        offset += len(line.text) + 1
    found = find_numbers("\n".join(line.text for line in lines))
    assert [(n.start, n.end, n.type) for n in found] == expected
