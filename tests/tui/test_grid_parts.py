"""The parts of the grid that need no screen: figures, bars, what is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.i18n import use
from reader.ranking.arrangement import arrange
from reader.ranking.filters import condition
from reader.ranking.sorting import Ranking
from reader.ranking.view import View
from reader.tui.grid.bars import BAR, bar
from reader.tui.grid.sentences import figure, state_line
from reader.typeset.width import cell_width
from tests.ranking.ranking_tables import table_of


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (-0.001, "0"), (100.0, "100"), (99.425, "99.43"), (93.9, "93.9"), (-2.5, "-2.5"), (2e18, "2e+18")],
)
def test_figures_have_as_few_digits_as_they_need(number: float, text: str) -> None:
    assert figure(number) == text


@given(st.floats(-1e14, 1e14))
def test_a_figure_is_within_half_a_hundredth(number: float) -> None:
    assert abs(float(figure(number)) - number) <= 0.0051 + abs(number) * 1e-15


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_longer_bar_is_a_greater_figure(one: float, other: float) -> None:
    assert cell_width(bar(one)) == BAR
    order = " ▏▎▍▌▋▊▉█"
    if one <= other:
        assert [order.index(char) for char in bar(one)] <= [order.index(char) for char in bar(other)]
    assert bar(one).strip()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (">9", "得分 > 9"),
        ("=", "得分 blank"),
        ("!=", "得分 filled"),
        ("!甲", "without “甲”"),
        ("甲", "with “甲”"),
        ("~甲", "得分 “甲”"),
    ],
)
def test_the_state_is_said(typed: str, said: str) -> None:
    use("en")
    table = table_of(["单位", "考核/得分"], [["甲", "1"], ["乙", "2"], ["合计", "3"]], summary=[2])
    ranking = Ranking(table)
    assert state_line(table, arrange(ranking, View())) == "2 rows · printed order"
    view = View().filtered(condition(typed, 1)).sorted_by(1, descending=True).without(0).grouped_by(1)
    arrangement = arrange(ranking, view)
    assert state_line(table, arrangement) == (
        f"{len(arrangement.rows)} of 2 rows · {said} · by 得分 ▼ · grouped by 得分 · 1 column hidden"
    )
