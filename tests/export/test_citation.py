from __future__ import annotations

import datetime as dt

from reader.export.citation import citation, cited
from reader.model import Certainty, IssueDate
from reader.parse.page import parse_page

TEXT = "2023年10月31日 星期二 太原日报 第3版\n\n{}\n\n本报讯(记者 李晓琳) 全市前三季度完成投资5688亿元,同比增长6.1%。\n"


def test_newspaper_date_page_and_headline() -> None:
    page = parse_page(TEXT.format("全市投资平稳增长"), "x.txt")
    assert citation(page.articles[0], page) == "李晓琳. 全市投资平稳增长[N]. 太原日报, 2023-10-31(3)."
    assert cited("投资5688亿元", page.articles[0], page).startswith("投资5688亿元\n——李晓琳. ")


def test_an_inferred_date_stands_in_brackets_and_what_is_unknown_is_left_out() -> None:
    page = parse_page("全市投资平稳增长\n\n本报讯 10月30日,全市完成投资5688亿元,增速居全省前列。\n", "x.txt")
    assert citation(page.articles[0], page) == "全市投资平稳增长[N]."
    dated = page._replace(date=IssueDate(dt.date(2023, 10, 31), Certainty.INFERRED, ("10月30日",)))
    assert citation(page.articles[0], dated) == "全市投资平稳增长[N]. [2023-10-31]."
