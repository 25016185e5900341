"""What a hostile case is, and how one is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PAPER = "太原日报"


class Size(NamedTuple):
    """How large the large cases are: characters of the longest line of prose and of a line of anything else, lines of
    the longest page, columns of the widest table, tables in one another. 22 million characters are 50 MB."""

    line: int
    run: int
    lines: int
    columns: int
    depth: int


SMALL = Size(line=20_000, run=2_000, lines=200, columns=80, depth=120)
LARGE = Size(line=22_000_000, run=1_000_000, lines=100_000, columns=10_000, depth=5_000)


class Expected(NamedTuple):
    """What must come of a case; None where anything will do, as long as it ends.

    `reason` is a part of what is said of it, `marks` what stands in the printed article for characters of it, `kept`
    characters that its JSON holds as they were.
    """

    opened: bool = True
    reason: str = ""
    encoding: str | None = "utf-8"
    marks: str = ""
    kept: str = ""
    articles: int | None = None
    tables: int | None = None


ANYTHING = Expected()


class Case(NamedTuple):
    """`put` makes it in a folder that is empty but for other cases, and returns the path to open."""

    name: str
    put: Callable[[Path, Size], Path]
    expected: Expected = ANYTHING


def written(name: str, content: str | bytes | Callable[[Size], str], expected: Expected = ANYTHING) -> Case:
    """A page of these bytes, or of this text in UTF-8."""

    def put(folder: Path, size: Size) -> Path:
        made = content(size) if callable(content) else content
        path = folder / f"{name}.txt"
        path.write_bytes(made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made)
        return path

    return Case(name, put, expected)


def carrying(payload: str) -> str:
    """A page with `payload` in its headline, its text, and a table's title, header and cells."""
    return (
        f"{PAPER} 2023年10月31日 星期二 第2版\n\n"
        f"全市工业增速{payload}加快\n\n"
        f"本报讯(记者 张伟) 市工信局介绍,全市规模以上{payload}工业增加值同比增长12.5%,产业链条持续延伸,企业达到63家。"
        "负责人表示,下一步将继续支持企业上云,推动传统产业转型升级,加快培育新兴产业和未来产业。\n\n"
        f"各县区考评{payload}得分\n"
        f"单位\t考评{payload}得分\t排名\n"
        f"小店区{payload}\t98.50\t1\n迎泽区\t97.25\t2\n{payload}杏花岭区\t96.75\t3\n尖草坪区\t95.00\t4\n"
        "万柏林区\t94.50\t5\n\n"
        "市统计局负责人在会上表示,前三季度全市经济运行总体平稳,主要指标好于预期,居民收入稳步增长。\n"
    )
