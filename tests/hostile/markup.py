"""Text that is markup, a formula or a program to somebody: to Rich, Textual, a spreadsheet, a browser, a shell."""

from __future__ import annotations

from tests.hostile.case import Case, Expected, carrying, written

MARKUP: dict[str, str] = {
    "rich_colour": "[red]红[/red]",
    "rich_unopened": "[/]",
    "rich_unopened_name": "[/bold]",
    "rich_unended": "[bold",
    "rich_link": "[link=https://example.org]这里[/link]",
    "rich_click": "[@click=app.quit]退出[/]",
    "rich_click_call": "[@click=app.bell()]响[/]",
    "rich_on_style": "[on #ff0000 not_a_style]x[/on]",
    "rich_escapes": "\\[red]\\\\[red]\\",
    "rich_emoji": ":smile: :warning:",
    "textual_variable": "[$primary on $error 50%]x[/]",
    "python_format": "{0}{name}{a.__class__}{{%s %(x)d %n",
    "gettext": "_('x') \\x1b[2J \\u202e &#27;",
    "html_script": "<script>alert(1)</script>",
    "html_image": '<img src=x onerror="alert(1)">',
    "html_ends": "</td></tr></table></body><!--",
    "html_style": "</title></style><svg/onload=alert(1)>",
    "html_attribute": "\" onmouseover=alert(1) '",
    "html_entities": "&lt;b&gt; &#60;b&#62; &amp;amp;",
    "markdown_link": "[点击](javascript:alert(1))",
    "markdown_image": "![x](https://example.org/track.png)",
    "markdown_reference": "[x][y] [y]: https://example.org",
    "markdown_autolink": "<https://example.org> https://example.org www.example.org a@example.org",
    "markdown_code": "`code` ```x``` ~~~",
    "markdown_heading": "# 题 > 引 * 点 1. 数 --- ===",
    "markdown_html": "**<details open ontoggle=alert(1)>**",
    "markdown_backslash": "\\| \\\\| \\`",
    "markdown_formula": "$\\input{/etc/passwd}$ $$x$$",
    "shell": "$(reboot) `reboot` ; rm -rf ~ | sh & %PATH%",
    "sql": "'; DROP TABLE pages; --",
    "path": "../../../../etc/passwd",
}
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+cmd",
    "@SUM(A1)",
    "＝1+1",
    "＋1+cmd",
    "－1+cmd",
    "＠SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org","太原")',
    " =1+1",
    "\u200b=1+1",
    "\u3000=1+1",
    "\u00ad=1+1",
    "\u202e=1+1",
    "\x0b=1+1",
    "\x1b=1+1",
    "\u2060\ufeff=1+1",
    '"=1+1',
    "'=1+1",
    "−1+cmd",
    "﹢1+cmd",
    "﹣1+cmd",
    "﹦1+1",
    "﹫SUM(A1)",
)
"""Cells a spreadsheet may compute; the last are other signs that look like these."""


def _table(cells: tuple[str, ...]) -> str:
    rows = "".join(f"单位{at}\t{cell}\t{90 - at}.5\n" for at, cell in enumerate(cells))
    return f"考评得分排名\n\n单位\t说明\t得分\n{rows}"


CASES: tuple[Case, ...] = (
    *(written(name, carrying(payload), Expected(kept=payload, tables=1)) for name, payload in MARKUP.items()),
    written("formulas", _table(FORMULAS), Expected(tables=1)),
    written("formulas_as_headers", "考评\n\n=1+1\t@SUM\t得分\n甲\t=2\t1.5\n乙\t+a\t2.5\n丙\t-b\t3.5\n", Expected()),
)
