"""Where a name stands in the tables of a corpus, and by what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.corpus import Corpus
from reader.ranking.places import Place, places
from reader.ranking.sorting import Ranking
from reader.ranking.standings import placed_tables, standings
from tests.ranking.ranking_tables import placed, table_of

SIGNS = st.text(alphabet="小店区局 A\u3000ａ", max_size=4)


def test_the_seed_tables_are_listed_newest_first(seeds: Corpus) -> None:
    tables = placed_tables(seeds)
    assert [len(one.table.rows) for one in tables] == [30, 12, 58]
    assert [one.date.value for one in tables] == [dt.date(2024, 3, 27)] * 2 + [dt.date(2023, 10, 31)]
    assert [one.score.name if one.score else None for one in tables] == [None, None, "考评得分"]
    assert tables[2].title == "综合评价表"


@pytest.mark.parametrize("name", ["小店区", "小 店\u3000区", "小店"])
def test_where_a_name_stands(seeds: Corpus, name: str) -> None:
    found = list(standings(placed_tables(seeds), name))
    assert [(one.name, one.place and one.place[:2], one.score) for one in found] == [
        ("小店区政府", (3, 12), ""),
        # 序号 begins anew in every group, and the scores fall along it: third of the six districts of the town.
        ("小店区", (1, 6), "99.99"),
    ]


@pytest.mark.parametrize("name", ["", " ", "\u3000", "没有的名字", "综合评价表"])
def test_a_name_may_stand_nowhere(seeds: Corpus, name: str) -> None:
    assert list(standings(placed_tables(seeds), name)) == []


def test_the_very_name_comes_before_those_that_have_it_in_them_and_the_better_before_the_worse() -> None:
    table = placed(["排名", "单位"], [["1", "市公安局交警支队"], ["2", "公安局"], ["3", "市公安局"]])
    assert [one.name for one in standings([table], "公安局")] == ["公安局", "市公安局交警支队", "市公安局"]


def test_looking_ends_when_nobody_waits_for_it_any_more() -> None:
    tables = [placed(["单位"], [["甲"]])] * 5
    answers = iter([True, True, False])
    assert len(list(standings(tables, "甲", lambda: next(answers)))) == 2


def ranks(columns: Sequence[str], rows: Iterable[Sequence[str]], summary: Iterable[int] = ()) -> list[Place | None]:
    table = table_of(columns, rows, summary)
    found = places(Ranking(table))
    return [found.get(row) for row in range(len(table.rows))]


def test_without_a_printed_rank_the_highest_score_is_first_and_ties_share_the_better_place() -> None:
    rows = [["甲", "90"], ["乙", "95"], ["丙", "95"], ["丁", "—"], ["戊", "80"], ["合计", "360"]]
    assert ranks(["单位", "得分"], rows, [5]) == [
        Place(3, 4, 1),
        Place(1, 4, 1),
        Place(1, 4, 1),
        None,
        Place(4, 4, 1),
        None,
    ]


def test_a_printed_rank_counts_whatever_the_score() -> None:
    rows = [["第一名", "甲", "70"], ["第二名", "乙", "90"], ["第三名", "丙", "80"], ["", "丁", "10"]]
    assert ranks(["名次", "单位", "得分"], rows) == [Place(1, 3, 0), Place(2, 3, 0), Place(3, 3, 0), None]


def test_a_column_that_only_counts_the_rows_is_no_rank() -> None:
    rows = [
        [str(at), name, score] for at, (name, score) in enumerate(zip("甲乙丙丁", ("7", "9", "6", "8"), strict=True), 1)
    ]
    assert ranks(["序号", "单位", "得分"], rows) == [Place(3, 4, 2), Place(1, 4, 2), Place(4, 4, 2), Place(2, 4, 2)]


def test_one_list_of_the_last_is_of_as_many_as_its_highest_rank() -> None:
    assert ranks(["排名", "单位"], [["58", "甲"], ["57", "乙"]]) == [Place(58, 58, 0), Place(57, 58, 0)]


def test_two_first_places_of_one_ranking_are_no_two_rankings() -> None:
    rows = [["机关", "1", "甲"], ["机关", "1", "乙"], ["企业", "3", "丙"], ["企业", "4", "丁"]]
    assert [one and one[:2] for one in ranks(["类型", "排名", "单位"], rows)] == [(1, 4), (1, 4), (3, 4), (4, 4)]


@given(st.lists(st.tuples(SIGNS, st.integers(0, 9).map(str) | st.just("—")), min_size=1, max_size=12), SIGNS)
def test_standings_are_the_rows_that_have_the_name(rows: list[tuple[str, str]], name: str) -> None:
    table = placed(["单位", "得分"], rows)
    found = {one.row for one in standings([table], name)}
    wanted = "".join(name.replace("ａ", "a").split()).lower()
    if table.name is not None and table.name.index == 0:
        names = ["".join(text.replace("ａ", "a").split()).lower() for text, _score in rows]
        assert found == {row for row, text in enumerate(names) if wanted and wanted in text}


@given(st.lists(st.sampled_from(["9", "8.5", "70", "—", "", "1万"]), max_size=12))
def test_places_by_score_are_one_more_than_the_rows_that_are_better(scores: list[str]) -> None:
    rows = [[f"单位{'甲乙丙丁戊己庚辛壬癸子丑'[at]}", score] for at, score in enumerate(scores)]
    ranking = Ranking(table_of(["单位", "得分"], rows))
    numbers = [ranking.number(row, 1) for row in range(len(rows))]
    for row, place in places(ranking).items():
        number = numbers[row]
        assert number is not None
        assert place.rank == 1 + sum(other is not None and other > number for other in numbers)
        assert place.of == sum(other is not None for other in numbers)
