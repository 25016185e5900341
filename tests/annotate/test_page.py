from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reader.annotate.page import annotate, annotate_names, annotate_numbers
from reader.model import (
    Article,
    ArticleKind,
    Block,
    Cell,
    Entity,
    EntityType,
    Number,
    NumberType,
    Page,
    Part,
    Role,
    Span,
    Table,
    TablePiece,
)
from reader.parse.page import parse_page

GOLD = Path(__file__).parent.parent / "gold"


def page_of(text: str, *articles: Article) -> Page:
    return Page(source="-", text=text, articles=articles)


def block_of(text: str, *pieces: str) -> Block:
    spans = tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return Block("".join(pieces), spans)


def score(marks: Iterable[Number | Entity], gold: list[dict[str, object]]) -> tuple[int, int, int]:
    """Hits, marks and gold marks as `tests/gold/score.py` counts: what is ambiguous in the gold is left out."""
    sure = {(one["start"], one["end"], one["type"]) for one in gold if not one.get("ambiguous")}
    loose = [(int(str(one["start"])), int(str(one["end"]))) for one in gold if one.get("ambiguous")]
    got = {
        (one.start, one.end, str(one.type))
        for one in marks
        if not any(one.start < end and start < one.end for start, end in loose)
    }
    return len(sure & got), len(got), len(sure)


def f1(seed_texts: dict[str, str], kind: str, mark: Callable[[Page], Iterable[Number | Entity]]) -> float:
    hits = found = wanted = 0
    for path, text in seed_texts.items():
        gold = json.loads((GOLD / f"{Path(path).name[:3]}.{kind}.json").read_text("utf-8"))[kind]
        counts = score(mark(parse_page(text, path)), gold)
        hits, found, wanted = hits + counts[0], found + counts[1], wanted + counts[2]
    return 2 * hits / (found + wanted)


def test_figures_of_the_seeds(seed_texts: dict[str, str]) -> None:
    assert f1(seed_texts, "numbers", annotate_numbers) >= 0.97


def test_names_of_the_seeds(seed_texts: dict[str, str]) -> None:
    assert f1(seed_texts, "entities", annotate_names) >= 0.8


def test_marks_quote_the_page_and_do_not_overlap(seed_texts: dict[str, str]) -> None:
    for path, text in seed_texts.items():
        marks = annotate(parse_page(text, path))
        for kind in (marks.numbers, marks.entities):
            assert kind
            end = 0
            for one in kind:
                assert one.start >= end
                assert one.text == text[one.start : one.end]
                end = one.end


def test_mention_over_a_column_cut_holds_the_line_break() -> None:
    text = "全省共有1194\n\n所高校,由浙江大\n学牵头。"
    page = page_of(
        text, Article("1", ArticleKind.NEWS, blocks=(block_of(text, "全省共有1194", "所高校,由浙江大", "学牵头。"),))
    )
    assert [(n.text, n.type, n.value) for n in annotate_numbers(page)] == [("1194\n\n所", NumberType.COUNT, 1194)]
    assert [(n.text, n.type) for n in annotate_names(page)] == [("浙江大\n学", EntityType.ORGANISATION)]


def test_mention_whose_halves_another_article_parts_is_marked_up_to_the_cut() -> None:
    text = "用时3\n\n另一条消息:4月收入5亿元。\n\n分钟办结"
    page = page_of(
        text,
        Article("1", ArticleKind.NEWS, blocks=(block_of(text, "用时3", "分钟办结"),)),
        Article("2", ArticleKind.NEWS, blocks=(block_of(text, "另一条消息:4月收入5亿元。"),)),
    )
    assert [(n.text, n.value, n.unit) for n in annotate_numbers(page)] == [
        ("3", 3, "minute"),
        ("4月", "--04", None),
        ("5亿元", 500_000_000, "CNY"),
    ]


def test_every_part_is_read() -> None:
    text = "5G领航\n□ 记者 王晓东\n正文"
    headline = Part("5G领航", (Span(0, 4),), role=Role.HEADLINE)
    byline = Part("□ 记者 王晓东", (Span(5, 13),), role=Role.BYLINE)
    marks = annotate(page_of(text, Article("1", ArticleKind.NEWS, parts=(headline, byline))))
    assert [n.text for n in marks.numbers] == ["5G"]
    assert [(n.text, n.type) for n in marks.entities] == [("王晓东", EntityType.PERSON)]


def test_name_found_once_is_found_everywhere() -> None:
    text = "本报记者 方虎\n方虎一边忙着,一边看着。"
    page = page_of(
        text,
        Article(
            "1",
            ArticleKind.NEWS,
            parts=(Part("本报记者 方虎", (Span(0, 7),), role=Role.BYLINE),),
            blocks=(block_of(text, "方虎一边忙着,一边看着。"),),
        ),
    )
    assert [(n.start, n.text) for n in annotate_names(page)] == [(5, "方虎"), (8, "方虎")]


@pytest.mark.parametrize(
    ("column", "printed", "kind", "value", "unit"),
    [
        ("排名", "3", NumberType.ORDINAL, 3, None),
        ("序号", "12", NumberType.ORDINAL, 12, None),
        ("结案率", "97.46%", NumberType.PERCENT, 0.9746, "ratio"),
        ("系统考评/结案数", "1,046", NumberType.PLAIN, 1046, None),
        ("产值(亿元)", "58.3", NumberType.PLAIN, 5_830_000_000, "CNY"),
        ("增速(%)", "6.5", NumberType.PERCENT, 0.065, "ratio"),
        ("咨询电话", "88120000", NumberType.CODE, "88120000", None),
        ("开放时间", "9:00—17:30", NumberType.RANGE, ("09:00", "17:30"), None),
    ],
)
def test_column_says_what_a_figure_is(
    column: str, printed: str, kind: NumberType, value: object, unit: str | None
) -> None:
    text = f"单位\t{column}\n海珠区\t{printed}"
    cells = (
        Cell("海珠区", Span(len(text) - len(printed) - 4, len(text) - len(printed) - 1)),
        Cell(printed, Span(len(text) - len(printed), len(text))),
    )
    header, row = Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))
    columns = ("单位", column)
    table = Table(None, None, columns, (cells,), (TablePiece(columns, (cells,), (header, row)),))
    page = page_of(text, Article("1", ArticleKind.NEWS, tables=(table,)))
    assert [(n.text, n.type, n.value, n.unit) for n in annotate_numbers(page)] == [(printed, kind, value, unit)]
    assert ("海珠区", EntityType.PLACE) in [(n.text, n.type) for n in annotate_names(page)]


def test_figures_of_a_printed_header_are_found() -> None:
    text = "单位\t2023年产值\n海珠区\t12"
    cells = (Cell("海珠区", Span(11, 14)), Cell("12", Span(15, 17)))
    columns = ("单位", "2023年产值")
    table = Table(None, None, columns, (cells,), (TablePiece(columns, (cells,), (Span(0, 10), Span(11, 17))),))
    page = page_of(text, Article("1", ArticleKind.NEWS, tables=(table,)))
    assert [(n.text, n.type) for n in annotate_numbers(page)] == [("2023年", NumberType.DATE), ("12", NumberType.PLAIN)]
