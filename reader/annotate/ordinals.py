"""Ordinals: 第32位, 第十条, 前十, 50强, 二等(奖), 一审, 十三届(人大), 3号(楼), and numbers of lists and in names."""

from __future__ import annotations

import re

from reader.annotate.found import Found
from reader.annotate.numerals import HAN, numeral_value
from reader.annotate.units import unit_at
from reader.model import NumberType

_PLAIN = rf"\d+|[{HAN}]+"
_TH = re.compile(rf"第 ?(?P<n>{_PLAIN})")
_MEASURES_OF_TH = frozenset(
    "位名次届批场条章节款项部代版期季轮集卷册页级号天年月周日个种类件起篇课讲回站步局盘棒梯辈等排组道例家座台架层所间列艘辆只张份枚封眼"
)
_FRONT = re.compile(r"前 ?(?P<n>\d{1,4}|[一两二三四五六七八九十百]{1,3})(?P<what>名|位|强|列|甲)?")
_RANKED = "国省市界球列居入进围名第县区州业"
_STRONG = re.compile(r"(?P<n>\d{1,5}|[十百千][一二三四五六七八九十]?|[二三四五六七八九]十)强(?![化大度调制壮烈硬劲])")
_RANK = re.compile(
    rf"(?P<n>{_PLAIN})(?P<what>星级|年级|级(?!别|联|差)|审(?![查核批计定理判议视美])|审(?=判)|号(?![召称令外])|楼(?![宇市盘房])|室(?![内外])|单元|版(?![权本])|等(?=[功奖品残舱座席])|代(?=表作)?(?![表理码价替言])|维(?![护持修]))"
)
_ENUMERATED = re.compile(r"(?:[省市县区乡镇村街校国院][、 ]?){2,}$")
_SESSION = re.compile(
    rf"(?P<n>{_PLAIN})届(?=[一二三四五六七八九十\d]{{1,3}}[次中]|全国人大|全国政协|人大|政协|中央|[省市区县]委|全会|大赛)"
)
_IN_SESSION = re.compile(r"届(?:全国人大|全国政协|人大|政协)?(?:常委会)?$")
_PLENARY = re.compile(r"(?P<n>[一二三四五六七八九十\d]{1,3})(?P<what>次|中)")
_CONGRESS = re.compile(r"(?P<n>十[二三四五六七八九]|二十)大(?=精神|报告|代表|以来|召开|[,。、”》的和\"]|$)")
_RANKED_PLACE = re.compile(r"(?P<n>\d{1,5})(?P<what>名|位)")
_MOVED_TO = re.compile(r"(?:升|降|跌|跃|进|滑|居|列|排|排名|位次)(?:至|到|在|名|第|居|于)?全?[国省市球]?$")
_MOVES = re.compile(r"(?:上升|下降|提升|跃升|前移|跃居|升至|下滑|退至|降至|攀升)")
_NTH_OF_TWO = re.compile(r"(?<![十百千万〇零第])二(?P<what>级|次|审|期|线|类|等|楼|号|代|环(?!节))(?![手性])")
_PHASE = re.compile(r"(?P<n>[一二三四五])期(?=工程|项目|建设|规划|用地|[,。、)”]|厂房|投产|开工|地块|基金)")
_INSTITUTION = re.compile(
    r"(?P<n>[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?)"
    r"(?:附院|院(?![长士校区内子])|电厂|厂(?![房家长商区])|中(?=[学校的师生教高初,、。))与和在]|$)|小(?=[学校的师生,、。))与和]|$)|所(?![有以在谓长属需得])|队(?![伍友])|局(?=[集第一-十]|有限|公司|[,、。))])|分局|建(?=集团|公司|局)|冶(?=集团|公司)|监狱|幼(?=[儿,、。]))"
)
# 两, not 二, counts: 二所 can only be the second.
_SECOND = re.compile(r"(?P<n>二)(?:院|所|厂|队|局|处|附院)")
_COUNTING = frozenset("的了有共等各这那每由为及和与是在上下到达出近超约新多第其成余个数几,。;、:“”()\n 设建")
_STOREY = re.compile(rf"(?P<n>{_PLAIN})层(?=[东西南北中大])")
_ROUTE = re.compile(r"(?P<n>\d{1,4})路(?=公交|车|[,、。]|电车|线|内|环|首末|$)")
_LIST_SIGN = re.compile(r"[\s。;:!?”]*$")
_ITEM = re.compile(r"(?P<n>\d{1,2})(?=[.．、](?!\d))|(?P<h>[一二三四五六七八九十]{1,3})(?=、)")
_BRACKETED = re.compile(r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?=\))")


