from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import ArticleKind
from reader.search.occurrences import folded
from reader.search.query import (
    Clause,
    DateRange,
    Field,
    FieldKind,
    HasTable,
    Item,
    Numbers,
    OfKind,
    Query,
    QueryError,
    Words,
)
from reader.search.reading import read_query


def one(text: str) -> Item:
    """The only item of a query."""
    ((item,),) = (clause.items for clause in read_query(text).clauses)
    return item


def words(*texts: str) -> Query:
    return Query(tuple(Clause((Words(text),)) for text in texts))


def error(text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        read_query(text)
    return caught.value


def marked(text: str) -> str:
    """The part of the typed text that the error is about."""
    found = error(text)
    return text[found.start : found.end]


def test_words_are_parted_by_blanks_and_folded() -> None:
    assert read_query("  ＧＤＰ　增長\t臺北 ") == words("gdp", "增长", "台北")
    assert read_query(" 　").is_empty
    assert read_query("").is_empty
    assert not read_query("a").is_empty


@pytest.mark.parametrize(
    "text", ['"好 的"', "“好 的”", "「好 的」", "『好 的』", "＂好  的＂", '"好 的', "“ 好 的 “", "「好　的 "]
)
def test_a_quotation_is_one_text_closed_or_not(text: str) -> None:
    assert read_query(text) == words("好 的")


def test_signs_in_quotes_are_text() -> None:
    assert one('"-a|人:b>5"') == Words("-a|人:b>5")
    assert one('"2023-09"') == Words("2023-09")
    assert read_query('他说"好"的') == words("他说", "好", "的")
    assert read_query('"" a') == words("a")
    assert read_query('"').is_empty


def test_what_is_excluded() -> None:
    query = read_query('太原 -医院 -"人民 公园" －人:王五')
    assert [clause.excluded for clause in query.clauses] == [False, True, True, True]
    assert [clause.items[0] for clause in query.clauses[1:]] == [
        Words("医院"),
        Words("人民 公园"),
        Field(FieldKind.PERSON, "王五"),
    ]
    assert one("well-known") == Words("well-known")


def test_a_choice_binds_tighter_than_the_rest() -> None:
    expected = Query(
        (
            Clause((Words("太原"), Field(FieldKind.PLACE, "大同"), Words("阳 泉"))),
            Clause((Words("医院"), Words("学校")), excluded=True),
        )
    )
    assert read_query('太原|地:大同｜"阳 泉" -医院|学校') == expected
    assert read_query('太原 | 地:大同 |"阳 泉" -医院| 学校') == expected


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("人:王五", Field(FieldKind.PERSON, "王五")),
        ("person:Smith", Field(FieldKind.PERSON, "smith")),
        ('人："王 五"', Field(FieldKind.PERSON, "王 五")),
        ("地：太原", Field(FieldKind.PLACE, "太原")),
        ("place:太原", Field(FieldKind.PLACE, "太原")),
        ("机构:银行", Field(FieldKind.ORGANISATION, "银行")),
        ("機構:銀行", Field(FieldKind.ORGANISATION, "银行")),
        ("ORG:银行", Field(FieldKind.ORGANISATION, "银行")),
        ("报:太原日报", Field(FieldKind.PAPER, "太原日报")),
        ("paper:“太原日报”", Field(FieldKind.PAPER, "太原日报")),
        ("栏目:时评", Field(FieldKind.COLUMN, "时评")),
        ("column:时评", Field(FieldKind.COLUMN, "时评")),
        ("题:3:2", Field(FieldKind.HEADLINE, "3:2")),
        ("headline:开幕", Field(FieldKind.HEADLINE, "开幕")),
        ("表:", HasTable()),
        ("表:有", HasTable()),
        ("table:yes", HasTable()),
        ('表:"有"', Field(FieldKind.TABLE, "有")),
        ("table:合计", Field(FieldKind.TABLE, "合计")),
    ],
)
def test_fields(text: str, item: Item) -> None:
    assert one(text) == item


@pytest.mark.parametrize("name", ["类", "类：", "kind", "KIND"])
def test_the_field_of_kinds_has_names_in_both_languages(name: str) -> None:
    assert one(f"{name.rstrip('：')}：评论") == OfKind(ArticleKind.COMMENTARY)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("消息 新闻 news", ArticleKind.NEWS),
        ("评论 言论 commentary", ArticleKind.COMMENTARY),
        ("公告 启事 notice", ArticleKind.NOTICE),
        ("图片 photo", ArticleKind.PHOTO),
        ("特写 通讯 专题 feature", ArticleKind.FEATURE),
        ("转版 续 continuation", ArticleKind.CONTINUATION),
    ],
)
def test_kinds(names: str, kind: ArticleKind) -> None:
    assert {one(f"类:{name}") for name in names.split()} == {OfKind(kind)}


