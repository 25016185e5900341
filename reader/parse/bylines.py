"""Bylines 署名: who wrote, took or sent it, in the forms Chinese dailies sign in.

(何宝国)   (陈珊、白一凡)   (记者 张三 通讯员 李四)   (本组稿件由 梁丹 采写)   记者 张秀丽   □本报记者 张三   文/张三
图/李四

All functions take folded text (see `reader.parse.fold`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.model import Byline
from reader.parse.han import HAN
from reader.parse.words import prefectures, surnames, word_list

_FOREIGN = re.compile(rf"{HAN}{{1,7}}(?:·{HAN}{{1,5}})+")
# No name and no role is shorter.
_TWO_HAN = re.compile(rf"{HAN}[ \t·]*{HAN}")
_ANY_NAME = re.compile(rf"{HAN}{{2,4}}")
# Two-character names are printed with a blank inside, to be as wide as three: 记者 张 三 李四光.
_SPREAD = re.compile(r"(?<!\w)(\w)[ \t]+(\w)(?=摄(?!\w)|(?!\w))")
# 万江/文 彭年/图: who did what, behind the name.
_DID = re.compile(rf"({HAN}{{2,4}})/(文|图|摄|摄影)(?=$|[ \t、,])")
_SEPARATORS = re.compile(r"[ \t、,;|&]+")
_GROUP = re.compile(
    r"本(?:组|版|专版|期|栏)(?:[稿图文报新照消](?:件|片|图|字|道|闻|息)?(?:[、,和/]?(?:图片|图|文字|摄影|照片))*)"
    r"(?:除[^,由]{2,12}外)?[,]?均?(?:由|为|:)?[ ]*(?:文/)?(.{2,60}?)[ ]*"
    r"(采写|摄影报道|摄影|撰写|提供|整理|采编|摄|报道|撰文)?"
)
# 本报记者 江成舟 发自贵州铜仁
_FROM = re.compile(r"[ ]+(?:发自|报道于|摄于|写于)[\u4e00-\u9fff、]{2,14}$")
# 邝文举 湖南某县医院副院长: a reader's letter or a column, signed with what its writer is.
_TITLED = re.compile(
    rf"({HAN}{{2,4}})[ ,、]+[^()、]{{4,24}}(?:员|长|授|主任|律师|教师|工程师|记者|学者|市民|读者|博士|负责人)"
)
# 鸿羽集团董事长 洪一鸣: with the office in front.
_OFFICE = re.compile(r"\w{2,16}(?:董事长|总经理|总裁|[会院校所馆局厅市县区]长|主任|教授|研究员|书记)[ ](\w{2,3})")
_LONGEST_SIGNATURE = 24
# 刘宝成摄(新华社发)
_PASSED_ON = re.compile(r"(?<=摄)[ ]*(?:[(\[]?(?:新华社|中新社|本报)发[)\]]?|\([\u4e00-\u9fff]{2,10}\)?)$")
_AGENCY_PICTURE = re.compile(r"(?:新华社|中新社)发[ ]*\(?([^()]{2,24})\)?")
# 新华社记者, 本报驻沪记者, 杭州日报记者: what stands before 记者 says whose.
_DESK = re.compile(rf"(?:{HAN}{{2,10}}?)(?=(?:首席|见习|实习|特约|摄影|全媒体|融媒体)?记者)")


def is_name(text: str) -> bool:
    """Whether `text` has the form of a person's name: a surname and one or two characters, or foreign with a ·."""
    if "·" in text:
        # 走转改·一线见闻 is a column.
        return (
            len(text) <= 16
            and not text.endswith(word_list("headings", "label_endings"))
            and _FOREIGN.fullmatch(text) is not None
        )
    if _ANY_NAME.fullmatch(text) is None:
        return False
    if text[:2] in surnames() and len(text) >= 3:
        return True
    return text[0] in surnames() and len(text) <= 3


def split_glued(text: str) -> list[str]:
    """Names printed without a sign between them: 张三丰李四光 → 张三丰, 李四光. Empty when it does not come out."""
    if is_name(text):
        return [text]
    if 4 <= len(text) <= 9 and "·" not in text:
        for size in (3, 2):
            if is_name(text[:size]):
                rest = split_glued(text[size:])
                if rest:
                    return [text[:size], *rest]
    return []


