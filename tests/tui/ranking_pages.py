"""Three months of one ranking, invented, and a table that has nothing to do with it."""

from __future__ import annotations

from reader.corpus import Corpus, build
from reader.parse.page import parse_page

_MONTHS = {
    "2023-09-28": (8, "小店区 迎泽区 杏花岭区 万柏林区 晋源区 尖草坪区 清徐县 阳曲县"),
    "2023-10-31": (9, "迎泽区 小店区 杏花岭区 晋源区 万柏林区 尖草坪区 清徐县 阳曲县"),
    "2023-11-30": (10, "晋源区 迎泽区 小店区 杏花岭区 万柏林区 阳曲县 尖草坪区 古交市"),
}
_OTHER = """太原日报

2023年12月5日 星期二 第4版

蔬菜价格行情

本报讯 昨日,记者从市发改委获悉,本周蔬菜价格总体平稳。(王强)

主要蔬菜价格一览表

品名\t价格(元/斤)\t涨跌
白菜\t0.85\t-0.10
萝卜\t1.20\t0.05
土豆\t1.55\t-0.25
西红柿\t3.10\t0.40
"""


def ranking_pages() -> dict[str, str]:
    """File name to page text, the pages in no order of time."""
    pages = {"other.txt": _OTHER}
    for day, (month, names) in _MONTHS.items():
        year, number, date = day.split("-")
        rows = [
            f"{rank}\t{name}\t{1200 - 70 * rank + month}\t{99 - rank * 1.25:.2f}%\t{99.5 - rank * 1.5 - month / 10:.2f}"
            for rank, name in enumerate(names.split(), 1)
        ]
        pages[f"{day}.txt"] = "\n".join(
            [
                f"太原日报\n\n{year}年{int(number)}月{int(date)}日 第2版\n",
                f"太原市公布{month}月份城市管理考核结果\n",
                f"本报讯 {int(date)}日,市城管局公布{month}月份城市管理考核结果,各县市区结案率总体提高。(李明)\n",
                f"{year}年{month}月城市管理考核排名\n",
                "排名\t县市区\t应结案数\t结案率\t考评得分",
                *rows,
                "",
            ]
        )
    return pages


def ranking_corpus() -> Corpus:
    return build(parse_page(text, name) for name, text in ranking_pages().items())
