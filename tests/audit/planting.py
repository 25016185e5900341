"""Tables and sentences made up with consistent figures, and one misprint planted in each: a cell or figure is changed.

Every maker returns the page text, and where in it the misprint stands (None for a clean page). Seeded: the same number
gives the same page.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import NamedTuple

PLACES = (
    "东城区", "西岭区", "南山县", "北河县", "青石县", "白水镇", "云台县", "龙泉区", "平川县",
    "柳林县", "石桥镇", "安源区", "凤鸣县", "古田县", "长乐区", "新安县", "临江区", "永丰县",
    "大同里", "金沙县", "玉泉区", "宝塔区", "清河县", "马头镇", "仁和县", "向阳区",
)  # fmt: skip


class Page(NamedTuple):
    text: str
    start: int | None
    end: int | None
    what: str


Rows = list[list[str]]


def misprinted(rng: random.Random, figure: str) -> str:
    """`figure` with one digit changed that matters: none of the last, and not the first to 0."""
    digits = [i for i, sign in enumerate(figure) if sign.isdigit()]
    if len(digits) > 2:
        # What rounding hides in a quotient cannot be found.
        digits = digits[: -2 if len(digits) > 4 else -1]
    at = rng.choice(digits)
    others = [d for d in "0123456789" if d != figure[at] and not (d == "0" and at == digits[0])]
    return figure[:at] + rng.choice(others) + figure[at + 1 :]


def _page(header: list[str], rows: Rows, planted: tuple[int, int] | None, what: str) -> Page:
    lines = ["城市管理考核公告", "", "现将本月考核情况公布如下。", "", "综合评价表", "", "\t".join(header)]
    text = "\n".join(lines) + "\n"
    start = end = None
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if planted == (i, j):
                start, end = len(text), len(text) + len(cell)
            text += cell + ("\t" if j + 1 < len(row) else "\n")
    return Page(text, start, end, what)


def _names(rng: random.Random, count: int) -> list[str]:
    return rng.sample(PLACES, count)


def rate_table(rng: random.Random, *, plant: bool) -> Page:
    """受理数, 办结数, 办结率, with a 合计 row now and then; the misprint is in any of the cells."""
    rows: Rows = []
    whole = part = 0
    places = rng.choice([1, 2])
    for name in _names(rng, rng.randint(8, 20)):
        b = rng.randint(200, 9000)
        a = rng.randint(b // 2, b)
        whole, part = whole + b, part + a
        rows.append([name, str(b), str(a), f"{a / b * 100:.{places}f}%"])
    if rng.random() < 0.5:
        rows.append(["合计", str(whole), str(part), f"{part / whole * 100:.{places}f}%"])
    return _planted(rng, ["单位", "受理数", "办结数", "办结率"], rows, (1, 2, 3), plant, "rate")


def _planted(
    rng: random.Random, header: list[str], rows: Rows, columns: tuple[int, ...], plant: bool, what: str
) -> Page:
    at = None
    if plant:
        at = rng.randrange(len(rows)), rng.choice(columns)
        rows[at[0]][at[1]] = misprinted(rng, rows[at[0]][at[1]])
    return _page(header, rows, at, what)


def growth_table(rng: random.Random, *, plant: bool) -> Page:
    rows: Rows = []
    for name in _names(rng, rng.randint(7, 18)):
        old = rng.randint(1000, 90000) / 10
        new = old * rng.uniform(0.7, 1.6)
        new = round(new, 1)
        rows.append([name, f"{new:.1f}", f"{old:.1f}", f"{(new / old - 1) * 100:.1f}%"])
    return _planted(rng, ["地区", "今年收入(万元)", "去年收入(万元)", "同比增长"], rows, (1, 2, 3), plant, "growth")


def sum_table(rng: random.Random, *, plant: bool) -> Page:
    rows: Rows = []
    for name in _names(rng, rng.randint(6, 18)):
        parts = [rng.randint(3, 60) for _ in range(3)]
        rows.append([name, *map(str, parts), str(sum(parts))])
    rows.sort(key=lambda row: -int(row[-1]))
    return _planted(rng, ["代表团", "金牌", "银牌", "铜牌", "总数"], rows, (1, 2, 3, 4), plant, "sum")


def total_table(rng: random.Random, *, plant: bool) -> Page:
    """Two columns and their 合计 or 平均, which the misprint is in."""
    mean = rng.random() < 0.5
    rows: Rows = []
    columns: list[list[float]] = [[], [], []]
    for name in _names(rng, rng.randint(6, 20)):
        cells = []
        for column in columns:
            value = round(rng.uniform(60, 99), 2) if mean else float(rng.randint(100, 9000))
            column.append(value)
            cells.append(f"{value:.2f}" if mean else f"{value:.0f}")
        rows.append([name, *cells])
    if mean:
        rows.append(["平均", *(f"{sum(column) / len(column):.2f}" for column in columns)])
    else:
        rows.append(["合计", *(f"{sum(column):.0f}" for column in columns)])
    at = None
    if plant:
        at = len(rows) - 1, rng.randint(1, 3)
        rows[-1][at[1]] = misprinted(rng, rows[-1][at[1]])
    header = ["单位", "市容分", "环卫分", "绿化分"] if mean else ["单位", "案件数", "巡查数", "上报数"]
    return _page(header, rows, at, "mean" if mean else "total")


def rank_table(rng: random.Random, *, plant: bool) -> Page:
    """名次, 单位, 得分; the misprint is a rank or a score out of order."""
    names = _names(rng, rng.randint(9, 22))
    scores = sorted((round(rng.uniform(60, 99), 2) for _ in names), reverse=True)
    rows = [[str(i + 1), name, f"{score:.2f}"] for i, (name, score) in enumerate(zip(names, scores, strict=True))]
    at = None
    if plant:
        row = rng.randint(1, len(rows) - 2)
        if rng.random() < 0.5:
            wrong = rng.choice([row, row + 2, rng.randint(1, len(rows))])
            rows[row][0] = str(wrong if wrong != row + 1 else row)
            at = row, 0
        else:
            above, below = scores[row - 1], scores[row + 1]
            for _ in range(100):
                printed = misprinted(rng, rows[row][2])
                if float(printed) > above + 0.5 or float(printed) < below - 0.5:
                    break
            rows[row][2] = printed
            at = row, 2
    return _page(["名次", "单位", "得分"], rows, at, "rank")


def formula_table(rng: random.Random, *, plant: bool) -> Page:
    """Three rates and a score that weighs them; the misprint is in a rate or the score."""
    weights = rng.choice([(0.3, 0.3, 0.4), (0.5, 0.25, 0.25), (0.2, 0.35, 0.45), (0.4, 0.4, 0.2)])
    body = []
    for name in _names(rng, rng.randint(16, 24)):
        parts = [round(rng.uniform(55, 99.9), 2) for _ in weights]
        body.append((name, parts, sum(w * p for w, p in zip(weights, parts, strict=True))))
    body.sort(key=lambda item: -item[2])
    rows = [
        [str(i + 1), name, *(f"{p:.2f}" for p in parts), f"{score:.2f}"] for i, (name, parts, score) in enumerate(body)
    ]
    header = ["序号", "单位", "市容评分", "环卫评分", "群众评价", "综合得分"]
    at = None
    if plant:
        at = rng.randrange(len(rows)), rng.randint(2, 5)
        rows[at[0]][at[1]] = misprinted(rng, rows[at[0]][at[1]])
    return _page(header, rows, at, "formula")


def plain_table(rng: random.Random, *, plant: bool) -> Page:
    """Figures that have nothing to do with each other: nothing is to be found."""
    rows: Rows = [
        [name, str(rng.randint(10, 900)), f"{rng.uniform(70, 100):.1f}%", f"{rng.uniform(1, 9):.2f}"]
        for name in _names(rng, rng.randint(5, 24))
    ]
    for row in rows:
        row.append(str(rng.randint(1, 31)))
    del plant
    return _page(["县区", "户数", "达标率", "综合指数", "优良天数"], rows, None, "plain")


def _sentence(rng: random.Random, form: str, figures: list[str], at: int | None, what: str) -> Page:
    """`form` with {} for each of `figures`; a misprint in that at `at`."""
    lead = "本报讯 记者从市统计局获悉,各项工作进展顺利。"
    text = "全市工作稳步推进\n\n" + lead
    start = end = None
    pieces = form.split("{}")
    for i, piece in enumerate(pieces):
        text += piece
        if i < len(figures):
            figure = misprinted(rng, figures[i]) if at == i else figures[i]
            if at == i:
                start, end = len(text), len(text) + len(figure)
            text += figure
    return Page(text + "下一步将继续加大力度。(李明)\n", start, end, what)


def share_sentence(rng: random.Random, *, plant: bool) -> Page:
    b = rng.randint(100, 9000)
    a = rng.randint(b // 4, b - 1)
    share = f"{a / b * 100:.{rng.choice([1, 2])}f}%"
    form = rng.choice(
        [
            "全市{}个小区中,已有{}个完成改造,占{}。",
            "今年共受理投诉{}件,办结{}件,办结率{}。",
            "全市排查隐患{}处,已整改{}处,整改率达到{}。",
            "抽检{}批次,合格{}批次,合格率为{}。",
        ]
    )
    return _sentence(rng, form, [str(b), str(a), share], 2 if plant else None, "share")


def growth_sentence(rng: random.Random, *, plant: bool) -> Page:
    a = rng.randint(100, 5000)
    b = rng.randint(a + 20, a * 2)
    rate = f"{(b / a - 1) * 100:.1f}%"
    form, figures = rng.choice(
        [
            ("农家乐由{}家增加到{}家,增长{}。", [str(a), str(b), rate]),
            ("去年接待游客{}人次,今年接待游客{}人次,同比增长{}。", [str(a), str(b), rate]),
            ("今年完成订单{}件,去年同期为{}件,同比增长{}。", [str(b), str(a), rate]),
            ("农家乐由{}家增加到{}家,增加{}家。", [str(a), str(b), str(b - a)]),
            ("参赛队伍{}支,比去年增加{}支,增长{}。", [str(b), str(b - a), rate]),
            ("参赛队伍比去年的{}支增加{}支,达到{}支。", [str(a), str(b - a), str(b)]),
        ]
    )
    return _sentence(rng, form, figures, 2 if plant else None, "change")


def parts_sentence(rng: random.Random, *, plant: bool) -> Page:
    parts = [rng.randint(60, 900) for _ in range(rng.choice([2, 3]))]
    total = str(sum(parts))
    texts = [str(part) for part in parts]
    first, second, third = (
        ("新建{}项", "续建{}项", "改建{}项"),
        ("咨询类{}件", "投诉类{}件", "其他类{}件"),
        ("一期培训{}人", "二期培训{}人", "三期培训{}人"),
    )
    count = len(parts)
    form, figures = rng.choice(
        [
            ("全年共安排项目{}项,其中" + "、".join(first[:count]) + "。", [total, *texts]),
            ("共接到来电{}件,其中" + "、".join(second[:count]) + "。", [total, *texts]),
            ("、".join(third[:count]) + ",合计{}人。", [*texts, total]),
        ]
    )
    at = None
    if plant:
        at = figures.index(total)
    return _sentence(rng, form, figures, at, "parts")


def list_sentence(rng: random.Random, *, plant: bool) -> Page:
    names = [name + "农业公司" for name in _names(rng, rng.randint(3, 7))]
    count = len(names) + (rng.choice([-1, 1, 2]) if plant else 0)
    joined = "、".join(names[:-1]) + rng.choice(["和", "、"]) + names[-1]
    form = rng.choice(["入选企业有{}家,分别为" + joined + "。", "通报以下{}家企业:" + joined + "。"])
    page = _sentence(rng, form, [str(count)], None, "list")
    if not plant:
        return page
    start = page.text.index(str(count) + "家")
    return page._replace(start=start, end=start + len(str(count)))


def weekday_sentence(rng: random.Random, *, plant: bool) -> Page:
    day = dt.date(2005, 1, 1) + dt.timedelta(days=rng.randrange(7000))
    printed = (day.weekday() + (rng.randint(1, 6) if plant else 0)) % 7
    word = "星期" + "一二三四五六日"[printed]
    text = f"听证会公告\n\n定于{day.year}年{day.month}月{day.day}日({word})上午9时召开听证会,欢迎市民参加。\n"
    at = text.index(word)
    return Page(text, at if plant else None, at + 3 if plant else None, "weekday")


def average_sentence(rng: random.Random, *, plant: bool) -> Page:
    count, mean = rng.randint(100, 900), rng.randint(1000, 9000)
    form = rng.choice(["为{}户农户发放分红{}元,户均{}元。", "向{}人发放补助{}元,人均{}元。"])
    return _sentence(rng, form, [str(count), str(count * mean), str(mean)], 2 if plant else None, "average")


def loose_sentence(rng: random.Random, *, plant: bool) -> Page:
    """Figures that stand beside each other and do not follow from each other."""
    a, b, c = (rng.randint(20, 3000) for _ in range(3))
    form = rng.choice(
        [
            "全市共有学校{}所,今年新建{}所,学生体质达标率{}%。",
            "完成投资{}亿元,占年度计划的{}%,同比增长{}%。",
            "展出实物{}件、照片{}幅,其中{}件是第一次公开展出。",
            "培训学员{}人,其中党员{}人、女学员{}人。",
            "客流{}万人次,比上月增加{}万人次,其中高铁{}万人次。",
            "拥有摊位{}个,日均客流{}人次,商品合格率{}%。",
        ]
    )
    del plant
    figures = [str(max(a, b, c) + 50), str(b % 90 + 5), str(c % 80 + 10)]
    return _sentence(rng, form, figures, None, "loose")


Maker = Callable[..., Page]
TABLES: tuple[Maker, ...] = (rate_table, growth_table, sum_table, total_table, rank_table, formula_table)
SENTENCES: tuple[Maker, ...] = (
    share_sentence,
    growth_sentence,
    parts_sentence,
    list_sentence,
    weekday_sentence,
    average_sentence,
)
CLEAN: tuple[Maker, ...] = (plain_table, loose_sentence)
