"""Archives whose names are known: every place where one of some texts stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reader.archive.archive import Archive
from reader.archive.memory import archive_of
from reader.archive.names import NamedPage, NamesSegment, pack_names
from reader.archive.sections import Sections
from reader.corpus import Corpus, build
from reader.model import Entity, EntityType, Page
from reader.parse.page import parse_page

PERSON, PLACE, ORGANISATION = EntityType

NAMES = {
    "太原理工大学": ORGANISATION,
    "太原理工": ORGANISATION,
    "市工信局": ORGANISATION,
    "王强": PERSON,
    "赵晓红": PERSON,
    "太原": PLACE,
    "小店区": PLACE,
}

PAGES = {
    "a.txt": """2023年9月4日 星期一 太原日报 第1版

太原理工大学新建实验楼

本报讯 记者从太原理工大学获悉,新实验楼在小店区开工。太原理工校长王强出席开工仪式并讲话。

太原数字经济加快发展

本报讯 市工信局负责人王强表示,太原将继续支持企业上云,全年新增上云企业一千家。
""",
    "b.txt": """2019年3月1日 星期五 太原日报 第2版

太原理工大学招收新生

本报讯 今年太原理工大学计划招生六千人,太原理工在小店区设立咨询点,欢迎考生前往咨询。
""",
    "c.txt": """2021年6月2日 星期三 太原晚报 第1版

赵晓红获得劳动奖章

本报讯 工人赵晓红获得劳动奖章。她在太原工作二十年,是车间里的技术能手。
""",
}


def named_corpus() -> Corpus:
    return build(parse_page(text, name) for name, text in PAGES.items())


def found(page: Page, names: Mapping[str, EntityType]) -> list[Entity]:
    """Where the names stand, the longest where several do."""
    pattern = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return [Entity(one.start(), one.end(), one[0], names[one[0]]) for one in re.finditer(pattern, page.text)]


def digest_of(archive: Archive, page: Page) -> bytes:
    """What the names of a page are found again by."""
    segment, local = archive.snapshot.page_at(archive.snapshot.page_numbers[page.source])
    return segment.digest(local)


def add_names(
    archive: Archive, corpus: Corpus, numbers: Iterable[int], names: Mapping[str, EntityType] = NAMES
) -> None:
    """Make the names of some pages of a corpus, by their place in it, known to its archive."""
    pages = list(corpus.pages)
    packed = pack_names(
        NamedPage(digest_of(archive, pages[number]), pages[number], found(pages[number], names)) for number in numbers
    )
    archive.names.append(NamesSegment(Sections(packed)))


def named_archive(known: int | None = None) -> Archive:
    """The archive of `PAGES`, the names of all or of the first `known` known."""
    corpus = named_corpus()
    archive = archive_of(corpus)
    add_names(archive, corpus, range(len(PAGES) if known is None else known))
    return archive
