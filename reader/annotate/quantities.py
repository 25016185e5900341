"""Quantities: amounts, rates, measures, durations, counts, fractions and multiples, and ranges of them."""

from __future__ import annotations

import re

from reader.annotate.codes import bare_figure
from reader.annotate.found import Found
from reader.annotate.numerals import ARABIC, HAN, NUMERAL, numeral_value, tidy
from reader.annotate.units import Unit, unit_at
from reader.model import Interval, NumberType

_FRACTION = re.compile(
    rf"(?P<below>[{HAN}]+|\d+)分之(?P<above>[{HAN}]+(?:点[{HAN}]+)?|\d+(?:\.\d+)?)(?P<vague>[多几])?"
)
_TENTHS = re.compile(
    r"(?P<n>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半)?(?![立为功员果效型品长本就都才分人活绩熟交全因语])"
)
_GROWS = re.compile(r"(?:增长|提高|增加|扩大|上涨|提升|高出|上升|多出|翻|涨|增)(?:了|近|约|逾|超|超过|达|至少|不止)*$")
_DOUBLED = re.compile(r"(?P<n>[一两二三四]|\d)番")
_HALF = re.compile(r"一半|半数|半(?P<unit>年|个月|个小时|小时|天|个多月|个世纪)")
_PLAN = re.compile(r"十[一二三四五六]五(?=[”\"’]|规划|期间|时期|末|以来|开局|收官|计划|发展|、)")
_JOIN = re.compile(r" ?(?:-|—(?!—)|–|~|～|至|到) ?(?=[\d一二两三四五六七八九十百])")
_RATIO = re.compile(r"\d{1,3}(?:\.\d+)?(?::|比)\d{1,3}(?:\.\d+)?(?![\d:%])")
_SLASH = re.compile(r"(?P<above>\d{1,2})/(?P<below>\d{1,3})(?![\d/])")
_QUOTED_FEW = re.compile(r"[两二三四五六七八九十](?=[\u4e00-\u9fff]{1,2}[”’」])")
_MORE = re.compile(r"多(?![次家个名项种样人元方少功地点数为位层])")
_AMOUNT_CUE = re.compile(r"(?:近|超|过|约|达|上|逾|破|几|十|百|千|值|有|从|向|收)$")
_LEVEL = re.compile(r"级(?=[的产集企专项园市基以规、,。]|$)")


def _number(value: float | int | None, unit: Unit) -> float | int | None:
    return None if value is None else tidy(value * unit.factor)


def find_quantity(text: str, at: int) -> Found | None:
    """The quantity that begins at `at`."""
    sign = text[at]
    if sign == "半" or text.startswith("一半", at):
        return _half(text, at)
    special = _special(text, at)
    if special is not None:
        return special
    found = NUMERAL.match(text, at)
    if found is None:
        return None
    numeral, end = found[0], found.end()
    unit = _unit_behind(text, end)
    if unit is None and numeral[-1] in "千百":
        # 四百万千瓦时: the last sign of the run begins the unit.
        shorter = unit_at(text, end - 1)
        if shorter and shorter.word[0] == "千":
            if len(numeral) == 1:
                return Found(end - 1 + len(shorter.word))
            numeral, end, unit = numeral[:-1], end - 1, shorter
    joined = _JOIN.match(text, end + (len(unit.word) if unit else 0))
    if joined:
        ranged = _range(text, numeral, unit, joined.end())
        if ranged:
            return ranged
    if numeral == "一" and unit and text.startswith(numeral + unit.word, end + len(unit.word)):
        # 一年一年, 一步一步: each and every one, not a count.
        return Found(end + 2 * len(unit.word) + 1)
    if unit is None:
        return _without_unit(text, at, numeral, end)
    if unit.word == "号" or (unit.type is NumberType.DURATION and unit.word == "年" and text.startswith("级", end + 1)):
        return Found(end)
    if len(numeral) == 1 and numeral in "亿万千百" and not _bare_scale(text, at, end + len(unit.word), unit):
        return Found(end)
    return _with_unit(text, numeral, end, unit)


def _unit_behind(text: str, end: int) -> Unit | None:
    if text[end : end + 1] == " " and text[end - 1].isascii():
        unit = unit_at(text, end + 1)
        return unit._replace(word=" " + unit.word) if unit and unit.type is not NumberType.COUNT else None
    return unit_at(text, end)


def _with_unit(text: str, numeral: str, end: int, unit: Unit) -> Found:
    value = numeral_value(numeral)
    end += len(unit.word)
    if unit.type is NumberType.DURATION:
        if unit.word == "年半" or (unit.word in ("年", "个月", "天", "个小时") and text.startswith("半", end)):
            end += unit.word != "年半"
            value = None if value is None else value + 0.5
        more = _MORE.match(text, end)
        end = more.end() if more else end
    return Found(end, unit.type, _number(value, unit), unit.symbol)


def _bare_scale(text: str, at: int, end: int, unit: Unit) -> bool:
    """Whether 亿元 or 百米 without a figure is a quantity; (亿元) and 单位:万元 only name the unit of others."""
    if unit.type is NumberType.COUNT:
        return (
            text[at] in "百千"
            and unit.word in ("人", "名", "家", "个", "户", "米", "件", "种", "所")
            and text[at - 1 : at] in tuple("近上超约达逾数几")
        )
    if text[at - 1 : at] in ("(", ":", "/") or text[end : end + 1] == ")":
        return False
    if unit.type is NumberType.AMOUNT:
        return True
    return text[at] != "千" and (bool(_AMOUNT_CUE.search(text[max(0, at - 1) : at])) or text[at] == "百")


