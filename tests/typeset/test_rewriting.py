from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parse.page import parse_page
from reader.typeset.rewriting import rewrite, rewritings
from reader.typeset.sections import sections


def rewritten(text: str) -> str:
    return rewrite(text, rewritings(text))


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("现代化产业体系 and 加快转型", "现代化产业体系和加快转型"),
        ("“一老” and “一小”", "“一老”和“一小”"),
        ("PM_{2.5}浓度下降", "PM2.5浓度下降"),
        ("CO_2排放", "CO2排放"),
        ("PM₂.₅均值", "PM2.5均值"),
        ("3000m^{2}的厂房", "3000m²的厂房"),
        ("最高38℃", "最高38°C"),
        ("第Ⅲ类水质", "第III类水质"),
        ("№12", "No.12"),
    ],
)
def test_what_is_oddly_spelled_is_plain(printed: str, shown: str) -> None:
    assert rewritten(printed) == shown


@pytest.mark.parametrize("text", ["Rock and Roll", "R and D中心", "中国 and China", "甲_2", "10^6", "1^{2}"])
def test_what_is_foreign_stays(text: str) -> None:
    assert rewritten(text) == text


@given(st.text(alphabet="和产 and_{}2.5^℃ⅢPM₂“”m", max_size=60))
def test_only_the_changed_pieces_differ(text: str) -> None:
    changes = list(rewritings(text))
    at, kept = 0, ""
    for change in changes:
        assert at <= change.start < change.end <= len(text)
        kept += text[at : change.start]
        at = change.end
    assert len(rewritten(text)) == len(kept + text[at:]) + sum(len(change.text) for change in changes)


def test_the_page_is_found_again_behind_a_change() -> None:
    """Offsets into the page hold on either side of what was made shorter, and a change stands for all of its print."""
    text = "全市空气质量持续改善\n\n本报讯 今年以来,细颗粒物(PM_{2.5})均值下降 and 优良天数增加。(王强)\n"
    page = parse_page(text, "x.txt")
    (section,) = (one for one in sections(page.articles[0], page) if "PM2.5" in one.text)
    assert "下降和优良" in section.text
    for anchor in section.anchors:
        if anchor.page_end - anchor.page_start == anchor.until - anchor.at:
            for offset in range(anchor.page_start, anchor.page_end):
                character = anchor.to_section(offset)
                assert anchor.to_page(character) == offset
                assert section.text[character] in (text[offset], "，", "（", "）", "。", " ")
        else:
            assert (text[anchor.page_start : anchor.page_end], section.text[anchor.at : anchor.until]) in {
                ("_{2.5}", "2.5"),
                (" and ", "和"),
            }
    assert [section.text[edit.start : edit.end] for edit in section.edits] == ["和"]
