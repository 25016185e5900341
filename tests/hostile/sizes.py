"""Pages that are long in one way or another."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import Case, Expected, Size, written

_SENTENCE = "全市工业增加值同比增长12.5%,企业达到63家。"


def _line_of(text: str) -> Callable[[Size], str]:
    return lambda size: text * (size.run // len(text))


def _lines_of(text: str) -> Callable[[Size], str]:
    return lambda size: f"{text}\n" * size.lines


LINES = {
    "sentences": _SENTENCE,
    "one_line_without_stops": "太原日报",
    "one_ascii_line": "a",
    "blank_line": "\u3000",
    "digits": "9",
    "numerals": "百",
    "tens_of_thousands": "一万",
    "first": "第",
    "brackets": "(",
    "book_titles": "《",
    "quotes": "“",
    "closing": "」",
    "dashes": "—",
    "hyphens": "-",
    "commas": "1,",
    "points": "1.",
    "percents": "1%",
    "dates": "2023年10月31日",
    "years": "年",
    "slashes": "1/",
    "pipes": "|",
    "rules": "|---",
    "tabs": "\t",
    "tabbed": "1\t",
    "entities": "&#27;",
    "tags": "<td>",
    "comments": "<!--",
    "tables": "<table>",
    "names": "张伟、",
    "reporters": "本报记者 张伟 ",
    "combining": "\u0301",
    "hidden": "好\u200b",
}
PAGES = {
    "short_lines": "一",
    "numbers_in_lines": "1",
    "datelines": "本报讯 一",
    "bylines": "记者 张伟",
    "signs": "■",
    "ruled": "|a|b|",
    "two_columns": "a  b",
    "headlines": "全市工业增速加快\n",
    "mastheads": "太原日报 2023年10月31日 星期二 第2版",
    "jumps": "(下转第二版)",
    "rows": "甲\t1.5",
}
CASES: tuple[Case, ...] = (
    *(
        written(f"line_of_{name}", _line_of(text), Expected(opened=text.strip() != "", encoding=None))
        for name, text in LINES.items()
    ),
    *(written(f"page_of_{name}", _lines_of(text), Expected()) for name, text in PAGES.items()),
    written("one_line", lambda size: _SENTENCE * (size.line // len(_SENTENCE)), Expected(articles=1)),
    written(
        "page_of_line_ends",
        lambda size: "\n" * size.lines + "全市工业增速加快" + "\n" * size.lines,
        Expected(articles=1),
    ),
)
