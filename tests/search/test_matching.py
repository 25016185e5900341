from __future__ import annotations

import pytest

from reader.annotate.numbers import find_numbers
from reader.search.matching import matches_number
from reader.search.query import Numbers
from reader.search.reading import read_query


def holds(condition: str, text: str) -> bool:
    item = read_query(condition).clauses[0].items[0]
    assert isinstance(item, Numbers)
    return matches_number(find_numbers(text), item)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (">=10亿元", "投资1000000000元"),
        ("=10亿元", "投资1,000,000,000元"),
        ("=1,000,000,000元", "投资10亿元"),
        (">10亿元", "先投1亿元，再投12亿元"),
        ("10..20亿元", "投资20亿元"),
        (">4年", "为期3-5年"),
        ("<4年", "为期3-5年"),
        ("=4年", "为期3-5年"),
        (">=5年", "为期3-5年"),
        ("<5%", "从5%至3%不等"),
        (">4%", "从5%至3%不等"),
        (">1000", "来了1200人"),
        (">1000", "得票1200"),
        (">4", "来了3-5人"),
        (">1000人", "来了1200人"),
    ],
)
def test_what_holds(condition: str, text: str) -> None:
    assert holds(condition, text)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (">10亿元", "投资10亿元"),
        (">10亿元", "投资20亿美元"),
        (">=10亿元", "10亿人"),
        ("10..20亿元", "投资21亿元"),
        (">5年", "为期3-5年"),
        ("<3年", "为期3-5年"),
        ("=6年", "为期3-5年"),
        (">1000", "投资1200元，长1500米，热线123456，历时3-5年"),
        (">1", "增长5%至8%"),
        (">1", "今年2月至5月"),
        (">100人", "来了数百人"),
        (">5%", "没有数字"),
        (">2公里", "长3000米"),
    ],
)
def test_what_does_not_hold(condition: str, text: str) -> None:
    assert not holds(condition, text)
