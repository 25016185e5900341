from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotate.resolve import resolved


@pytest.mark.parametrize(
    ("value", "issue", "day"),
    [
        ("--09-04", dt.date(2023, 9, 5), "2023-09-04"),
        ("--12-30", dt.date(2023, 1, 2), "2022-12-30"),
        ("--01-05", dt.date(2022, 12, 30), "2023-01-05"),
        ("--04", dt.date(2023, 9, 5), "2023-04"),
        ("---04", dt.date(2023, 9, 5), "2023-09-04"),
        ("---30", dt.date(2023, 1, 2), "2022-12-30"),
        ("--07-13T16:00", dt.date(2012, 7, 5), "2012-07-13T16:00"),
        ("2019-01", dt.date(2023, 9, 5), "2019-01"),
        ("--09-04", None, "--09-04"),
        ("10:30", dt.date(2023, 9, 5), "10:30"),
    ],
)
def test_days_are_those_of_the_issue(value: str, issue: dt.date | None, day: str) -> None:
    assert resolved(value, issue) == day


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS, st.sampled_from(["", "T09:30"]))
def test_a_day_without_its_year_is_the_one_near_the_issue(day: dt.date, issue: dt.date, time: str) -> None:
    found = resolved(f"--{day:%m-%d}{time}", issue)
    assert found[4:] == f"-{day:%m-%d}{time}"
    assert abs(int(found[:4]) - issue.year) <= 1
    months = (int(found[:4]) - issue.year) * 12 + day.month - issue.month
    assert -6 <= months <= 6
    assert resolved(found, issue) == found


@given(DAYS, DAYS)
def test_a_day_without_its_month_is_in_that_of_the_issue_or_the_one_before(day: dt.date, issue: dt.date) -> None:
    year, month, number = map(int, resolved(f"---{day:%d}", issue).split("-"))
    assert number == day.day
    assert (issue.year - year) * 12 + issue.month - month in (0, 1)


@given(st.text("-0123456789T:XQ年", max_size=12), DAYS | st.none())
def test_what_is_no_such_day_is_left_as_it_is(value: str, issue: dt.date | None) -> None:
    found = resolved(value, issue)
    assert found == value or (issue is not None and value.startswith("--") and found[:4].isdigit())
