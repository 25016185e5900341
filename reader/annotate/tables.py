"""Figures in tables, where the column says what a figure is: 序号 ranks, 率 is a rate, 数 and 得分 are plain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from reader.annotate.numbers import find_numbers
from reader.annotate.numerals import LONGEST, numeral_value, tidy
from reader.annotate.units import unit_at
from reader.model import Number, NumberType, RepairKind, Table
from reader.parse.fold import fold

_FIGURE = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_RATE = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?([%‰])")
_RANK_COLUMN = re.compile(r"序号|排名|名次|位次|排序|编号|^No\.?$|^序$|^第?几?名$")
_CODE_COLUMN = re.compile(r"电话|手机|号码|邮编|代码|证号|车牌|账号|编码|热线")
_UNIT_IN_HEADER = re.compile(r"\((?:单位:)?([^()]{1,8})\)$")


def table_numbers(table: Table, text: str) -> Iterator[Number]:
    """The figures of the table's cells and printed headers, by offset in the page `text`."""
    seen: set[int] = set()
    for row in table.rows:
        for header, cell in zip(table.columns, row, strict=False):
            if cell.span is None or cell.span.start in seen:
                continue
            seen.add(cell.span.start)
            yield from _cell_numbers(text, cell.span.start, cell.span.end, fold(header))
    yield from _header_numbers(table, text, seen)


def _cell_numbers(text: str, start: int, end: int, header: str) -> Iterator[Number]:
    printed = text[start:end]
    folded = fold(printed)
    begin = len(folded) - len(folded.lstrip())
    folded = folded.strip()
    start += begin
    end = start + len(folded)
    is_short = len(folded) <= LONGEST
    if is_short and (rate := _RATE.fullmatch(folded)):
        value = float(rate[1].replace(",", "")) / (100 if rate[2] == "%" else 1000)
        yield Number(start, end, text[start:end], NumberType.PERCENT, round(value, 9), "ratio")
    elif is_short and _FIGURE.fullmatch(folded):
        yield _figure(start, end, text[start:end], folded, header)
    else:
        for number in find_numbers(text[start:end]):
            yield number._replace(start=start + number.start, end=start + number.end)


def _figure(start: int, end: int, text: str, folded: str, header: str) -> Number:
    value: float | int = float(folded.replace(",", "")) if "." in folded else int(folded.replace(",", ""))
    last = header.rsplit("/", 1)[-1]
    if _RANK_COLUMN.search(last):
        return Number(start, end, text, NumberType.ORDINAL, value)
    if _CODE_COLUMN.search(last):
        return Number(start, end, text, NumberType.CODE, folded)
    unit, factor, kind = _unit_of(last)
    if kind is NumberType.PERCENT:
        return Number(start, end, text, kind, round(value * factor, 9), unit)
    return Number(start, end, text, NumberType.PLAIN, value if factor == 1 else tidy(value * factor), unit)


@cache
def _unit_of(header: str) -> tuple[str | None, float, NumberType]:
    """The unit a header names in brackets: 产值(亿元), 增速(%)."""
    found = _UNIT_IN_HEADER.search(header)
    if found is None:
        return None, 1, NumberType.PLAIN
    if found[1] in ("%", "％"):
        return "ratio", 0.01, NumberType.PERCENT
    # 千瓦 and 千克 are units themselves.
    scale = found[1][0] if found[1][0] in "万亿千百" and unit_at(found[1], 0) is None else ""
    unit = unit_at(found[1], len(scale))
    if unit is None:
        return None, 1, NumberType.PLAIN
    return unit.symbol, unit.factor * (numeral_value(scale) or 1), NumberType.PLAIN


def _header_numbers(table: Table, text: str, cells: set[int]) -> Iterator[Number]:
    """Figures of the lines of a printed table that hold no cell of a row: its headers."""
    starts = sorted(cells)
    # What is left out of a table that is too large is not searched for anything.
    is_cut = any(repair.kind is RepairKind.CUT for repair in table.repairs)
    last = starts[-1] if is_cut and starts else len(text)
    for piece in table.pieces:
        for start, end in piece.spans:
            at = start
            for line in text[start:end].split("\n"):
                if at <= last and not _holds(starts, at, at + len(line)):
                    for number in find_numbers(line):
                        yield number._replace(start=at + number.start, end=at + number.end)
                at += len(line) + 1


def _holds(starts: list[int], start: int, end: int) -> bool:
    index = bisect_left(starts, start)
    return index < len(starts) and starts[index] < end
