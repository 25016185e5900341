from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.names import find_names
from reader.model import Entity, EntityType
from tests.annotate.marked import sentences

WORDS = [
    "太原市",
    "省",
    "工信厅",
    "有限公司",
    "记者",
    " ",
    "王晓东",
    "、",
    "(",
    ")",
    "9月3日",
    "和",
    "大学",
    "\n",
    "介绍",
    "某",
    "𠮷",
]


def names_in(text: str) -> list[Entity]:
    return find_names([text])[0]


def names(text: str) -> list[tuple[str, EntityType]]:
    return [(one.text, one.type) for one in names_in(text)]


def test_names_of_the_sentences() -> None:
    """Sentences written before the rules were tried on them: most names come out whole and typed."""
    hits = found = wanted = 0
    for sentence in sentences():
        got = {(one.start, one.end, str(one.type)) for one in names_in(sentence.text)}
        gold = {(mark.start, mark.end, mark.type) for mark in sentence.names}
        hits, found, wanted = hits + len(got & gold), found + len(got), wanted + len(gold)
    assert 2 * hits / (found + wanted) >= 0.8


def test_level_before_an_organ_belongs_to_its_name() -> None:
    text = "9月3日省统计局消息,记者从市规划和自然资源局了解到,省卫健委已批复。"
    assert [text for text, kind in names(text) if kind is EntityType.ORGANISATION] == [
        "省统计局",
        "市规划和自然资源局",
        "省卫健委",
    ]


def test_two_organisations_joined_by_and_are_two() -> None:
    text = "浙江大学与杭州市公安局签署协议"
    assert names(text) == [("浙江大学", EntityType.ORGANISATION), ("杭州市公安局", EntityType.ORGANISATION)]


def test_signed_names() -> None:
    assert names("(陈珊、白一凡)") == [("陈珊", EntityType.PERSON), ("白一凡", EntityType.PERSON)]
    assert names("王韵菲 摄") == [("王韵菲", EntityType.PERSON)]


def test_offsets_are_those_of_full_width_text() -> None:
    text = "(以下简称“紫金数据”)（杭州）"
    wide = text.translate({0x28: 0xFF08, 0x29: 0xFF09})
    assert [(n.start, n.end) for n in names_in(wide)] == [(n.start, n.end) for n in names_in(text)]


@settings(max_examples=60)
@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=16).map("".join), st.text(max_size=20)))
def test_marks_are_in_order_and_quote_the_text(text: str) -> None:
    end = 0
    for one in names_in(text):
        assert isinstance(one, Entity)
        assert end <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        end = one.end


def test_figures_need_no_tagger_and_loading_it_is_silent_and_without_jieba() -> None:
    code = (
        "import sys\n"
        "from reader.annotate import names, tagger\n"
        "from reader.annotate.numbers import find_numbers\n"
        "find_numbers('5688亿元')\n"
        "print('numpy' in sys.modules)\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(4) as pool:\n"
        "    for _ in range(4): pool.submit(tagger.missing)\n"
        "tagger.missing()\n"
        "print('numpy' in sys.modules, 'jieba' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True", "False"]
    assert run.stderr == ""


def test_without_numpy_jieba_finds_the_names() -> None:
    """What is missing is said; names are still found, if fewer."""
    code = (
        "import sys\n"
        "sys.modules['numpy'] = None\n"
        "from reader.annotate import tagger\n"
        "from reader.annotate.names import find_names\n"
        "print(tagger.missing())\n"
        "print(*[f'{one.text}/{one.type}' for one in find_names(['浙江大学与杭州市公安局签署协议。'])[0]])\n"
    )
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    said, found = run.stdout.splitlines()
    assert "numpy" in said
    assert found == "浙江大学/ORG 杭州市公安局/ORG"
    assert run.stderr == ""
