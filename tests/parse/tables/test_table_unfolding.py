from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import RepairKind
from tests.parse.tables.table_reading import only_table, texts, tsv


def test_ties_and_short_last_rows() -> None:
    table = only_table(tsv("单位 排名 单位 排名 单位 排名", "甲 1 丁 4 庚 7", "乙 2 戊 4 辛 8", "丙 3 己 6"))
    assert table.columns == ("排名", "单位")
    assert texts(table) == [list(pair) for pair in zip("12344678", "甲乙丙丁戊己庚辛", strict=True)]
    assert not table.ragged
    assert [repair.kind for repair in table.repairs] == [RepairKind.UNFOLD]
    assert "单位 | 排名 | 单位 | 排名" in table.repairs[0].note


def test_ranks_that_run_across_the_page_are_followed() -> None:
    table = only_table(tsv("名次 单位 得分 名次 单位 得分", "1 甲 99 2 乙 98", "3 丙 97 4 丁 96", "5 戊 95"))
    assert [row[0].text for row in table.rows] == ["1", "2", "3", "4", "5"]
    assert [row[1].text for row in table.rows] == list("甲乙丙丁戊")


def test_a_list_abreast_without_a_header_is_known_by_its_ranks() -> None:
    table = only_table(tsv("甲 1 丙 3", "乙 2 丁 4"))
    assert texts(table) == [["1", "甲"], ["2", "乙"], ["3", "丙"], ["4", "丁"]]


@pytest.mark.parametrize(
    "rows",
    [
        ("市直单位 得分 县市区 得分", "公安局 98 小店区 97", "教育局 95 迎泽区 92", "民政局 93 古交市 90"),
        ("单位 件数 结案 率", "甲 1 1 98%", "乙 3 2 97%", "丙 8 5 96%"),
    ],
    ids=["two lists of their own", "one list of four columns"],
)
def test_other_tables_are_left_as_printed(rows: tuple[str, ...]) -> None:
    assert texts(only_table(tsv(*rows))) == [row.split(" ") for row in rows[1:]]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    count=st.integers(4, 40),
    abreast=st.integers(2, 4),
    across=st.booleans(),
    scored=st.booleans(),
    rank_first=st.booleans(),
)
def test_folding_a_ranking_and_unfolding_it_gives_the_ranking(
    count: int, abreast: int, across: bool, scored: bool, rank_first: bool
) -> None:
    height = -(-count // abreast)
    entries = [(str(i + 1), f"单位{i}", f"{99 - i}.5") for i in range(count)]

    def entry(row: int, k: int) -> list[str]:
        at = row * abreast + k if across else k * height + row
        rank, name, score = entries[at] if at < count else ("", "", "")
        pair = [rank, name] if rank_first else [name, rank]
        return [*pair, score] if scored else pair

    names = [*(["排名", "名称"] if rank_first else ["名称", "排名"]), *(["得分"] if scored else [])]
    lines = [names * abreast, *([cell for k in range(abreast) for cell in entry(row, k)] for row in range(height))]
    table = only_table("\n".join("\t".join(line) for line in lines))
    swapped = scored and not rank_first
    assert table.columns == (tuple(names[:3]) if scored else ("排名", "名称"))
    assert texts(table) == [[e[1], e[0], e[2]] if swapped else list(e if scored else e[:2]) for e in entries]


def test_without_ranks_equal_words_stay_together() -> None:
    across = tsv(
        "奖项 作品 作者 奖项 作品 作者", "金奖 春 甲 金奖 夏 乙", "银奖 秋 丙 银奖 冬 丁", "铜奖 山 戊 铜奖 水 己"
    )
    down = tsv(
        "奖项 作品 作者 奖项 作品 作者", "金奖 春 甲 银奖 冬 丁", "金奖 夏 乙 铜奖 山 戊", "银奖 秋 丙 铜奖 水 己"
    )
    for text in (across, down):
        assert [row[1].text for row in only_table(text).rows] == list("春夏秋冬山水")


def test_an_aligned_list_abreast_may_end_early_in_one_of_its_lists() -> None:
    table = only_table(
        "名次   单位     得分   名次   单位   得分\n1      公安局   98.6   4      甲镇   95.0\n"
        "2      教育局   97.9   5      乙镇   94.0\n3      民政局   97.1\n"
    )
    assert [row[1].text for row in table.rows] == ["公安局", "教育局", "民政局", "甲镇", "乙镇"]
    assert not table.ragged
