"""Bars: as wide as asked for, as long as their figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.plot.bars import Bar, draw, lay_out
from reader.typeset.width import cell_width

LABELS = st.text(alphabet="小店区管委会（集团）ABC1 …", max_size=20)
VALUES = st.none() | st.floats(-1e9, 1e9, allow_nan=False) | st.integers(-20, 20).map(float)
BARS = st.lists(st.builds(Bar, LABELS, VALUES, st.text(alphabet="0123456789.%万", max_size=9)), max_size=12)
LENGTH = {"█": 8, "▏": 1, "▎": 2, "▍": 3, "▌": 4, "▋": 5, "▊": 6, "▉": 7, "▐": 4}


def eighths(row: str) -> int:
    return sum(LENGTH.get(sign, 0) for sign in row)


@given(BARS, st.integers(1, 200))
def test_every_row_is_as_wide_as_the_layout_whatever_is_in_it(bars: list[Bar], width: int) -> None:
    layout = lay_out(bars, width)
    widths = {sum(map(cell_width, draw(bar, layout))) for bar in bars}
    assert len(widths) <= 1
    # Beside a label and its gap there is always a cell for the bar.
    assert all(one == width for one in widths) or width < 3


@given(BARS, st.integers(20, 200))
def test_longer_bars_are_for_greater_figures_and_each_begins_at_nought(bars: list[Bar], width: int) -> None:
    layout = lay_out(bars, width)
    for bar in bars:
        drawn = draw(bar, layout).bar
        left, zero, right = drawn.partition("│")
        if not zero:
            left, right = "", drawn
        value = bar.value or 0.0
        assert (eighths(right) > 0) is (value > 0)
        assert (eighths(left) > 0) is (value < 0)
        assert not right.strip() or right[0] != " "
        assert not left.strip() or left[-1] != " "
        length = eighths(left) + eighths(right)
        # To the half cell, or one more sign where that would be nothing.
        assert abs(length - abs(value) / layout.unit * 8) <= 4 + 1e-6


def test_the_longest_bar_fills_the_room_and_half_of_it_is_half() -> None:
    layout = lay_out([Bar("甲", 50.0, "50"), Bar("乙乙", 100.0, "100")], 40)
    assert draw(Bar("甲", 50.0, "50"), layout) == ("甲   ", "█" * 15 + "▌" + " " * 15, "  50")
    assert draw(Bar("乙乙", 100.0, "100"), layout).bar == "█" * 31


def test_what_is_below_nought_stands_left_of_the_line() -> None:
    layout = lay_out([Bar("甲", -2.0, "-2"), Bar("乙", 2.0, "2")], 21)
    assert draw(Bar("甲", -2.0, "-2"), layout).bar.strip() == "███████│"
    assert draw(Bar("乙", 2.0, "2"), layout).bar == " " * 7 + "│" + "█" * 7
    assert draw(Bar("丙", None, "—"), layout).bar == " " * 7 + "│" + " " * 7


@pytest.mark.parametrize(("value", "sign"), [(0.001, "▏"), (-0.001, "▐"), (0.0, ""), (None, "")])
def test_a_little_is_not_nothing(value: float | None, sign: str) -> None:
    layout = lay_out([Bar("甲", -100.0, ""), Bar("乙", 100.0, "")], 40)
    assert draw(Bar("丙", value, ""), layout).bar.replace("│", "").strip() == sign


def test_figures_give_way_to_bars_and_long_labels_are_cut() -> None:
    bars = [Bar("太原公共交通控股（集团）有限公司", 99.49, "99.49")]
    assert lay_out(bars, 80).label == 28
    assert lay_out(bars, 12).text == 0
    assert draw(bars[0], lay_out(bars, 80)).label.rstrip().endswith("…")
