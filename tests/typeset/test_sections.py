from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus import Corpus
from reader.gate import visible
from reader.model import Article, Page, Role
from reader.parse.page import parse_page
from reader.typeset.labels import shown
from reader.typeset.layout import GUTTER, lay_out, place_of, row_of
from reader.typeset.sections import Place, SectionKind, sections
from reader.typeset.width import cell_width

TEXTS = st.text(alphabet="市长会议，。“”（）1234.5%abc \n\t本报讯记者张三摄上接第1版|\x1b\u200b", max_size=300)
WIDTHS = st.integers(min_value=1, max_value=90)


def articles(text: str) -> list[tuple[Article, Page]]:
    page = parse_page(text, "x.txt")
    return [(article, page) for article in page.articles]


def no_table(table: int, width: int) -> int:
    return 3


@settings(max_examples=30, derandomize=True, deadline=None)
@given(TEXTS, WIDTHS)
def test_rows_hold_every_character_once_and_in_order(text: str, width: int) -> None:
    for article, page in articles(text):
        flow = sections(article, page)
        rows = lay_out(flow, width, no_table)
        assert rows == sorted(rows, key=lambda row: (row.section, row.start))
        for index, section in enumerate(flow):
            if section.table is None:
                painted = "".join(section.text[row.start : row.end] for row in rows if row.section == index)
                assert painted.replace(" ", "") == section.text.replace(" ", "").replace("\u3000", "")


@settings(max_examples=30, derandomize=True, deadline=None)
@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_the_measure_and_its_gutter(text: str, width: int) -> None:
    for article, page in articles(text):
        flow = sections(article, page)
        for row in lay_out(flow, width, no_table):
            painted = flow[row.section].text[row.start : row.end]
            if flow[row.section].table is None and len(painted) > 1:
                assert cell_width(painted) + row.indent <= width + GUTTER


@settings(max_examples=30, derandomize=True, deadline=None)
@given(TEXTS, st.lists(WIDTHS, min_size=1, max_size=5))
def test_a_place_is_found_again_at_every_width(text: str, widths: list[int]) -> None:
    for article, page in articles(text):
        flow = sections(article, page)
        rows = lay_out(flow, 40, no_table)
        for index, row in enumerate(rows):
            if row.end == row.start:
                continue
            place = place_of(rows, index)
            for width in widths:
                other = lay_out(flow, width, no_table)
                found = other[row_of(other, place)]
                assert found.section == place.section
                assert found.start <= place.character < max(found.end, found.start + 1)


def test_place_in_no_rows() -> None:
    assert place_of([], 3) == Place(0, 0)
    assert row_of([], Place(2, 5)) == 0


def test_all_that_is_printed_of_the_seeds_is_shown(seeds: Corpus) -> None:
    """Headings, datelines, bylines, jump lines, credits and text; a column label stands in the masthead."""
    for article in seeds.articles:
        page = seeds.page_of(article)
        flow = sections(article, page)
        text = "".join(section.text for section in flow).replace(" ", "")
        for piece in (*article.parts, *article.blocks):
            if getattr(piece, "role", None) not in (Role.LABEL, Role.MARK):
                assert shown(piece.text).replace(" ", "") in text


def test_anchors_lead_back_to_the_page(seeds: Corpus) -> None:
    for article in seeds.articles:
        page = seeds.page_of(article)
        for section in sections(article, page):
            for start, end, at, until in section.anchors:
                printed = visible(page.text[start:end].replace("\n", " "))
                if len(printed) != until - at:
                    # One of the few things spelled in another way: “ and ”, PM_{2.5}.
                    assert (printed, section.text[at:until]) in {(" and ", "和"), ("_{2.5}", "2.5")}
                    continue
                # Display form changes marks, never letters or figures.
                assert [c for c in printed if c.isalnum()] == [c for c in section.text[at:until] if c.isalnum()]


def test_dateline_leads_its_paragraph_and_credit_follows_its_caption(seeds: Corpus) -> None:
    leads = [
        section.text
        for article in seeds.articles
        for section in sections(article, seeds.page_of(article))
        if section.kind is SectionKind.PARAGRAPH and section.text.startswith("本报讯 ")
    ]
    assert len(leads) >= 10
    captions = [
        section.text
        for article in seeds.articles
        for section in sections(article, seeds.page_of(article))
        if section.kind is SectionKind.CAPTION
    ]
    assert any("摄" in caption for caption in captions)
