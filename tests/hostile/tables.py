"""Tables nobody would print."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import Case, Expected, Size, carrying, written


def _wide(between: str) -> Callable[[Size], str]:
    def page(size: Size) -> str:
        header = between.join(f"栏{at}" for at in range(size.columns))
        rows = "\n".join(between.join(f"{row}.{at}" for at in range(size.columns)) for row in range(6))
        return f"各单位考评得分\n\n{header}\n{rows}\n"

    return page


def _ragged(size: Size) -> str:
    counts = [1 + at * 37 % size.columns for at in range(min(size.lines, 60))]
    return "单位\t得分\t排名\n" + "".join("\t".join(["甲", *map(str, range(count))]) + "\n" for count in counts)


def _nested(size: Size) -> str:
    return "<table><tr><td>甲" * size.depth + "1.5" + "</td></tr></table>" * size.depth


def _unclosed(size: Size) -> str:
    return "<table><tr><td>甲<td>1.5" * size.depth


def _html(rows: str) -> str:
    head = "考评得分\n\n<table><tr><th>单位</th><th>得分</th></tr>"
    return f"{head}{rows}<tr><td>小店区</td><td>98.5</td></tr><tr><td>迎泽区</td><td>97.5</td></tr></table>\n"


def _long_cell(size: Size) -> str:
    return "单位\t说明\t得分\n甲\t" + "很长" * (size.run // 4) + "\t1.5\n乙\t短\t2.5\n丙\t短\t3.5\n"


def _figures(*figures: str) -> str:
    rows = "".join(f"单位{at}\t{figure}\t{at + 1}\n" for at, figure in enumerate(figures))
    return f"考评得分排名\n\n单位\t得分\t排名\n{rows}"


HTML = {
    "html_spans": '<tr><td colspan="1000000">甲</td><td rowspan="1000000">1</td></tr>',
    "html_spans_of_digits": f'<tr><td colspan="{"9" * 5000}" rowspan="{"9" * 5000}">甲</td></tr>',
    "html_spans_of_nothing": '<tr><td colspan="0" rowspan="-1">甲<td colspan="x">1<td colspan="²">1</tr>',
    "html_cell_entities": "<tr><td>&#27;[2J&#155;&#x9b;&#x202e;&#0;&#13;&#7;<td>&#xD800;&#1114112;&#x7f;&zwj;</tr>",
    "html_cell_huge_entities": f"<tr><td>&#{'9' * 5000};</td><td>&#x{'f' * 5000};</td></tr>",
    "html_scripts": "<tr><td><script>alert(1)</script></td><td onclick=x><![CDATA[x]]></td></tr>",
    "html_comment": "<tr><td>甲<!-- </td></tr></table> -->乙</td><td>1</td></tr>",
    "html_in_attributes": '<tr><td title="</table>">甲</td><td title=\'">\'>1</td></tr>',
    "html_declarations": "<!DOCTYPE [<!ENTITY a 'b'>]><?php x ?><![if IE]><tr><td>&a;</td><td>1</td></tr><![endif]>",
    "html_breaks": "<tr><td>甲<br>=1+1<br/><br>乙</td><td>1<br>2</td></tr>",
    "html_control": "<tr><td>\x1b]8;;http://x\x07甲</td><td>\u202e1</td></tr>",
    "html_no_cells": "<tr></tr><tr></tr><thead></thead>",
}
FIGURES = {
    "figures_without_end": ("9" * 5000, "1" + "0" * 400, "1e400", "0." + "0" * 5000 + "1", "1" * 4301),
    "figures_beyond_floats": ("9" * 400 + ".5", "9" * 400 + ".5亿元", "1.5", "2.5", "3.5"),
    "figures_of_no_value": ("nan", "inf", "-inf", "-0", "1/0", "0/0", "0%", "--", "１e９", "0x1b"),
    "figures_in_other_digits": ("٣", "३", "²", "½", "Ⅷ", "①", "㊀", "〇", "兆亿万", "十百千"),
    "figures_of_long_numerals": (
        "九" * 5000,
        "第" + "亿" * 3000,
        "万" * 3000 + "分之一",
        "1,1,1,,1,",
        "1.2.3.4",
        "+-1",
    ),
    "figures_of_no_day": (
        "2023年13月45日",
        "0年0月0日",
        "9999-99-99",
        "0000-00-00",
        "2023年2月30日",
        "24:60",
        "99999年1月1日",
    ),
}
CASES: tuple[Case, ...] = (
    written("wide_tabs", _wide("\t"), Expected(tables=1)),
    written("wide_pipes", _wide("|"), Expected()),
    written("wide_blanks", _wide("   "), Expected()),
    written("wide_commas", _wide(","), Expected()),
    written("ragged", _ragged, Expected()),
    written("nested", _nested, Expected()),
    written("unclosed", _unclosed, Expected()),
    written("closed_too_often", lambda size: carrying("</table></td></tr>" * size.depth), Expected()),
    written("long_cell", _long_cell, Expected()),
    written("only_a_rule", "|---|---|\n|:--|--:|\n", Expected()),
    written("header_alone", "单位\t得分\t排名\n", Expected()),
    written("blank_cells", "单位\t得分\n" + "\t\n" * 10 + "甲\t1\n", Expected()),
    written("same_names", "甲\t甲\t甲\n1\t2\t3\n4\t5\t6\n7\t8\t9\n", Expected()),
    *(written(name, _html(rows), Expected()) for name, rows in HTML.items()),
    *(written(name, _figures(*figures), Expected()) for name, figures in FIGURES.items()),
    *(written(f"{name}_in_text", carrying(",".join(figures)), Expected()) for name, figures in FIGURES.items()),
)
