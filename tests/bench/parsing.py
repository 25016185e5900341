"""That the parse is linear: a page against its half, an article of many paragraphs against one of half as many.

Twice as long takes twice the time; a ratio well above 2 says that something looks at everything for each of its parts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

from reader.parse.page import parse_page

from .pairs import Pair

_SEEDS = Path(__file__).parent.parent.parent / "seeds"
_PARAGRAPH = "记者从市发展改革委获悉,今年全市共有一百个项目开工,进展顺利。"


def long_page() -> Pair:
    texts = [path.read_text("utf-8-sig") for path in sorted(_SEEDS.glob("*.txt"))]
    return _pair("page of 2.7 MB / its half", lambda times: "\n\n".join(texts * times), 15)


def long_article() -> Pair:
    return _pair("8,000 paragraphs / 4,000", lambda times: "本报讯 " + "\n\n".join([_PARAGRAPH] * times), 4000)


def long_list() -> Pair:
    return _pair(
        "8,000 briefs / 4,000", lambda times: "\n".join(["简讯", *["●" + _PARAGRAPH + "(张三)"] * times]), 4000
    )


def _pair(name: str, text: Callable[[int], str], times: int) -> Pair:
    whole, half = text(2 * times), text(times)
    return Pair(name, lambda: _seconds(whole), lambda: _seconds(half))


def _seconds(text: str) -> float:
    start = process_time()
    parse_page(text, "bench.txt")
    return process_time() - start