@pytest.mark.parametrize(
    "text", ["10:30", "比分3:2", "http://a.cn", ":a", "2023", "2023年9月", "2023-24赛季", "0351-12", "a..b"]
)
def test_words_that_only_look_like_more(text: str) -> None:
    assert one(text) == Words(text)


def days(first: str, last: str) -> DateRange:
    return DateRange(*(dt.date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("2023-09..2023-10", days("2023-09-01", "2023-10-31")),
        ("2023-09-01", days("2023-09-01", "2023-09-01")),
        ("２０２４－２", days("2024-02-01", "2024-02-29")),
        ("日期:2023", days("2023-01-01", "2023-12-31")),
        ("date:2023年9月", days("2023-09-01", "2023-09-30")),
        ("日期：2023年9月1日", days("2023-09-01", "2023-09-01")),
        ("日期:2023/9/1", days("2023-09-01", "2023-09-01")),
        ("日期:20230901", days("2023-09-01", "2023-09-01")),
        ("日期:2022..2023-02", days("2022-01-01", "2023-02-28")),
        ("2022..2023", days("2022-01-01", "2023-12-31")),
        ("2023-09..", days("2023-09-01", "")),
        ("2023..", days("2023-01-01", "")),
        ("..2023-10", days("", "2023-10-31")),
        ("2023年9月..2023年10月", days("2023-09-01", "2023-10-31")),
    ],
)
def test_dates(text: str, item: Item) -> None:
    assert one(text) == item


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (">10亿元", Numbers(1_000_000_000, None, low_included=False, unit="CNY")),
        (">=5%", Numbers(0.05, None, unit="ratio")),
        ("≥5％", Numbers(0.05, None, unit="ratio")),
        ("<3公里", Numbers(None, 3, high_included=False, unit="km")),
        ("≤3公里", Numbers(None, 3, unit="km")),
        ("＞3KM", Numbers(3, None, low_included=False, unit="km")),
        (">3MW", Numbers(3, None, low_included=False, unit="MW")),
        ("> 3万人", Numbers(30_000, None, low_included=False, unit="人")),
        ("=1,000,000,000元", Numbers(1_000_000_000, 1_000_000_000, unit="CNY")),
        ("＝10億元", Numbers(1_000_000_000, 1_000_000_000, unit="CNY")),
        ("=13812345678元", Numbers(13_812_345_678, 13_812_345_678, unit="CNY")),
        (">=5级", Numbers(5, None, unit="级")),
        (">2023", Numbers(2023, None, low_included=False)),
        (">三成", Numbers(0.3, None, low_included=False, unit="ratio")),
        ("10亿元..20亿元", Numbers(1_000_000_000, 2_000_000_000, unit="CNY")),
        ("10..20亿元", Numbers(1_000_000_000, 2_000_000_000, unit="CNY")),
        ("10亿..20亿元", Numbers(1_000_000_000, 2_000_000_000, unit="CNY")),
        ("500..2亿元", Numbers(500, 200_000_000, unit="CNY")),
        ("1.5..2.5%", Numbers(0.015, 0.025, unit="ratio")),
        ("十亿元..二十亿元", Numbers(1_000_000_000, 2_000_000_000, unit="CNY")),
        ("5%..", Numbers(0.05, None, unit="ratio")),
        ("..5%", Numbers(None, 0.05, unit="ratio")),
        ("500..1000", Numbers(500, 1000)),
    ],
)
def test_numbers(text: str, item: Item) -> None:
    assert one(text) == item


def test_a_comparison_needs_no_blank_before_it() -> None:
    two = Query((Clause((Words("降"),)), Clause((Numbers(0.05, None, low_included=False, unit="ratio"),))))
    assert read_query("降 >5%") == two
    assert read_query("降>5%") == two
    assert len(read_query(">5%<10%").clauses) == 2
    assert one("a>b") == Words("a>b")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("太原 -", "-", "-医院"),
        ("太原 - 大同", "-", "-医院"),
        ("太原 --大同", "--", "enough"),
        ("太原|-大同", "-", "alternative"),
        ("|太原", "|", "before"),
        ("太原|", "|", "after"),
        ("太原 |  ", "|", "after"),
        ("太原| |大同", "| |", "enough"),
        ('太原|"', '"', "quotes"),
        ('太原 -""', '""', "quotes"),
        ("-太原 -大同", "-太原 -大同", "not only"),
        ("a 人:", "人:", "name is wanted right after 人:"),
        ("a 人： 王五", "人：", "人："),
        ('org:""', 'org:""', "organisation"),
        ("地:|a", "地:", "place"),
        ("报:", "报:", "newspaper"),
        ("栏目:", "栏目:", "column"),
        ("题:", "题:", "headline"),
        ("类:", "类:", "commentary"),
        ("类:小说 a", "小说", "小说"),
        ("日期:", "日期:", "2023-09"),
        ("日期:昨天", "昨天", "昨天"),
        ("日期:0351", "0351", "0351"),
        ("a 2023-13", "2023-13", "calendar"),
        ("2023-02-30 b", "2023-02-30", "calendar"),
        ("2023-01..2023-13", "2023-13", "calendar"),
        ("2023-10..2023-09", "2023-10..2023-09", "before"),
        ("2023-09..10亿元", "10亿元", "no date"),
        ("a ..", "..", "before or after"),
        ("a >", ">", "number is wanted"),
        (">=|b", ">=", "number is wanted"),
        ("> 太原", "太原", "no number"),
        (">5foo", "5foo", "no number"),
        (">几十万元", "几十万元", "no number"),
        (">3-5年", "3-5年", "no number"),
        (">999999999999999999元", "999999999999999999元", "no number"),
        (">5月", "5月", "says when"),
        ("a !=5", "!=", "!="),
        ("=>5", "=>", "=>"),
        ("≠5", "≠", "≠"),
        ("20亿元..10亿元", "20亿元..10亿元", "less"),
        ("10亿元..5%", "10亿元..5%", "unit"),
        ("10亿元..abc", "abc", "no number"),
    ],
)
def test_what_nobody_can_search_for_is_marked_and_told(text: str, place: str, said: str) -> None:
    assert marked(text) == place
    assert said in error(text).message
    assert str(error(text)) == error(text).message