def _found(end: int, numeral: str, unit: str | None) -> Found:
    value = numeral_value(numeral)
    return Found(end, NumberType.ORDINAL, value, unit)


def find_ordinal(text: str, at: int) -> Found | None:
    """The ordinal that begins at `at`."""
    sign = text[at]
    if sign == "第":
        return _with_th(text, at)
    if sign == "前":
        return _front(text, at)
    return _item(text, at) or _ranked(text, at) or _named(text, at)


def _with_th(text: str, at: int) -> Found | None:
    found = _TH.match(text, at)
    if found is None:
        return None
    numeral, end = found["n"], found.end()
    if numeral.isdigit() and (len(numeral) > 5 or numeral.startswith("00")):
        return Found(end, NumberType.CODE, numeral)
    unit = unit_at(text, end)
    if unit and (unit.word in _MEASURES_OF_TH or unit.word in ("个月", "大", "星级", "年级")):
        # 第一人民医院, 第二军医大学: a word that is no measure of an ordinal begins here.
        return _found(end + len(unit.word), numeral, unit.word)
    return _found(end, numeral, None)


def _front(text: str, at: int) -> Found | None:
    found = _FRONT.match(text, at)
    if found is None:
        return None
    before = text[max(0, at - 1) : at]
    if found["what"]:
        if before in set("目此之以提当空年日生"):
            return None
        return _found(found.end(), found["n"], None)
    behind = unit_at(text, found.end())
    if before and before in _RANKED and behind is None:
        return _found(found.end(), found["n"], None)
    return None


def _item(text: str, at: int) -> Found | None:
    """1. 2、 一、 at the beginning of a line or a sentence, (一) anywhere."""
    before = text[max(0, at - 1) : at]
    if before == "(" and (found := _BRACKETED.match(text, at)):
        return _found(found.end(), found["n"], None)
    found = _ITEM.match(text, at)
    if found and _LIST_SIGN.match(text, max(0, at - 1), at):
        numeral = found["n"] or found["h"]
        if found["h"] and before not in ("", "\n", "。", " "):
            return None
        return _found(found.end(), numeral, None)
    return None


def _ranked(text: str, at: int) -> Found | None:
    if found := _STRONG.match(text, at):
        return _found(found.end(), found["n"], None)
    before = text[max(0, at - 12) : at]
    if found := _RANK.match(text, at):
        return None if _is_count(found, before, text) else _found(found.end(), found["n"], found["what"])
    if found := _SESSION.match(text, at):
        return _found(found.end(), found["n"], "届")
    if _IN_SESSION.search(before) and (found := _PLENARY.match(text, at)):
        return _found(found.end(), found["n"], found["what"])
    if found := _CONGRESS.match(text, at):
        return _found(found.end(), found["n"], "大")
    if (found := _RANKED_PLACE.match(text, at)) and (_MOVED_TO.search(before) or _MOVES.match(text, found.end())):
        return _found(found.end(), found["n"], found["what"])
    if before[-1:] not in ("分", "共") and (found := _PHASE.match(text, at)):
        return _found(found.end(), found["n"], "期")
    if found := _STOREY.match(text, at):
        return _found(found.end(), found["n"], "层")
    if found := _ROUTE.match(text, at):
        return _found(found.end(), found["n"], "路")
    return None


def _is_count(found: re.Match[str], before: str, text: str) -> bool:
    """省市县三级, 校赛、省赛、全国赛三级赛制 count levels; 三级指标 ranks."""
    what = found["what"]
    if what == "级":
        return bool(_ENUMERATED.search(before)) or text.startswith(
            ("地震", "赛制", "联动", "书记", "体系", "医疗"), found.end()
        )
    return what in ("维", "代") and found["n"].isdigit()


def _named(text: str, at: int) -> Found | None:
    """The number in an institution's name: 山医大一院, 掘进五队, 太原一电厂; and 二, which counts nothing by itself."""
    before = text[max(0, at - 1) : at]
    if (
        before
        and before not in _COUNTING
        and "\u4e00" <= before <= "\u9fff"
        and (found := _INSTITUTION.match(text, at) or _SECOND.match(text, at))
    ):
        return _found(found.end("n"), found["n"], None)
    if found := _NTH_OF_TWO.match(text, at):
        return _found(found.end(), "二", found["what"])
    return None
