"""Row breaks: the rules on the seed pages, and what holds for every text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from reader.typeset.breaking import Row, balance, break_rows
from reader.typeset.display import display
from reader.typeset.width import cell_width
from tests.typeset.checker import cells, faults, print_of

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
WIDTHS = (20, 30, 40, 60, 76, 100)
WHOLE = ("percent", "amount", "count", "measure", "ordinal", "date")
ALPHABET = "一年亿元万第本报讯1290.,%-+A/bc，。、”“（）(《》——……:：·￥ \n\u3000\u0301é🙂"
ANY_TEXT = st.text(st.sampled_from(ALPHABET) | st.characters(exclude_categories=[]), max_size=120)
SPANS = st.lists(st.tuples(st.integers(-3, 130), st.integers(-3, 130)), max_size=5)


def lines_of(page: Path) -> list[str]:
    return [line.strip() for line in page.read_text("utf-8-sig").split("\n") if line.strip() and "\t" not in line]


def shown(text: str, rows: list[Row]) -> list[str]:
    return [text[start:end] for start, end in rows]


@pytest.mark.parametrize("hang", [0, 2])
@pytest.mark.parametrize("page", SEEDS, ids=lambda path: path.name[:3])
def test_no_row_of_a_seed_page_breaks_a_rule(page: Path, hang: int) -> None:
    for line in lines_of(page):
        for text in (line, display(line)):
            for width in WIDTHS:
                rows = break_rows(text, width, indent=4, hang=hang)
                assert faults(text, rows) == []
                assert all(cells(row) <= width + hang for row in shown(text, rows))


@pytest.mark.parametrize("width", [20, 40, 60])
def test_the_line_breaking_algorithm_of_unicode_allows_the_breaks(width: int) -> None:
    """UAX #14 by another hand. It glues curly quotes to both sides, which its revision for simplified Chinese and
    CLREQ do not: breaks before “ and behind ” are judged by the checker alone."""
    sample = [display(line) for page in SEEDS for line in lines_of(page) if len(line) > 60][::9]
    assert len(sample) > 10
    for text in sample:
        allowed = set(line_break_boundaries(text))
        for before, after in pairwise(break_rows(text, width)):
            quoted = text[after.start] in "“‘" or text[before.end - 1] in "”’"
            assert after.start in allowed or quoted, text[before.start : after.end]


@pytest.mark.parametrize("page", SEEDS, ids=lambda path: path.name[:3])
def test_no_figure_found_by_hand_is_cut(page: Path) -> None:
    text = page.read_text("utf-8-sig")
    gold = json.loads((ROOT / "tests" / "gold" / f"{page.name[:3]}.numbers.json").read_text("utf-8"))["numbers"]
    for width in WIDTHS:
        ends = {row.end for row in break_rows(text, width)}
        for number in gold:
            start, end, mention = number["start"], number["end"], number["text"]
            if number["type"] in WHOLE and len(mention) < 10 and "(" not in mention:
                whole = not any(ch.isspace() for ch in mention) and any(ch.isdigit() for ch in mention)
                assert not whole or ends.isdisjoint(range(start + 1, end)), f"{mention} at {width}"


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("甲乙丙丁，戊己", 8, ["甲乙丙丁，", "戊己"]),
        ("甲乙丙丁，”戊", 8, ["甲乙丙", "丁，”戊"]),
        ("甲乙丙《丁戊》", 8, ["甲乙丙", "《丁戊》"]),
        ("甲乙——丙丁", 5, ["甲", "乙——", "丙丁"]),
        ("增长93.29%了", 8, ["增长", "93.29%了"]),
        ("达5688亿元多", 8, ["达", "5688亿元", "多"]),
        ("在今年2023年9月的", 12, ["在今年", "2023年9月的"]),
        ("位列第32位。", 8, ["位列", "第32位。"]),
        ("约1,234,567人", 12, ["约", "1,234,567人"]),
        ("今晨零下-12.5℃到", 12, ["今晨零", "下-12.5℃到"]),
        ("每吨5元/公斤啊", 10, ["每吨", "5元/公斤啊"]),
        ("共 100 km 长", 8, ["共", "100 km", "长"]),
        ("百分之三十五点五强", 16, ["百分之三十五点五", "强"]),
        ("见www.example.com/a?b=1", 26, ["见www.example.com/a?b=1"]),
        ("见www.example.com/a?b=1", 22, ["见", "www.example.com/a?b=1"]),
        ("用ChatGPT写", 8, ["用", "ChatGPT", "写"]),
        ("本报讯 2022年10月27日,省高院", 22, ["本报讯 2022年10月", "27日,省高院"]),
        ("PM_{2.5}降", 8, ["PM_{2.5}", "降"]),
        ("一\n\n二三", 8, ["一", "二三"]),
        ("  一　", 8, ["一"]),
        ("", 8, []),
        (" \n ", 8, []),
    ],
)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    found = break_rows(text, width, indent=4 if text.startswith("本报讯") else 0)
    assert shown(text, found) == rows


def test_a_blank_before_a_long_run_does_not_end_the_row() -> None:
    text = "本报讯 省高院发布今年度行政审判白皮书并公布十大典型案例"
    assert shown(text, break_rows(text, 20, indent=4))[0] == "本报讯 省高院发"


def test_one_mark_hangs_and_only_in_a_gutter() -> None:
    text = "甲乙丙丁，戊己"
    assert shown(text, break_rows(text, 8, hang=0)) == ["甲乙丙", "丁，戊己"]
    assert shown(text, break_rows(text, 8, hang=1)) == ["甲乙丙", "丁，戊己"]
    assert shown("甲乙丙丁,戊", break_rows("甲乙丙丁,戊", 8, hang=1)) == ["甲乙丙丁,", "戊"]


def test_a_row_gives_up_two_cells_for_a_word_and_not_four() -> None:
    text = "甲乙丙丁戊己庚辛"
    assert shown(text, break_rows(text, 8, words=[0, 3, 5])) == ["甲乙丙", "丁戊己庚", "辛"]
    assert shown(text, break_rows(text, 8, words=[0, 2, 7])) == ["甲乙丙丁", "戊己庚辛"]


def test_kept_spans_are_not_cut() -> None:
    text = "记者张三丰报道说完"
    assert shown(text, break_rows(text, 8)) == ["记者张三", "丰报道说", "完"]
    assert shown(text, break_rows(text, 8, keep=[(7, 9), (2, 5)])) == ["记者", "张三丰报", "道说完"]


def test_what_is_wider_than_a_row_is_cut_where_the_row_ends() -> None:
    text = "见" + "a" * 25
    assert shown(text, break_rows(text, 10)) == ["见aaaaaaaa", "a" * 10, "a" * 7]


def test_width_must_be_positive() -> None:
    with pytest.raises(ValueError, match="width"):
        break_rows("一", 0)


@given(
    ANY_TEXT,
    st.integers(1, 50),
    st.integers(-2, 60),
    st.integers(0, 3),
    SPANS,
    st.none() | st.lists(st.integers(0, 130), max_size=40).map(sorted),
)
@settings(max_examples=500, derandomize=True, deadline=None)
def test_nothing_is_lost_no_row_too_wide_offsets_ascend(
    text: str, width: int, indent: int, hang: int, keep: list[tuple[int, int]], words: list[int] | None
) -> None:
    rows = break_rows(text, width, indent=indent, hang=hang, keep=keep, words=words)
    assert print_of("".join(shown(text, rows))) == print_of(text)
    assert all(start < end and text[start:end].strip() == text[start:end] for start, end in rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))
    for k, row in enumerate(shown(text, rows)):
        room = width - min(max(indent, 0), max(width - 2, 0)) if k == 0 else width
        base = row.rstrip("\u0301")
        assert cell_width(row) <= max(room + hang, 2 if len(base) == 1 or cell_width(row[:1]) == cell_width(row) else 0)


@given(st.text(st.sampled_from("一二三年，。、“”（）《》"), max_size=60), st.integers(8, 30), st.integers(0, 2))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_rules_hold_wherever_no_run_of_marks_fills_a_row(text: str, width: int, hang: int) -> None:
    spaced = "一二".join(text)
    rows = break_rows(spaced, width, hang=hang)
    assert faults(spaced, rows) == []


@given(ANY_TEXT, st.integers(1, 50))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_balanced_headline_has_as_few_rows_and_loses_nothing(text: str, width: int) -> None:
    rows = balance(text, width)
    assert print_of("".join(shown(text, rows))) == print_of(text)
    assert len(rows) == len(break_rows(text, width, hang=0))
    assert all(cell_width(row) <= max(width, 2) for row in shown(text, rows))


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("甲乙丙丁戊己庚辛壬癸", 16, ["甲乙丙丁戊", "己庚辛壬癸"]),
        ("抓改革 促发展 惠民生 奋力谱写新篇章", 24, ["抓改革 促发展 惠民生", "奋力谱写新篇章"]),
        ("稳中求进，推动经济高质量发展", 20, ["稳中求进，", "推动经济高质量发展"]),
        ("短标题", 24, ["短标题"]),
    ],
)
def test_headlines(text: str, width: int, rows: list[str]) -> None:
    assert shown(text, balance(text, width)) == rows


def test_a_headline_is_cut_between_words() -> None:
    text = "全市法院行政审判呈现新亮点"
    assert shown(text, balance(text, 16, words=[0, 2, 4, 6, 8, 10, 11])) == ["全市法院行政", "审判呈现新亮点"]
