"""What a path says of a page, whatever the file is called."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from reader.parse.page import parse_page

_PIECES = (
    "2023",
    "-",
    "10",
    "31",
    "_",
    "02",
    "/",
    "\\",
    ".txt",
    "杭州日报",
    "第3版",
    "版",
    "A03",
    "年",
    "月",
    "日",
    "99999999",
    ".",
    "\udcff",
)
PATHS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=9).map("".join)


@given(PATHS)
def test_any_path_names_a_day_of_the_calendar_and_a_page_or_neither(path: str) -> None:
    page = parse_page("全市工作稳步推进\n\n本报讯 昨日,市工信局发布消息。\n", path)
    assert page.source == path
    assert page.number is None or 0 <= page.number <= 99
    assert page.date.value is None or dt.date(1900, 1, 1) <= page.date.value < dt.date(2100, 1, 1)
    assert page.date.value is None or page.date.evidence
    assert page.newspaper is None or page.newspaper in path
    assert all(article.id.endswith(f".{number}") for number, article in enumerate(page.articles, 1))
