"""Tables of one series, and what has changed between two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.i18n import use
from reader.ranking import ColumnKind, Ranking, SortKey
from reader.ranking.series import Change, compared, earlier_of_series, same_series, stem
from reader.ranking.side_by_side import change_label, side_by_side
from reader.ranking.standings import PlacedTable
from tests.ranking.ranking_tables import placed

COLUMNS = ["排名", "单位", "得分"]
ROWS = [["1", "小店区", "98.5"], ["2", "迎泽区", "97"], ["3", "晋源区", "96"]]
LATER = [["1", "迎泽区", "99"], ["2", "小店区", "98.5"], ["3", "古交市", "90"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023年9月城市管理考核排名", "2023年10月城市管理考核排名"),
        ("9月份城市管理考核排名", "十月份城市管理考核排名"),
        ("2023年第三季度空气质量排名", "2024年一季度空气质量排名"),
        ("上半年空气质量排名(一)", "全年空气质量排名（一）"),
        ("二〇二三年1-9月空气质量排名", "2023年1—10月空气质量排名"),
        ("本周菜价一览表", "第40周菜价一览表"),
        ("前三季度主要指标", "上半年主要指标"),
    ],
)
def test_titles_that_differ_by_their_time_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("满意度排名(一)", "满意度排名(二)"),
        ("12345热线排名", "12348热线排名"),
        ("9月空气质量排名", "9月水质排名"),
    ],
)
def test_titles_that_differ_by_more_have_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)


TIMES = st.sampled_from(
    ["2023年9月", "10月份", "第三季度", "上半年", "2023年度", "截至9月30日", "第40周", "九月", "1-11月"]
)


@given(TIMES, TIMES, st.text(alphabet="空气质量考核（）:、排名 Ab", max_size=12))
def test_whatever_the_title_its_time_is_not_in_its_stem(one: str, other: str, title: str) -> None:
    assert stem(one + title) == stem(other + title) == stem(title)
    assert stem(title + one) == stem(title)


def table(title: str, day: str | None, newspaper: str | None = "太原日报", columns: list[str] = COLUMNS) -> PlacedTable:
    return placed(columns, [[*row, *[""] * (len(columns) - 3)] for row in ROWS], title, day, newspaper)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (table("10月考核排名", "2023-11-30"), True),
        (table("10月考核排名", "2023-11-30", "太原晚报"), True),
        (table("10月考核的排名", "2023-11-30"), True),
        (table("10月考核排名", "2023-10-31"), False),
        (table("10月考核排名", None), False),
        (table("10月考核排名(二)", "2023-11-30"), False),
        (table("10月空气质量", "2023-11-30"), False),
        (table("10月考核排名", "2023-11-30", columns=[*COLUMNS, "备注"]), True),
        (table("10月考核排名", "2023-11-30", columns=["排名", "单位", "结案率"]), False),
        (placed(COLUMNS, [["1", "杭州市", "9"]], "10月考核排名", "2023-11-30", "杭州日报"), False),
        (placed(COLUMNS, [["1", "杏花岭区", "9"]], "10月考核排名", "2023-11-30", "太原日报"), True),
    ],
)
def test_which_tables_are_of_one_series(other: PlacedTable, is_same: bool) -> None:
    one = table("9月考核排名", "2023-10-31")
    assert same_series(one, other) is same_series(other, one) is is_same


def test_the_one_before_is_the_last_of_the_earlier_ones() -> None:
    series = [table(f"{month}月考核排名", f"2023-{month + 1:02}-28") for month in range(1, 10)]
    tables = [*series[::-1], table("不相干的表", "2023-09-30"), table("5月考核排名", None)]
    assert earlier_of_series(series[5], tables) is series[4]
    assert earlier_of_series(series[0], tables) is None
    assert earlier_of_series(tables[-1], tables) is None


def test_what_has_changed() -> None:
    then, now = placed(COLUMNS, ROWS, "", "2023-10-31"), placed(COLUMNS, LATER, "", "2023-11-30")
    changes = compared(then, now)
    assert [(one.name, one.climbed, one.difference) for one in changes] == [
        ("迎泽区", 1, 2.0),
        ("小店区", -1, 0.0),
        ("古交市", None, None),
        ("晋源区", None, None),
    ]
    assert [(one.then_row, one.now_row) for one in changes] == [(1, 0), (0, 1), (None, 2), (2, None)]


def test_side_by_side_is_a_table_that_sorts() -> None:
    use("en")
    table = side_by_side(
        placed(COLUMNS, ROWS, "9月排名", "2023-10-31"), placed(COLUMNS, LATER, "10月排名", "2023-11-30")
    )
    assert table.columns == (
        "单位",
        "2023/10-31/rank",
        "2023/11-30/rank",
        "change",
        "2023/10-31/得分",
        "2023/11-30/得分",
        "diff.",
    )
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["迎泽区", "2", "1", "↑1", "97", "99", "+2"],
        ["小店区", "1", "2", "↓1", "98.5", "98.5", "0"],
        ["古交市", "—", "3", "new", "—", "90", "—"],
        ["晋源区", "3", "—", "gone", "96", "—", "—"],
    ]
    ranking = Ranking(table)
    assert [column.is_numeric for column in ranking.columns] == [False, True, True, True, True, True, True]
    assert [table.rows[row][0].text for row in ranking.order([SortKey(3)])][:2] == ["小店区", "迎泽区"]


def test_names_kept_in_place_sort_between_those_that_rose_and_those_that_fell() -> None:
    use("en")
    later = [["1", "小店区", "98"], ["2", "晋源区", "97"], ["3", "迎泽区", "96"]]
    table = side_by_side(placed(COLUMNS, ROWS, "", "2023-10-31"), placed(COLUMNS, later, "", "2023-11-30"))
    order = Ranking(table).order([SortKey(3, descending=True)])
    assert [table.rows[row][3].text for row in order] == ["↑1", "=", "↓1"]
    assert Ranking(table).columns[3].kind is not ColumnKind.TEXT


def test_a_name_in_two_groups_is_two_names() -> None:
    columns = ["类型", "排名", "单位", "得分"]
    rows = [
        ["城区", "1", "公安局", "9"],
        ["城区", "2", "税务局", "8"],
        ["县", "1", "公安局", "7"],
        ["县", "2", "教育局", "6"],
    ]
    later = [
        ["县", "1", "教育局", "9"],
        ["县", "2", "公安局", "8"],
        ["城区", "1", "公安局", "7"],
        ["城区", "2", "税务局", "6"],
    ]
    changes = compared(placed(columns, rows, "", "2023-10-31"), placed(columns, later, "", "2023-11-30"))
    assert [(one.name, one.climbed) for one in changes] == [("教育局", 1), ("公安局", -1), ("公安局", 0), ("税务局", 0)]


NAMES = st.lists(st.tuples(st.sampled_from("甲乙丙丁戊"), st.integers(0, 99).map(str)), max_size=8)


@given(NAMES, NAMES)
def test_every_row_of_both_tables_is_compared_once(then: list[tuple[str, str]], now: list[tuple[str, str]]) -> None:
    tables = placed(["单位", "得分"], then, "", "2023-10-31"), placed(["单位", "得分"], now, "", "2023-11-30")
    changes = compared(*tables)
    for table, rows in zip(tables, ([one.then_row for one in changes], [one.now_row for one in changes]), strict=True):
        assert sorted(row for row in rows if row is not None) == [row for row, name in enumerate(table.names) if name]
    back = compared(*reversed(tables))
    assert sum(one.climbed or 0 for one in back) == -sum(one.climbed or 0 for one in changes)
    for one in changes:
        assert one.then_row is not None or one.now_row is not None
        assert change_label(one)


def test_a_change_without_places_is_none() -> None:
    assert Change("甲", 0, 0, None, None, "", "", None).climbed is None