def _range(text: str, low: str, low_unit: Unit | None, at: int) -> Found | None:
    """3-5年, 1.8吨至150吨, 5%—10%, 3到5万元: one mention, both ends in the unit of the second."""
    found = NUMERAL.match(text, at)
    if found is None:
        return None
    unit = _unit_behind(text, found.end())
    if unit is None:
        return None
    if low_unit is not None and low_unit.symbol != unit.symbol:
        return None
    a, b = numeral_value(low), numeral_value(found[0])
    if a is not None and b is not None and low_unit is None and low.isdigit():
        # 3-5万元: the scale is said once.
        figure = re.match(ARABIC, found[0])
        if figure and figure.end() < len(found[0]) and a <= float(figure[0].replace(",", "")):
            a = tidy(a * b / float(figure[0].replace(",", "")))
    return Found(
        found.end() + len(unit.word), NumberType.RANGE, Interval(_number(a, unit), _number(b, unit)), unit.symbol
    )


def _special(text: str, at: int) -> Found | None:
    if found := _PLAN.match(text, at):
        return Found(found.end(), NumberType.ORDINAL, _plan_number(found[0]))
    if found := _FRACTION.match(text, at):
        return _fraction(found)
    if found := _TENTHS.match(text, at):
        tenths = float(found["n"]) if found["n"][0].isdigit() else float(numeral_value(found["n"]) or 0)
        return Found(found.end(), NumberType.PERCENT, tidy((tenths + (0.5 if found["half"] else 0)) / 10), "ratio")
    if (found := _DOUBLED.match(text, at)) and re.search(r"翻(?:了|近|约|一)?$", text[max(0, at - 2) : at]):
        return Found(found.end(), NumberType.PLAIN, 2 ** int(numeral_value(found["n"]) or 0))
    if text.startswith(("百分百", "百分之百"), at):
        return Found(at + (3 if text[at + 2] == "百" else 4), NumberType.PERCENT, 1, "ratio")
    if text[at].isdigit():
        if found := _RATIO.match(text, at):
            return Found(found.end(), NumberType.PLAIN, found[0].replace("比", ":"))
        if found := _SLASH.match(text, at):
            below = int(found["below"])
            return Found(found.end(), NumberType.PLAIN, tidy(int(found["above"]) / below) if below else None)
    found = NUMERAL.match(text, at)
    if found and text.startswith("倍", found.end()):
        value = numeral_value(found[0])
        grown = bool(_GROWS.search(text[max(0, at - 5) : at]))
        return Found(found.end() + 1, NumberType.PLAIN, None if value is None else tidy(value + grown))
    few = _QUOTED_FEW.match(text, at) if at and text[at - 1] in "“‘「" else None
    if few and unit_at(text, few.end()) is None:
        return Found(few.end(), NumberType.COUNT, numeral_value(few[0]))
    return None


def _plan_number(plan: str) -> int:
    return 10 + "一二三四五六七八九".index(plan[1]) + 1


def _fraction(found: re.Match[str]) -> Found:
    below, above = numeral_value(found["below"]), numeral_value(found["above"])
    value = None if not below or above is None else tidy(above / below)
    if below in (100, 1000):
        return Found(found.end(), NumberType.PERCENT, value, "ratio")
    return Found(found.end(), NumberType.PLAIN, value)


def _half(text: str, at: int) -> Found | None:
    found = _HALF.match(text, at)
    if found is None:
        return None
    if found["unit"]:
        if text[at - 1 : at] in ("上", "下", "前", "后", "大", "小") and at:
            return Found(found.end())
        unit = unit_at(text, at + 1)
        return Found(found.end(), NumberType.DURATION, 0.5, unit.symbol) if unit else None
    return Found(found.end(), NumberType.PLAIN, 0.5)


_YEARLIKE = re.compile(r"(?:19[4-9]\d|20[0-6]\d)$")


def _without_unit(text: str, at: int, numeral: str, end: int) -> Found | None:
    """A numeral with no unit behind it. A single Chinese numeral is then part of some word."""
    value = numeral_value(numeral)
    if numeral[0].isdigit():
        if bare_figure(text, at, numeral, end):
            return Found(end, NumberType.CODE, numeral)
        if _YEARLIKE.match(numeral) and text[at - 1 : at] not in ("(", "第"):
            return Found(end, NumberType.DATE, numeral)
        if numeral.isdigit() and not text[end : end + 1].isascii() and "\u4e00" <= text[end : end + 1] <= "\u9fff":
            return Found(end, NumberType.COUNT, value)
        scaled = numeral[-1] in "万亿余多千百"
        return Found(end, NumberType.COUNT if scaled else NumberType.PLAIN, value)
    if len(numeral) == 1:
        return Found(end)
    if level := _LEVEL.match(text, end):
        return Found(level.end(), NumberType.AMOUNT, value, "CNY") if numeral[-1] in "亿" else Found(end)
    if numeral[-1] in "余多" or (len(numeral) >= 2 and numeral[-1] in "万亿"):
        return Found(end, NumberType.COUNT, value)
    return Found(end)
