"""The displayed text: what the newspaper printed, one code point for one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typeset.display import display

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("本报讯 10月27日,省高院发布。", "本报讯 10月27日，省高院发布。"),
        ("增长93.29%,居第32位;其中:一是", "增长93.29%，居第32位；其中：一是"),
        ("谁来管?怎么管!", "谁来管？怎么管！"),
        ("什么?!他问", "什么？！他问"),
        ("据《晚报》,昨日", "据《晚报》，昨日"),
        ("“两山”,“一泓清水”", "“两山”，“一泓清水”"),
        ("Q:你好", "Q：你好"),
        ("(记者 张三)报道", "（记者 张三）报道"),
        ("表(一(二)三)", "表（一（二）三）"),
        ("(记者 张三）", "（记者 张三）"),
        ("会议结束.", "会议结束。"),
        ("他说:“好.”", "他说：“好。”"),
        ("今天开会.会上通过决议.", "今天开会。会上通过决议。"),
        ("名称\t件数", "名称 件数"),
    ],
)
def test_marks_of_chinese_text_are_full_width(printed: str, shown: str) -> None:
    assert display(printed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "共1,234,567元",
        "上午10:30开会",
        "以3:2获胜",
        "按1:0.5配比",
        "排放(CO)和(973)以及(PM2.5)等",
        "见https://a.com/b?c=1,2;d:3和www.b.cn/x!y等",
        "发信至zhang.san@example.com。",
        "他唱Hello, world! It is (really) fine; yes: ok",
        "“yes”, he said到",
        "约翰.史密斯来访。",
        "一.项目名称",
        "1.项目",
        "1)加强",
        "增长93.29的",
        "等等...",
        "a,b;c:d?e!f(g)h. ",
    ],
)
def test_marks_of_figures_and_foreign_words_stay(text: str) -> None:
    assert display(text) == text


def test_the_mark_behind_a_link_is_the_sentences() -> None:
    assert display("见http://a.com/b,然后") == "见http://a.com/b，然后"


@pytest.mark.parametrize("page", SEEDS, ids=lambda path: path.name)
def test_no_ascii_mark_is_left_between_han_and_every_decimal_is(page: Path) -> None:
    text = page.read_text("utf-8-sig")
    shown = display(text)
    assert not re.search("[一-龥][,;:?!]|[,;:?!][一-龥]|[(][^()\n]*[一-龥][^()\n]*[)]", shown)
    assert re.findall(r"\d[.,:]\d", shown) == re.findall(r"\d[.,:]\d", text)


@given(st.text(st.sampled_from("一年A1,;:?!()（）.。”“ \n\t/w%") | st.characters(exclude_categories=[])))
@settings(max_examples=400, derandomize=True, deadline=None)
def test_one_for_one_and_only_marks_change(text: str) -> None:
    shown = display(text)
    assert len(shown) == len(text)
    full = dict(zip(",;:?!().\t", "，；：？！（）。 ", strict=True))
    assert all(b in (a, full.get(a)) for a, b in zip(text, shown, strict=True))
    plain = not set(text) & set("（）")
    assert not plain or shown.count("（") == shown.count("）")
