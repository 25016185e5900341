"""Pages for the tests of the archive: texts to parse, and segments, archives and indices of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from hypothesis import strategies as st

from reader.annotate.page import annotate_numbers
from reader.archive.columns import Source
from reader.archive.figures import FiguredPage, FiguresSegment, pack_figures
from reader.archive.holdings import Holdings
from reader.archive.packing import Parsed, pack_pages
from reader.archive.sections import Sections
from reader.archive.segment import Segment
from reader.model import Article, Number, Page
from reader.parse.page import parse_page

ROOT = Path(__file__).parents[2]

LINES = (
    "杭州日报 2021年5月13日 星期四 第3版",
    "太原日报 2023年10月31日 星期二 第99版",
    "全市新增充电桩1200个",
    "省政府新闻办发布会",
    "——煤矿支护工的故事",
    "【民生速递】",
    "本报讯 10月30日,市工信局发布消息,全市新增企业209家,投资10亿元,其",
    "中二期3-5年建成,占全市的5%。(王强)",
    "的工作总基调。ＡＢＣ abc 發展",
    "记者 张秀丽",
    "(上接第1版)战争当年,晋阳城横空出世,人们看见了一座大城。",
    "图为工人在施工。 王韵菲 摄",
    "通知 朝阳街某店于10月6日闭店。特此通知 陈某 2022年10月13日",
    "综合评价表",
    "类型\t序号\t单位\t得分",
    "城区\t1\t小店区\t99.99",
    "\t2\t迎泽区\t99.98",
    "| 排名 | 单位 |",
    "|---|---|",
    "| 1 | 市税务局 |",
    "𠮷野家𠀀开业,İ字与ß字",
    "",
)
texts = st.lists(st.sampled_from(LINES) | st.text(max_size=12), max_size=14).map("\n".join)
"""Lines as newspapers have them, among any others."""
named_texts = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "2020-01-02/c.txt", "2020-01-02/d.txt", "杭州日报/2019-03-27_02.txt", "e.txt"]),
    texts,
    min_size=1,
    max_size=5,
)
"""Texts by their paths."""


@cache
def printed_pages() -> tuple[Page, ...]:
    """The seed pages and those of `tests/pages`."""
    files = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "pages").rglob("*.txt"))
    return tuple(parse_page(file.read_text("utf-8-sig"), str(file.relative_to(ROOT))) for file in files)


def source_of(page: Page, read: int = 0) -> Source:
    data = page.text.encode("utf-8", "surrogatepass")
    digest = blake2b(data + page.source.encode(), digest_size=16).digest()
    return Source(page.source, len(data), read, read, digest)


def segment_of(pages: Iterable[Page]) -> Segment:
    return Segment(Sections(pack_pages(Parsed(source_of(page), page) for page in pages)))


def holdings_of(*lots: Sequence[Page]) -> Holdings:
    """A segment for each lot that has a page, one after the other."""
    holdings = Holdings()
    for lot in lots:
        if lot:
            holdings.add(segment_of(lot))
    return holdings


def figures_of(pages: Iterable[Page]) -> FiguresSegment:
    found = (FiguredPage(source_of(page).digest, page, annotate_numbers(page)) for page in pages)
    return FiguresSegment(Sections(pack_figures(found)))


def numbers_of(page: Page, article: Article) -> list[Number]:
    """The figures that begin in an article."""
    spans = list(article.spans)
    return [one for one in _numbers(page) if any(start <= one.start < end for start, end in spans)]


_found: dict[str, tuple[Number, ...]] = {}


def _numbers(page: Page) -> tuple[Number, ...]:
    if page.text not in _found:
        _found[page.text] = annotate_numbers(page)
    return _found[page.text]
