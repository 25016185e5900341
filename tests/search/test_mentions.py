from __future__ import annotations

import re

from reader.archive.memory import archive_of
from reader.corpus import build
from reader.parse.page import parse_page
from reader.search.mentions import Mentions, page_offset

PAGE = """西湖区新增充电桩

本报讯 记者从西湖区获悉，全区新增充电桩1200个，其中西
湖区北部新增900个。

西湖区各街道充电桩

街道\t数量
西湖区北山街道\t900
西湖区灵隐街道\t300
"""


def test_mentions_stand_in_headings_text_titles_and_cells() -> None:
    page = parse_page(PAGE, "x.txt")
    archive = archive_of(build([page, parse_page("别处开会\n\n本报讯 今天没有西边的湖。\n", "y.txt")]))
    mentions = Mentions(archive.snapshot, "西湖区")
    assert {mention.page.source for mention in mentions} == {"x.txt"}
    offsets = [page_offset(page.articles[mention.article.place], page, mention.at) for mention in mentions]
    assert offsets == [found.start() for found in re.finditer("西\n?湖区", PAGE)]
    assert all(mention.text == "西湖区" for mention in mentions)
    assert mentions[2].before.endswith("其中")
    assert mentions[2].after.startswith("北部新增900个")
    # Neither the line before nor the one behind is what stands around it.
    assert (mentions[0].before, mentions[0].after) == ("", "新增充电桩")