def test_texts_to_be_marked() -> None:
    query = read_query("太原 太原 题:開幕|人:王五 报:日报 -医院 >5% 类:消息 表: 表:合计")
    assert query.texts == ("太原", "开幕", "王五", "合计")


_TYPED = """- | " “ ” 「 」 『 : ： > <= = ≥ != . .. 人: 类:消息 表: 日期: 报: 太原 gdp 年 人 多 半 İ 臺 2023
2023-09 2024-2-29 10亿元 5% 3点 2000 三公里 0.5 1,000 ² ٣ 3-5年 00 5 3P 三路 个世纪 十"""
_PIECES = st.sampled_from([*_TYPED.split(), " ", "　", "\x1f", "\x85"])


def tried(text: str) -> Query | QueryError:
    try:
        return read_query(text)
    except QueryError as raised:
        return raised


@given(st.text() | st.lists(_PIECES).map("".join))
@example('"' * 99 + "a")
@example("9" * 5000 + ">" + "9" * 5000)
def test_any_text_is_a_query_or_an_error_with_a_place(text: str) -> None:
    found = tried(text)
    if isinstance(found, QueryError):
        assert 0 <= found.start < found.end <= len(text)
        assert found.message
    else:
        assert found.is_empty or not all(clause.excluded for clause in found.clauses)
        assert all(part == folded(part) and part in " ".join(folded(text).split()) for part in found.texts)


@given(st.lists(_PIECES).map("".join))
def test_a_query_reads_back_from_how_it_is_written(text: str) -> None:
    query = tried(text)
    if isinstance(query, Query):
        assert read_query(str(query)) == query
        assert str(read_query(str(query))) == str(query)


_TEXTS = st.text(st.characters(exclude_characters='"＂'), min_size=1).map(lambda text: " ".join(folded(text).split()))
_FIGURES = st.integers(0, 10**14) | st.integers(0, 99) | st.integers(0, 10**6).map(lambda value: value / 1000)
_WORDS_OF_UNITS = st.sampled_from(
    ["", "元", "亿元", "%", "公里", "人", "年", "点", "路", "P", "个百分点", "万千瓦时", "天", "级"]
)
_ITEMS = st.one_of(
    _TEXTS.filter(bool).map(lambda text: f'"{text}"'),
    st.tuples(st.sampled_from(["人", "org", "表", "题"]), _TEXTS.filter(bool)).map(
        lambda pair: f'{pair[0]}:"{pair[1]}"'
    ),
    st.dates(dt.date(1600, 1, 1), dt.date(2999, 12, 31)).map(lambda day: f"{day}.."),
    st.sampled_from(["类:续", "表:", "..2023-09", "10..20%"]),
    st.tuples(st.sampled_from(["=", ">", "<="]), _FIGURES, _WORDS_OF_UNITS).map(lambda parts: "".join(map(str, parts))),
)


@given(st.lists(st.lists(_ITEMS, min_size=1, max_size=3).map("|".join), min_size=1, max_size=4), st.booleans())
def test_every_item_reads_back_from_how_it_is_written(choices: list[str], last_excluded: bool) -> None:
    if last_excluded and len(choices) > 1:
        choices[-1] = "-" + choices[-1]
    query = tried(" ".join(choices))
    if isinstance(query, QueryError):
        # 2000年 and 5点 say when; a figure too large is none.
        assert "number" in query.message or "says when" in query.message
    else:
        assert len(query.clauses) == len(choices)
        assert read_query(str(query)) == query
