from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.search.occurrences import folded
from reader.search.pinyin import stands_at
from reader.search.quick import LONGEST, Place, QuickIndex, Rank

HEADLINES = [
    "太原理工大学今年招生",
    "太原理工",
    "重庆银行在并开业",
    "走进太原理工大学",
    "走进“太原理工”",
    "我省举办5G大会",
    "5个县城通高铁",
    "太原：科技与理工",
    "Ｈｕａｗｅｉ在太原",
    "AI 手机来了",
]

SIGNS = "太原理工重行tyz2，？ “会咯"
TEXTS = st.lists(st.text(alphabet=SIGNS + "\nＴ", max_size=9), max_size=12)
TYPED = st.text(alphabet=SIGNS + "ＴlgkxcX", max_size=6)


def found(typed: str, limit: int = 50, texts: list[str] = HEADLINES) -> list[str]:
    return [texts[match.item] for match in QuickIndex(texts).find(typed, limit)]


def test_initials_find_and_the_best_is_first() -> None:
    expected = ["太原理工", "太原理工大学今年招生", "走进“太原理工”", "走进太原理工大学"]
    assert found("tylg") == expected
    assert found("太原lg") == expected
    assert found("ty理工") == expected
    assert found("太原理工") == expected


def test_characters_of_several_readings() -> None:
    assert found("cqyh") == found("zqyx") == ["重庆银行在并开业"]


def test_width_and_capitals_do_not_matter() -> None:
    assert found("huawei") == found("ＨＵＡＷＥＩ") == ["Ｈｕａｗｅｉ在太原"]


def test_all_words_must_stand_and_those_in_a_row_come_first() -> None:
    assert found("太原 理工") == [*found("tylg")[:2], "太原：科技与理工", *found("tylg")[2:]]
    assert found("太原 xyz") == []
    assert found("ai 手机") == found("手机 ai") == ["AI 手机来了"]


def test_what_is_printed_comes_before_what_is_read_so() -> None:
    assert found("g", texts=["个", "g"]) == ["g", "个"]
    assert found("5g") == ["5个县城通高铁", "我省举办5G大会"]


def test_nothing_typed_finds_nothing() -> None:
    assert found("") == found(" 　") == found("太", limit=0) == []
    assert QuickIndex([]).find("太", 5) == []


def test_spans_of_what_was_matched() -> None:
    (first, *_rest) = QuickIndex(["走进太原：理工大学"]).find("lg ty", 1)
    assert first.spans == (Span(2, 4), Span(5, 7))
    assert first.rank == Rank(Place.WORD, True, True, 5, 9)
    (row,) = QuickIndex(["AI 手机来了"]).find("ai 手机", 1)
    assert row.spans == (Span(0, 2), Span(3, 5))
    assert not row.rank.apart


def test_only_the_beginning_of_an_endless_text_is_searched() -> None:
    texts = ["天" * LONGEST + "地", "天" * (LONGEST - 1) + "地"]
    assert [match.item for match in QuickIndex(texts).find("地", 5)] == [1]


def test_traps_of_the_alphabet() -> None:
    rare = ["\U00020000太", "한太", "é太", "?太", "\x7f太"]
    index = QuickIndex(rare)
    assert [match.item for match in index.find("太", 9)] == [0, 1, 2, 3, 4]
    for at, text in enumerate(rare):
        assert at in [match.item for match in index.find(text, 9)]
    assert [match.item for match in index.find("?", 9)] == [3]


def expected(texts: list[str], typed: str) -> list[tuple[Rank, int]]:
    """What the rules of `Rank` say, one text after the other."""
    words = folded(typed).split()
    ranked: list[tuple[Rank, int]] = []
    for index, text in enumerate(texts):
        ranks = list(_ranks(words, folded(text.replace("\n", " ")))) if words else []
        if ranks:
            ranked.append((min(ranks), index))
    return sorted(ranked)


def _ranks(words: list[str], text: str) -> list[Rank]:
    ranks = []
    for by_sound in (False, True):
        places = [
            [at for at in range(len(text)) if (stands_at(word, text, at) if by_sound else text.startswith(word, at))]
            for word in words
        ]
        if not all(places):
            continue
        for at in places[0]:
            ranks.append(Rank(_place(text, at), True, by_sound, at, len(text)))
        for row in product(*places):
            gaps = [
                text[before + len(word) : behind]
                for before, word, behind in zip(row, words, row[1:], strict=False)
                if before + len(word) <= behind
            ]
            if len(gaps) == len(words) - 1 and all(len(gap) < 2 and not gap.isalnum() for gap in gaps):
                whole = row[0] == 0 and row[-1] + len(words[-1]) == len(text)
                place = Place.WHOLE if whole else _place(text, row[0])
                ranks.append(Rank(place, False, by_sound, row[0], len(text)))
    return ranks


def _place(text: str, at: int) -> Place:
    def kind(sign: str) -> str:
        return "" if not sign.isalnum() else "latin" if sign.isascii() else "han"

    if at == 0:
        return Place.PREFIX
    return Place.WORD if kind(text[at]) and kind(text[at]) != kind(text[at - 1]) else Place.INSIDE


@given(TEXTS, TYPED, st.integers(1, 12))
def test_every_text_that_matches_is_found_in_the_order_of_rank(texts: list[str], typed: str, limit: int) -> None:
    matches = QuickIndex(texts).find(typed, limit)
    assert [(match.rank, match.item) for match in matches] == expected(texts, typed)[:limit]


@given(TEXTS, TYPED)
def test_spans_are_sorted_and_each_word_stands_in_one(texts: list[str], typed: str) -> None:
    for match in QuickIndex(texts).find(typed, 20):
        text = folded(texts[match.item])
        assert list(match.spans) == sorted(match.spans)
        assert all(before.end < behind.start for before, behind in zip(match.spans, match.spans[1:], strict=False))
        assert any(span.start <= match.rank.start < span.end for span in match.spans)
        for word in folded(typed).split():
            assert any(
                stands_at(word, text, at) for span in match.spans for at in range(span.start, span.end - len(word) + 1)
            )


@pytest.mark.parametrize("typed", ["t", "太", "t l", "y，", "2 太", "会h", "zz t"])
def test_very_many_texts_are_ranked_as_few(typed: str) -> None:
    chance = random.Random(1)  # noqa: S311
    texts = ["".join(chance.choices(SIGNS, k=chance.randint(0, 14))) for _ in range(20_000)]
    matches = QuickIndex(texts).find(typed, len(texts))
    assert [(match.rank, match.item) for match in matches] == expected(texts, typed)
