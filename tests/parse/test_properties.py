"""What must hold for every text, whatever it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Page, Passage
from reader.parse.page import parse_page

# Lines that look like a newspaper's, so that the parser is led into its branches, mixed with any text at all.
_PRINTED = [
    "省政府新闻办发布会",
    "全面加强党的领导",
    "补短板 强弱项 抢先机",
    "——煤矿支护工的故事",
    "【民生速递】",
    "| 并州论坛 |",
    "本报讯 10月30日,市工信局发布消息,全市新增企业209家。",
    "本报讯(记者 张三 通讯员 李四)昨日,大会开幕,各界代表参加。(王五)",
    "新华社北京1月5日电 会议指出,要坚持稳中求进",
    "的工作总基调。",
    "记者 张秀丽",
    "(李俊华、李思明)",
    "(本组稿件由 梁丹 采写)",
    "(上接第1版)战争当年,晋阳城横空出世,人们看见了一座大城。",
    "(下转第3版)",
    "图为工人在施工。 王韵菲 摄",
    "张昊宇 乔玉芳 摄",
    "通知",
    "通知 朝阳街某店于10月6日闭店。特此通知 陈某,请你到我局办理手续。清徐县公安局 2022年10月13日",
    "太原挂面有限公司",
    "2023年9月5日",
    "备注:1.数据提取时间为2023年10月6日24时。",
    "综合评价表",
    "类型\t序号\t单位\t得分",
    "城区\t1\t小店区\t99.99",
    "\t2\t迎泽区\t99.98",
    "排名  单位  得分",
    "1  市教育局  98.5",
    "| 排名 | 单位 |",
    "|---|---|",
    "| 1 | 市税务局 |",
    "<table><tr><td rowspan=2>城区</td><td>1</td></tr><tr><td>2</td></tr></table>",
    "杭州日报 2021年5月13日 星期四 第3版",
    "责任编辑 张三 电话:0571-85051234",
    "",
    "",
]
pages = st.lists(st.sampled_from(_PRINTED) | st.text(max_size=60), max_size=40).map("\n".join)


def passages(page: Page) -> Iterator[Passage]:
    yield from page.furniture
    for article in page.articles:
        yield from article.parts
        yield from (block for block in article.blocks if block.text)
        for table in article.tables:
            yield from filter(None, (table.title, table.caption))


@given(pages | st.text(max_size=300))
def test_each_printed_character_stands_in_exactly_one_span(text: str) -> None:
    page = parse_page(text)
    seen = Counter(index for start, end in page.spans for index in range(start, end))
    lost = [index for index, mark in enumerate(text) if not mark.isspace() and seen[index] != 1]
    assert lost == []
    assert all(0 <= start < end <= len(text) for start, end in page.spans)


@given(pages)
def test_a_passage_is_the_print_of_its_spans(text: str) -> None:
    for passage in passages(parse_page(text)):
        assert passage.text == passage.joiner.join(text[start:end] for start, end in passage.spans)


@given(pages)
def test_offsets_lead_back_to_the_same_character(text: str) -> None:
    for passage in passages(parse_page(text)):
        for index, mark in enumerate(passage.text):
            if not mark.isspace():
                assert text[passage.source_offset(index)] == mark


@given(pages)
def test_the_parse_is_the_same_each_time(text: str) -> None:
    assert parse_page(text) == parse_page(text)


@given(pages)
def test_a_table_is_as_wide_as_its_header(text: str) -> None:
    for article in parse_page(text).articles:
        for table in article.tables:
            assert {len(row) for row in table.rows} <= {len(table.columns)}
            for row in table.rows:
                for cell in row:
                    if cell.span:
                        assert "".join(cell.text.split()) in "".join(text[slice(*cell.span)].split())
