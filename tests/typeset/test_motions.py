from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.typeset.motions import before, runs, sentence_at, sentences, word_at

TEXT = "本报讯 全市GDP增长5.2%。“好！”他说，“真的吗？”\n会议要求：抓落实……再抓。"


def pieces(text: str, starts: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_sentences_end_behind_their_closing_marks() -> None:
    assert pieces(TEXT, sentences(TEXT)) == [
        "本报讯 全市GDP增长5.2%。",
        "“好！”",
        "他说，“真的吗？”\n",
        "会议要求：抓落实……",
        "再抓。",
    ]


def test_a_sentence_on_a_character_is_without_the_blanks_behind_it() -> None:
    assert TEXT[slice(*sentence_at(TEXT, TEXT.index("真")))] == "他说，“真的吗？”"


def test_where_words_are_not_known_runs_of_a_script_stand_for_them() -> None:
    assert pieces("本报讯 GDP增长5.2%，好", runs("本报讯 GDP增长5.2%，好")) == [
        "本报讯 ",
        "GDP",
        "增长",
        "5.2%",
        "，",
        "好",
    ]


def test_a_word_on_a_blank_is_the_blank() -> None:
    assert word_at("本报 讯", [0, 3], 2) == (2, 3)


@given(st.text(alphabet="本报。”！“ a1\n；", max_size=40), st.data())
def test_every_character_is_in_one_word_and_one_sentence(text: str, data: st.DataObject) -> None:
    if text:
        at = data.draw(st.integers(0, len(text) - 1))
        for start, end in (word_at(text, runs(text), at), sentence_at(text, at)):
            assert start <= at < end


def test_beginnings_before() -> None:
    assert [before([2, 5], 2), before([2, 5], 3), before([2, 5], 9)] == [None, 2, 5]
