from __future__ import annotations

import datetime as dt

import pytest

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
