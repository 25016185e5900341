"""What the export tests share: tables full of what spreadsheets, renderers and terminals stumble over, and views."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.export.tables import Shown
from reader.model import Table
from reader.ranking.filters import Comparison, Condition
from reader.ranking.sorting import Ranking, SortKey
from reader.ranking.view import View
from tests.ranking.ranking_tables import table_of

NASTY = [
    '"', '""', 'a"b', ",", "，", "a,b", "\n", "a\nb", "a\r\nb", "\r", "\t", "a\tb", "", " ", "　", "—", "-", "--",
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1-1", "＝1+1", "－A1", "＠A1", "＋B2", " =1", "　=1",
    "\t=1", "\r=1",
    "\ufeff=1", "\u200b=1", "-3.2%", "+5.6万", "-1,234", "－3.2％", "-2+3", "'=1", "'", "93.29%", "5.6万",
    "第十二名", "三一",
    "😀", "👨‍👩‍👧", "\u202e100", "\u2067右", "\x1b[31m红", "\x07", "\x00", "\x85", "\u2028",
    "\ue000", "|", "a|b", "\\", "\\|",
    "*粗*", "_斜_", "`码`", "[字](javascript:x)", "<script>alert(1)</script>", "&lt;", "~~删~~", "$x$", "https://a.cn",
    "www.a.cn", "a@b.cn", "# 题", "1. 甲", "合计", "12345678901234567890", "1e5", "0.00001", "00123",
]  # fmt: skip

cells = st.sampled_from(NASTY) | st.text(max_size=6)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=6))
    columns = draw(st.lists(cells, min_size=width, max_size=width))
    summary = draw(st.sets(st.integers(0, len(rows) - 1), max_size=2)) if rows else set()
    return table_of(columns, rows, summary)


@st.composite
def views(draw: st.DrawFn) -> tuple[Ranking, View]:
    ranking = Ranking(draw(tables()))
    column = st.integers(0, len(ranking.columns) - 1)
    keys = draw(st.lists(st.builds(SortKey, column, st.booleans()), max_size=2))
    conditions = draw(st.lists(st.builds(Condition, column, st.sampled_from(Comparison), cells), max_size=1))
    hidden = draw(st.frozensets(column, max_size=len(ranking.columns) - 1))
    return ranking, View(tuple(keys), tuple(conditions), hidden)


shown_tables = views().map(lambda pair: Shown.of(*pair))


def texts(shown: Shown) -> list[list[str]]:
    """Header and rows as printed, picked from the table without what is tested."""
    order = [*shown.rows, *shown.summary]
    return [
        [shown.table.columns[column] for column in shown.columns],
        *([shown.table.rows[row][column].text for column in shown.columns] for row in order),
    ]
