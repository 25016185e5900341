"""The day an issue appeared, and what must not decide it."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.model import Certainty
from reader.parse.page import parse_page

_NEWS = "市区新添三座公园\n\n本报讯 {lede}市园林局介绍,三座公园已经开放。(张伟)\n\n"


def page(*ledes: str, more: str = "", source: str = "page.txt") -> tuple[dt.date | None, Certainty | None]:
    date = parse_page("".join(_NEWS.format(lede=lede) for lede in ledes) + more, source).date
    assert (date.value is None) or date.evidence
    return date.value, date.certainty


def test_the_day_after_the_newest_lede() -> None:
    day = page("6月3日,", "6月2日,", more="统计显示\n\n2022年5月,全市接待游客10万人次,客流平稳。")
    assert day == (dt.date(2022, 6, 4), Certainty.INFERRED)


def test_new_year_lies_between() -> None:
    assert page("1月1日,", "12月31日,", more="回望\n\n2021年5月20日,大桥合龙通车,两岸同庆。")[0] == dt.date(2022, 1, 2)


def test_a_masthead_settles_it() -> None:
    day = page("6月3日,", more="杭州日报 2019年6月5日 星期三 第3版\n")
    assert day == (dt.date(2019, 6, 5), Certainty.PRINTED)


def test_a_file_name_is_better_than_a_lede() -> None:
    assert page("3月20日,", source="2019-03-27_02.txt") == (dt.date(2019, 3, 27), Certainty.INFERRED)


def test_a_notice_is_signed_on_the_day_it_is_printed() -> None:
    notice = "通知\n\n请未领取补偿款的住户尽快到我处办理手续,过期不候。\n\n市房屋征收中心\n2020年7月9日\n"
    assert page(more=notice)[0] == dt.date(2020, 7, 9)


@pytest.mark.parametrize(
    "distractor",
    [
        "报名截止日期为2031年1月20日前,逾期不再受理。",
        "到2035年,全市将建成公园500座,人人可及。",
        "规划期为2021—2040年,分三步实施。",
        "大桥始建于1957年10月15日,历经沧桑。",
    ],
)
def test_deadlines_plans_and_history_do_not_count(distractor: str) -> None:
    assert page("6月3日,", more=f"2022年5月8日以来,客流平稳。{distractor}")[0] == dt.date(2022, 6, 4)


def test_nothing_known_is_said_to_be_nothing() -> None:
    assert page("") == (None, None)
