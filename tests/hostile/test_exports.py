"""Tables of hostile pages as programs read them: nothing computes, runs or is followed."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from tests.hostile import controls, markup, tables
from tests.hostile.pages import put
from tests.hostile.running import run

_TAGS = {"html", "head", "meta", "title", "style", "body", "br"} | {
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
}
_ATTRIBUTES = {"lang", "dir", "charset", "scope", "class"}
_COMPUTED = re.compile(r"[\s\u3000\x00-\x1f]*[=+\-@＝＋－＠]")
_FIGURE = re.compile(r"[\s]*[-－+＋][\d,.]+[%％万亿]*|-+")
_LINK = re.compile(r"(?<!\\)[\[<`]|(?<!\\)://|(?i:www)(?<!\\)\.|(?<!\\)@|(?<!\\)\$")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = tmp_path_factory.mktemp("tables")
    put((*controls.CASES, *markup.CASES, *tables.CASES), made)
    return str(made)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.others = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.others += 1

    def unknown_decl(self, data: str) -> None:
        self.others += 1

    def handle_pi(self, data: str) -> None:
        self.others += 1


def test_html_has_our_elements_only_and_all_the_text(folder: str) -> None:
    page = _Elements()
    page.feed(run("tables", "--format", "html", folder).out.decode())
    page.close()
    assert page.tags <= _TAGS
    assert page.attributes <= _ATTRIBUTES
    assert not page.others
    assert markup.MARKUP["html_script"] in page.text
    assert markup.MARKUP["html_attribute"] in page.text


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_spreadsheet_computes_no_cell(form: str, folder: str) -> None:
    written = run("tables", "--format", form, folder).out.decode()
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    else:
        cells = [cell for line in written.split("\n") for cell in line.split("\t")]
    assert not [cell for cell in cells if _COMPUTED.match(cell) and not _FIGURE.fullmatch(cell)]
    for formula in ("=1+1", "@SUM(A1)", "＝1+1", "=cmd|' /C calc'!A0"):
        assert f"'{formula}" in cells


def test_markdown_has_no_links_code_or_elements(folder: str) -> None:
    written = run("tables", "--format", "md", folder).out.decode()
    assert not {match[0] for match in _LINK.finditer(written)}
    assert "\\<script\\>" in written
