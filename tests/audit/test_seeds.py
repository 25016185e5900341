"""What is wrong on the seed pages, and what is only odd there; nothing else is found."""

from __future__ import annotations

import random
import time
from pathlib import Path

from reader import i18n
from reader.audit import Kind, Severity, audit
from reader.corpus import Corpus, open_corpus
from reader.parse.page import parse_page

PAGES = Path(__file__).parent.parent / "pages"


def test_the_findings_on_the_seeds(seeds: Corpus) -> None:
    found = [
        (page.source[-24:-21], one.severity, one.kinds, one.printed, one.computed)
        for page in seeds.pages
        for one in audit(page)
    ]
    doubtful, certain = Severity.DOUBTFUL, Severity.CERTAIN
    assert sorted(found) == sorted(
        [
            ("000", doubtful, (Kind.RATIO,), "93.29%", "91.21%"),
            # Impossible on one base; the scores follow from them as printed.
            ("000", doubtful, (Kind.IMPOSSIBLE,), "100.00%", "≤ 99.99%"),
            ("000", doubtful, (Kind.IMPOSSIBLE,), "99.99%", "≤ 99.92%"),
            ("000", doubtful, (Kind.IMPOSSIBLE,), "99.67%", "≤ 97.23%"),
            ("000", doubtful, (Kind.IMPOSSIBLE,), "100.00%", "≤ 99.84%"),
            ("000", certain, (Kind.HEADER,), "延期率", "一次完成率"),
            ("000", certain, (Kind.RATIO, Kind.FORMULA), "97.15%", "96.15%"),
        ]
    )


def test_the_arithmetic_is_shown(seeds: Corpus) -> None:
    i18n.use("en")
    notes = {one.printed: one.note for page in seeds.pages for one in audit(page)}
    assert notes["97.15%"].startswith("25 ÷ 26 = 96.15%; 考评得分 = 0.24 × 按期结案率 + 0.32 × 结案率 − 0.08 × 延期率")
    assert "= 94.47 ≠ 94.15" in notes["97.15%"]
    assert notes["93.29%"].startswith("102323件 ÷ 112181件 = 91.21%; with 34753件 added to both it is 93.29%")


def test_a_finding_knows_its_place(seeds: Corpus) -> None:
    for page in seeds.pages:
        articles = {article.id: article for article in page.articles}
        for one in audit(page):
            assert page.text[one.span.start : one.span.end] == one.printed
            if one.table is not None and one.row is not None and one.column is not None:
                assert one.article is not None
                cell = articles[one.article].tables[one.table].rows[one.row][one.column]
                assert (cell.text, cell.span) == (one.printed, one.span)


def test_the_same_page_gives_the_same_findings(seeds: Corpus) -> None:
    for page in seeds.pages:
        found = audit(page)
        assert audit(page) == found
        assert list(found) == sorted(found, key=lambda one: one.span.start)


def test_a_page_is_audited_in_no_time(seeds: Corpus) -> None:
    for page in seeds.pages:
        audit(page)
        begun = time.process_time()
        audit(page)
        assert time.process_time() - begun < 0.25  # 0.05 on a quiet machine


def test_of_the_invented_pages_only_headers_are_found() -> None:
    """They were made consistent; four of their tables name a column otherwise in their second piece, as was meant."""
    found = [one for page in open_corpus([str(PAGES)]).pages for one in audit(page)]
    assert [(one.severity, one.kind, one.printed, one.computed) for one in found if one.kind is not Kind.HEADER] == []
    headers = {(one.computed, one.printed) for one in found}
    assert headers == {
        ("公用设施", "设施维护"),
        ("车辆数", "运营车辆"),
        ("按时办结率", "按期办结率"),
        ("投诉量(件)", "有效投诉(件)"),
    }


def test_no_page_is_too_much(seed_texts: dict[str, str]) -> None:
    """Pages with signs changed at random are audited without an error, and each finding stands where it says."""
    rng = random.Random(5)  # noqa: S311 - the same pages each time
    for source, text in seed_texts.items():
        for _ in range(12):
            signs = list(text)
            for at in rng.sample(range(len(signs)), 120):
                signs[at] = rng.choice("0123456789%.,、占其中 \t\n亿万-")
            page = parse_page("".join(signs), source)
            for one in audit(page):
                assert page.text[one.span.start : one.span.end] == one.printed


def test_long_pages_take_their_length_in_time() -> None:
    sentence = "全年受理案件12345件,办结12300件,办结率为98.5%,其中甲类9000件、乙类3300件。"
    seconds = []
    for count in (100, 800):
        page = parse_page("要闻\n\n" + sentence * count + "\n", "long.txt")
        begun = time.process_time()
        assert len(audit(page)) >= count
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 20 * seconds[0] + 0.5
