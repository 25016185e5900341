"""Markdown and HTML: the cells are text, whatever stands in them; read back by a parser of each."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from reader.export.tables import Form, Shown, Source, as_text, exported
from reader.gate import visible
from reader.ranking.sorting import Ranking
from reader.ranking.view import View
from tests.export.shown_tables import NASTY, shown_tables, texts
from tests.ranking.ranking_tables import one_column, table_of


class Cells(HTMLParser):
    """Tags with their attributes, and the text of each cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and self.tags[-1] in ("th", "td", "br") and self.lasttag in ("th", "td", "br"):
            self.rows[-1][-1] += data.rstrip("\n") if data == "\n" else data


def html_cells(text: str) -> Cells:
    # Line ends between elements are no text of any cell.
    parser = Cells()
    parser.feed(re.sub(r">\n<", "><", text.partition("<body>")[2].rstrip("\n")))
    parser.close()
    return parser


@given(shown_tables)
def test_html_reads_back_as_it_is_shown(shown: Shown) -> None:
    read = html_cells(as_text(shown, Form.HTML))
    assert read.rows == [[visible(cell, keep="\n") for cell in line] for line in texts(shown)]
    assert set(read.tags) <= {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "br"}


def test_html_says_what_its_cells_are() -> None:
    rows = [["1", "甲局", "93.29%"], ["2", "乙局", "90%"], ["", "合计", "91%"]]
    shown = Shown.of(Ranking(table_of(["名次", "单位", "率"], rows, summary=[2])), View(), source=Source("1", "<题>"))
    text = as_text(shown, Form.HTML)
    assert '<html lang="zh" dir="ltr">' in text
    assert "<caption>&lt;题&gt;</caption>" in text
    assert '<thead>\n<tr><th scope="col" class="number">名次</th><th scope="col">单位</th>' in text
    assert '<tr><td class="number">1</td><th scope="row">甲局</th><td class="number">93.29%</td></tr>' in text
    assert '</tbody>\n<tfoot class="summary">\n<tr><td class="number"></td><th scope="row">合计</th>' in text
    assert "script" not in text


def test_html_of_several_tables_is_one_page() -> None:
    text = "".join(exported([Shown.whole(one_column(name, "1")) for name in "甲乙"], Form.HTML))
    assert (text.count("<table"), text.count("</table>"), text.count("<html"), text.count("</html>")) == (2, 2, 1, 1)


def markdown_cells(text: str) -> list[list[str]]:
    """The cells of the one table in `text`, as GFM reads them; none of them holds anything but plain text."""
    parser = MarkdownIt("gfm-like")
    tokens = parser.parse(text)
    assert [token.type for token in tokens].count("table_open") == 1
    assert (tokens[0].type, tokens[-1].type) == ("table_open", "table_close")
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            assert {child.type for child in token.children or ()} <= {"text", "text_special"}
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def markdown_text(cell: str) -> str:
    return visible(re.sub(r"\s*[\n\t\r]\s*", " ", cell), keep="").strip()


@given(shown_tables)
def test_markdown_reads_back_as_it_is_shown(shown: Shown) -> None:
    text = as_text(Shown(shown.table, shown.rows, shown.columns), Form.MARKDOWN)
    expected = [[markdown_text(cell) for cell in line] for line in texts(shown)[: 1 + len(shown.rows)]]
    assert markdown_cells(text) == expected


def test_markdown_sets_figures_to_the_right_and_summaries_apart() -> None:
    rows = [["甲局", "93.29%"], ["乙|局", "90%"], ["合计", ""]]
    shown = Shown.of(Ranking(table_of(["单位", "率"], rows, summary=[2])), View(), source=Source("1", "*题*"))
    assert as_text(shown, Form.MARKDOWN) == (
        "**\\*题\\***\n\n| 单位 | 率 |\n| --- | ---: |\n| 甲局 | 93.29% |\n| 乙\\|局 | 90% |\n| **合计** |  |\n"
    )


@pytest.mark.parametrize("cell", NASTY)
def test_markdown_marks_nothing_up(cell: str) -> None:
    assert markdown_cells(as_text(Shown.whole(one_column("甲", cell, "乙")), Form.MARKDOWN))[1] == [markdown_text(cell)]
