"""Points in braille, and axes with round figures."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.plot.scatter import Point, nearest, scatter
from reader.plot.ticks import axis
from reader.typeset.width import cell_width

FIGURES = st.floats(-1e12, 1e12, allow_nan=False) | st.integers(-100, 100).map(float)
POINTS = st.lists(st.builds(Point, FIGURES, FIGURES), max_size=20)


@given(st.lists(FIGURES, max_size=12), st.integers(2, 12))
def test_an_axis_has_room_for_all_and_ticks_at_round_steps(values: list[float], most: int) -> None:
    found = axis(values, most)
    assert found.low < found.high
    room = (found.high - found.low) * 1e-6
    assert all(found.low - room <= value <= found.high + room for value in values)
    assert (found.low, found.high) == (found.ticks[0], found.ticks[-1])
    assert 2 <= len(found.ticks) <= most + 3
    step = found.ticks[1] - found.ticks[0]
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-6)
    assert any(math.isclose(mantissa, wanted, rel_tol=1e-3) for wanted in (1, 2, 5))
    assert len(set(found.labels)) == len(found.labels)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([0, 100], ["0", "20", "40", "60", "80", "100"]),
        ([0.1, 0.32], ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"]),
        ([-3, 3], ["-3", "-2", "-1", "0", "1", "2", "3"]),
        ([5, 5], ["4.4", "4.6", "4.8", "5.0", "5.2", "5.4", "5.6"]),
        ([], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([1200, 98000], ["0", "20000", "40000", "60000", "80000", "100000"]),
    ],
)
def test_ticks(values: list[float], labels: list[str]) -> None:
    assert list(axis(values).labels) == labels


@given(POINTS, st.integers(0, 120), st.integers(0, 40))
def test_a_drawing_has_the_size_asked_for_and_a_dot_for_every_point(
    points: list[Point], width: int, height: int
) -> None:
    drawing = scatter(points, width, height)
    assert [cell_width(row) for row in drawing.rows] == [width] * height
    assert len(drawing.cells) == len(points)
    if any("┤" in row for row in drawing.rows):
        for column, row in drawing.cells:
            assert 0x2800 < ord(drawing.rows[row][column]) <= 0x28FF


def test_points_stand_where_their_figures_are() -> None:
    points = [Point(0, 0), Point(100, 100), Point(0, 100), Point(50, 50)]
    drawing = scatter(points, 64, 22)
    left, right = 4, 63
    assert drawing.cells[:3] == ((left, 19), (right, 0), (left, 0))
    assert drawing.rows[0].startswith("100┤")
    assert drawing.rows[-1].split() == ["0", "20", "40", "60", "80", "100"]
    assert [nearest(drawing, column, row) for column, row in ((6, 1), (60, 2), (34, 9))] == [2, 1, 3]


def test_without_points_there_is_nothing_near() -> None:
    assert nearest(scatter([], 40, 10), 3, 3) is None
