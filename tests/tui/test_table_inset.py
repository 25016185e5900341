from __future__ import annotations

import pytest
from rich.style import Style

from reader.corpus import Corpus
from reader.model import Cell, Table
from reader.tui.table_inset import EXCERPT, Inset, Look, Pointed, draw
from reader.typeset.width import cell_width

LOOK = Look(Style(), Style(), Style(), Style())


def text(inset: Inset) -> list[str]:
    return ["".join(segment.text for segment in line).rstrip() for line in inset.lines]


def table(columns: list[str], rows: list[list[str]]) -> Table:
    return Table(None, None, tuple(columns), tuple(tuple(map(Cell, row)) for row in rows), ())


@pytest.mark.parametrize("width", [2, 5, 12, 34, 60, 140])
def test_no_line_is_too_wide(seeds: Corpus, width: int) -> None:
    for article in seeds.articles:
        for each in article.tables:
            assert max(map(cell_width, text(draw(each, width, LOOK)))) <= width


def test_a_small_table_is_shown_whole_with_figures_to_the_right() -> None:
    inset = draw(table(["名次", "区县", "得分"], [["1", "西湖区", "98.5"], ["2", "余杭区", "9.25"]]), 60, LOOK)
    assert inset.complete
    assert text(inset)[2:] == ["   1  西湖区  98.5", "   2  余杭区  9.25"]


def test_of_a_wide_table_names_and_scores_are_shown_and_what_is_left_out_is_said() -> None:
    columns = ["类别", "单位", *(f"指标{n}" for n in range(10)), "总分"]
    rows = [["甲", f"单位{n}", *["10.00"] * 10, f"{n}.5"] for n in range(40)]
    inset = draw(table(columns, rows), 34, LOOK)
    assert not inset.complete
    lines = text(inset)
    assert "单位" in lines[0]
    assert "总分" in lines[0]
    assert lines[-1] == "t opens all: 40 rows, 13 columns"


def test_blanks_between_cells_are_painted_too() -> None:
    """Else they have the background of the terminal, whatever that is."""
    look = Look(*[Style(bgcolor="#16181d")] * 4)
    inset = draw(table(["名次", "区县"], [["1", "西湖区"], ["2", "余杭区"]]), 60, look)
    painted = {segment.style.bgcolor if segment.style else None for line in inset.lines for segment in line}
    assert painted == {look.cell.bgcolor}


def test_cells_are_neither_markup_nor_obeyed() -> None:
    lines = text(draw(table(["名称", "得分"], [["[b]甲[/b]\x1b[2J", "1"], ["乙", "2"]]), 40, LOOK))
    assert "[b]甲[/b]␛[2J" in lines[2]


@pytest.mark.parametrize("row", [0, 5, 30, 49])
def test_a_row_pointed_at_is_drawn_in_the_same_number_of_lines(row: int) -> None:
    long = table(["单位", "得分"], [[f"单位{n}", f"{n}.5"] for n in range(50)])
    plain, style = draw(long, 40, LOOK), Style(reverse=True)
    inset = draw(long, 40, LOOK, pointed=Pointed(row, style))
    assert len(inset.lines) == len(plain.lines)
    line = inset.line_of(row)
    assert line is not None
    assert text(inset)[line].startswith(f"单位{row} ")
    reversed_lines = [
        at for at, segments in enumerate(inset.lines) if any(one.style and one.style.reverse for one in segments)
    ]
    assert reversed_lines == [line]
    assert sum(inset.line_of(other) is not None for other in range(50)) == EXCERPT
    assert plain.line_of(49) is None
