"""SVG that any viewer reads, with every label and nothing a file could smuggle in."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reader.gate import visible
from reader.plot.bars import Bar
from reader.plot.scatter import Point
from reader.plot.svg import bars_svg, scatter_svg

TEXT = st.text(alphabet=st.characters(), max_size=12)
VALUES = st.none() | st.floats(-1e9, 1e9, allow_nan=False)
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    # What is parsed was written a line above.
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert root.tag == f"{SVG}svg"
    return [element.text or "" for element in root.iter() if element.tag in (f"{SVG}text", f"{SVG}title")]


@given(TEXT, st.lists(st.builds(Bar, TEXT, VALUES, TEXT), max_size=6), TEXT)
def test_bars_hold_every_label_and_figure(title: str, bars: list[Bar], column: str) -> None:
    svg = bars_svg(title, bars, column)
    svg.encode("utf-8")
    assert "textLength" not in svg.replace(visible(title, keep=""), "")
    wanted = [title, column, *(text for bar in bars for text in (bar.label, bar.text))]
    assert texts(svg) == [visible(text, keep="") for text in wanted]


@given(TEXT, st.lists(st.tuples(TEXT, st.builds(Point, *[st.floats(-1e6, 1e6)] * 2)), max_size=6))
def test_points_hold_every_name(title: str, named: list[tuple[str, Point]]) -> None:
    names, points = [name for name, _point in named], [point for _name, point in named]
    found = texts(scatter_svg(title, names, points, ("横", "纵<&>")))
    assert {visible(text, keep="") for text in (title, *names, "横", "纵<&>")} <= set(found)


def test_bars_of_falling_figures_go_to_the_left_and_no_label_is_squeezed() -> None:
    svg = bars_svg("价格", [Bar("白菜", -1.0, "-1"), Bar("萝卜", 1.0, "+1")], "涨跌")
    root = ElementTree.fromstring(svg)  # noqa: S314
    bars = [element for element in root.iter(f"{SVG}rect") if element.get("height") == "17"]
    zero = next(root.iter(f"{SVG}line"))
    ends = [(float(bar.get("x", "")), float(bar.get("width", ""))) for bar in bars]
    at = float(zero.get("x1", ""))
    assert ends[0][0] + ends[0][1] == at == ends[1][0]
    assert "Noto Sans CJK SC" in (root.get("font-family") or "")
    assert "textLength" not in svg