@lru_cache(4096)
def parse_names(text: str, *, sure: bool = False) -> tuple[Byline, ...]:
    """Names and roles of a byline without its parentheses; empty when it is no byline.

    Once a role has been read, or with `sure`, names with a rare surname and pen names of 2–4 characters are taken too.
    """
    if not _TWO_HAN.search(text):
        return ()
    text = _PASSED_ON.sub("", _FROM.sub("", text.strip().lstrip(_openers()).strip()))
    if len(text) > 80:
        return ()
    if text in word_list("bylines", "unnamed"):
        return (Byline(text),)
    if titled := _TITLED.fullmatch(text) or _OFFICE.fullmatch(text):
        return (Byline(titled[1]),) if is_name(titled[1]) else ()
    if agency := _AGENCY_PICTURE.fullmatch(text.removeprefix("本组图片").strip()):
        return parse_names(agency[1], sure=True)
    if group := _GROUP.fullmatch(text):
        return tuple(Byline(name, role or group[2]) for name, role in parse_names(group[1], sure=True))
    if " " in text and (placed := placed_name(text)):
        return (Byline(placed),)
    found: list[Byline] = []
    waiting: list[str] = []
    role: str | None = None
    for word in filter(None, _SEPARATORS.split(_DID.sub(r"\1 \2", _SPREAD.sub(r"\1\2", text)))):
        if waiting and word in word_list("bylines", "closers"):
            found += [Byline(name, word) for name in waiting]
            waiting, role, sure = [], None, True
            continue
        while word and (lead := _leading_role(word)):
            found += [Byline(name, role) for name in waiting]
            waiting, role, sure = [], lead[0], True
            word = word[lead[1] :]
        if not word:
            continue
        tail = _closing_role(word)
        names = split_glued(word[: -len(tail)] if tail else word)
        if not names and sure and not tail and _ANY_NAME.fullmatch(word):
            names = [word]
        if not names:
            return ()
        waiting += names
        if tail:
            found += [Byline(name, tail) for name in waiting]
            waiting, role, sure = [], None, True
    found += [Byline(name, role) for name in waiting]
    return tuple(found) if len(found) <= 12 else ()


def has_office(text: str) -> bool:
    """Whether a text is an office and who holds it: 鸿羽集团董事长 洪一鸣."""
    found = _OFFICE.fullmatch(text)
    return found is not None and is_name(found[1])


def placed_name(text: str) -> str | None:
    """Who signs a reader's letter, behind the place it comes from: 宁波 张丽萍, 金华 一名家长 陈刚."""
    words = text.split()
    if 2 <= len(words) <= 3 and words[0] in prefectures() and len(text) <= _LONGEST_SIGNATURE and is_name(words[-1]):
        return words[-1]
    return None


def signs_group(text: str) -> bool:
    """Whether a byline signs all articles of its group (本组稿件由 … 采写)."""
    return _GROUP.fullmatch(text.strip().lstrip(_openers()).strip()) is not None


def has_role(names: tuple[Byline, ...]) -> bool:
    return any(role for _, role in names)


def is_agency(text: str) -> bool:
    """Whether the text in a closing parenthesis names where an article was taken from: (据新华社)."""
    return (
        re.fullmatch(rf"(?:据|来源:?|转自|摘自)?({'|'.join(word_list('bylines', 'agencies'))})(?:等|电)?", text.strip())
        is not None
    )


def _leading_role(word: str) -> tuple[str, int] | None:
    """The role a word begins with, and the offset behind it and its sign (文/张三, 作者:李四)."""
    if is_name(word) and not word.startswith(("记者", "通讯员", "作者")):
        return None
    desk = _DESK.match(word)
    at = desk.end() if desk else 0
    role = _role().match(word, at)
    return (word[:at] + role[1], role.end()) if role else None


def _closing_role(word: str) -> str | None:
    if len(word) > 2 and word.endswith("摄"):
        # 张澍摄: no given name ends so.
        return "摄"
    if not word.endswith(word_list("bylines", "closers")) or is_name(word):
        return None
    return next(
        (role for role in word_list("bylines", "closers") if word.endswith(role) and len(word) > len(role) + 1),
        None,
    )


@cache
def _role() -> re.Pattern[str]:
    # 文 and 图 begin many a word: 文明潍坊.
    long = "|".join(re.escape(role) for role in word_list("bylines", "roles") if len(role) > 1)
    return re.compile(f"({long}|[文图](?=[:/ ]|$))[:/]?")


@cache
def _openers() -> str:
    return "".join(word_list("bylines", "openers"))
