"""Single tables with one thing wrong."""

from __future__ import annotations

import pytest

from reader.audit import Finding, Kind, Severity, audit
from reader.parse.page import parse_page


def found_in(table: str) -> tuple[Finding, ...]:
    rows = "\n".join("\t".join(line.split()) for line in table.strip().splitlines())
    return audit(parse_page(f"考核公告\n\n现将考核情况公布如下。\n\n综合评价表\n\n{rows}\n", "made.txt"))


RATES = """
单位 受理数 办结数 办结率
东城区 1200 1140 95.00%
西城区 800 776 97.00%
南山县 640 608 95.00%
北河县 555 444 80.00%
青石县 930 837 90.00%
白水县 410 369 90.00%
云台县 720 684 95.00%
合计 5255 4858 92.45%
"""


def test_a_consistent_table_is_clean() -> None:
    assert found_in(RATES) == ()


@pytest.mark.parametrize(
    ("old", "new", "computed", "kinds"),
    [
        ("80.00%", "85.00%", "80.00%", (Kind.RATIO,)),
        # The total of the column and the rate ask for the same figure.
        (" 444 ", " 494 ", "444", (Kind.RATIO, Kind.TOTAL)),
        ("92.45%", "94.25%", "92.45%", (Kind.RATIO,)),
        ("5255", "5225", "5255", (Kind.RATIO, Kind.TOTAL)),
    ],
)
def test_the_wrong_cell_is_named(old: str, new: str, computed: str, kinds: tuple[Kind, ...]) -> None:
    (one,) = found_in(RATES.replace(old, new))
    assert (one.printed, one.computed, one.kinds) == (new.strip(), computed, kinds)
    assert one.severity is Severity.CERTAIN


SUBTOTALS = """
类别 单位 案件数 巡查数
城区 东城区 120 35
城区 西城区 80 41
城区 南城区 64 28
小计 - 264 104
县域 南山县 55 19
县域 北河县 93 27
县域 青石县 41 33
小计 - 189 79
合计 - 453 183
"""


def test_subtotals_are_of_the_rows_above_them() -> None:
    assert found_in(SUBTOTALS) == ()
    (one,) = found_in(SUBTOTALS.replace(" 189 ", " 198 "))
    assert (one.printed, one.computed, one.kind) == ("198", "189", Kind.TOTAL)


RANKS = """
名次 单位 得分
1 东城区 98.20
2 西城区 97.10
2 南山县 97.10
4 北河县 95.60
5 青石县 94.00
6 白水县 93.90
7 云台县 92.50
8 龙泉县 91.10
9 平川县 90.30
"""


@pytest.mark.parametrize(
    ("old", "new", "computed"),
    [
        ("5 青石县", "4 青石县", "5"),
        ("7 云台县", "9 云台县", "7"),
        ("92.50", "98.50", "91.10–93.90"),
    ],
)
def test_ranks_count_and_follow_the_scores(old: str, new: str, computed: str) -> None:
    assert found_in(RANKS) == ()
    (one,) = found_in(RANKS.replace(old, new))
    assert (one.computed, one.kind) == (computed, Kind.RANK)


def test_a_tie_needs_equal_scores() -> None:
    (one,) = found_in(RANKS.replace("2 南山县 97.10", "2 南山县 96.80"))
    assert (one.printed, one.computed) == ("2", "3")
