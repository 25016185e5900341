from __future__ import annotations

from reader.search.switcher import Kind, Switcher, headlines
from tests.named import named_archive


def switcher() -> Switcher:
    made = Switcher()
    made.add(Kind.HEADLINE, ["太原理工大学新建实验楼", "太原", "记者走进太原理工"])
    made.add(Kind.NAME, ["太原理工大学", "太原"])
    made.add(Kind.ISSUE, ["2023-09-04 太原日报"])
    return made


def test_the_best_of_all_kinds_stands_first() -> None:
    found = switcher().find("太原", 10)
    assert [(goal.kind, goal.text) for goal in found] == [
        (Kind.NAME, "太原"),
        (Kind.HEADLINE, "太原"),
        (Kind.NAME, "太原理工大学"),
        (Kind.HEADLINE, "太原理工大学新建实验楼"),
        (Kind.ISSUE, "2023-09-04 太原日报"),
        (Kind.HEADLINE, "记者走进太原理工"),
    ]


def test_no_more_are_found_than_are_wanted() -> None:
    assert [goal.text for goal in switcher().find("tylg", 2)] == ["太原理工大学", "太原理工大学新建实验楼"]
    assert switcher().find("tylg", 0) == []


def test_what_is_added_again_takes_the_place_of_what_was_there() -> None:
    made = switcher()
    made.add(Kind.NAME, ["小店区"])
    assert [goal.text for goal in made.find("太原理工大学", 10)] == ["太原理工大学新建实验楼"]
    assert [(goal.item, goal.spans) for goal in made.find("xdq", 10)] == [(0, ((0, 3),))]


def test_headlines_go_by_the_numbers_of_articles() -> None:
    snapshot = named_archive().snapshot
    assert headlines(snapshot) == [snapshot.article(number).title for number in range(snapshot.articles)]
    assert len(headlines(snapshot)) == 4
