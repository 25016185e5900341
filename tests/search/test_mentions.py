from __future__ import annotations

import re

from reader.corpus import build
from reader.parse.page import parse_page
from reader.search.mentions import mentions_of

PAGE = """西湖区新增充电桩

本报讯 记者从西湖区获悉，全区新增充电桩1200个，其中西
湖区北部新增900个。

西湖区各街道充电桩

街道\t数量
西湖区北山街道\t900
西湖区灵隐街道\t300
"""


def test_mentions_stand_in_headings_text_titles_and_cells() -> None:
    corpus = build([parse_page(PAGE, "x.txt"), parse_page("别处开会\n\n本报讯 今天没有西边的湖。\n", "y.txt")])
    mentions = list(mentions_of(corpus, "西湖区"))
    assert [mention.offset for mention in mentions] == [found.start() for found in re.finditer("西\n?湖区", PAGE)]
    assert all(mention.text == "西湖区" for mention in mentions)
    assert mentions[2].before.endswith("其中")
