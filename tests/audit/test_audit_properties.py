"""What must hold of the findings on any page: their places, their order, and that signs of the page are not its own."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.audit import audit
from reader.parse.page import parse_page

_PIECES = (
    "共126项,", "其中", "续建47项、", "新建79项", "增长5%", "比上年的110亿元", "增加到281天,", "占65%,", "占20%,",
    "其余25%", "分别占20%、30%和50%", "由356.4万吨", "平均每公里1800万元", "缺口300万元", "合格率99.0%",
    "500人中,430人", "等5人", "5个,分别是甲局、乙局、丙局", "下列4个:甲、乙、丙", "2023年10月31日(星期三)",
    "2023年2月30日", "合计", "0", "0%", "-5", "。", ",", "、", "\n", "\x00", "\ue000", "\uf8ff", "\ue001人", "张三、",
    "万", "亿元",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=20).map("".join)
_CELLS = (
    "1",
    "2",
    "3",
    "0",
    "98.5%",
    "5.6万",
    "1,234",
    "小店区",
    "合计",
    "平均",
    "—",
    "",
    "99999999999999999999",
    "0.00",
    "\ue000",
)
_HEADERS = ("排名", "单位", "得分", "完成数", "总数", "完成率(%)", "同比", "合计")


@st.composite
def tables(draw: st.DrawFn) -> str:
    width = draw(st.integers(2, 5))
    header = draw(st.lists(st.sampled_from(_HEADERS), min_size=width, max_size=width))
    rows = draw(st.lists(st.lists(st.sampled_from(_CELLS), min_size=width, max_size=width), max_size=8))
    return "\n".join("\t".join(row) for row in [header, *rows])


@settings(max_examples=200)
@given(PROSE, tables() | st.just(""))
def test_each_finding_quotes_the_page_and_none_overlap(prose: str, table: str) -> None:
    page = parse_page(f"全市工作稳步推进\n\n本报讯 {prose}\n\n{table}\n", "x.txt")
    found = audit(page)
    assert all(one.printed == page.text[one.span.start : one.span.end] and one.note for one in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    articles = {article.id: article for article in page.articles}
    for one in found:
        assert one.article is None or one.article in articles
        if one.article is not None and one.table is not None:
            table_found = articles[one.article].tables[one.table]
            assert one.column is None or one.column < len(table_found.columns)
            assert one.row is None or one.row < len(table_found.rows)
    assert audit(page) == found
