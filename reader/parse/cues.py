"""Cues: what can be seen of one printed line, before anyone says what the line is.

A cue is a fact about the letters of the line (it ends a sentence, it is short, it names a photographer). What the facts
are evidence for stands in `reader.parse.evidence`, and nowhere else.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from reader.parse.bylines import has_office, has_role, parse_names
from reader.parse.credits import credit_tail
from reader.parse.datelines import match_dateline
from reader.parse.days import DAY
from reader.parse.furniture import is_furniture
from reader.parse.han import HAN
from reader.parse.jumps import jump_from, jump_to
from reader.parse.notices import is_organisation, match_notice_lead, match_signed_off
from reader.parse.seams import waits_for_word
from reader.parse.words import prefectures, word_list

HEADING_WIDTH = 32
"""Characters a heading line seldom exceeds: four columns of type at the usual size."""
LONGEST_CROSSHEAD = 18
"""Characters a crosshead in one phrase seldom exceeds."""
_LONG = 46
_WINDOW = 160
"""Characters looked at from either end of a long line, so that a line of any length costs the same."""


class Cue(Enum):
    # Members are single objects; Enum's own hash is a function in Python, called half a million times a page.
    __hash__ = object.__hash__

    ENDS_SENTENCE = auto()
    ENDS_LIVELY = auto()
    """Ends in ! or ?, as a sentence or a headline may."""
    ENDS_OPEN = auto()
    """Ends in a comma, an opening quote or an open bracket: no end of anything."""
    HOLDS_COLON = auto()
    """太重:以新型工业化促进成链成群: subject and claim, as a heading has them."""
    ENDS_WAITING = auto()
    """Ends in a particle or preposition that waits for its word."""
    ENDS_COLON = auto()
    HOLDS_SENTENCE = auto()
    HOLDS_COMMA = auto()
    HOLDS_COMMAS = auto()
    BRIEFEST = auto()
    """At most 8 characters."""
    TINY = auto()
    """At most 3, over running text: too short for a heading that is no set word."""
    SHORT = auto()
    """At most 16."""
    HEADABLE = auto()
    LONG = auto()
    VERY_LONG = auto()
    UNBALANCED = auto()
    """A quote or bracket is opened and not closed, or the other way round."""
    UNBROKEN = auto()
    """No comma and no stop in a line that is not long."""
    TWO_HALVES = auto()
    """Short phrases with a blank between: 补短板 强弱项 抢先机."""
    DATELINE = auto()
    DASH = auto()
    """Begins with ——, as a deck does."""
    BRACKETED = auto()
    NOTICE_WORD = auto()
    NOTICE_ENDING = auto()
    NOTICE_LEAD = auto()
    """A notice word and a blank at the beginning of a text: 通知 朝阳街 …"""
    JUMP_FROM = auto()
    JUMP_TO = auto()
    SIGNED = auto()
    """Names with a role: 记者 张秀丽."""
    PARENTHESISED_NAMES = auto()
    NAMES = auto()
    """Nothing but names: 宋鹏伟."""
    CREDIT = auto()
    """Nothing but who took the picture."""
    ENDS_IN_CREDIT = auto()
    CAPTION_LEAD = auto()
    """图为, 上图: …"""
    DAY_LEAD = auto()
    """Begins with a day: 9月4日,"""
    DAY_ONLY = auto()
    FURNITURE = auto()
    FOLIO = auto()
    NOTE_LEAD = auto()
    FORMULA = auto()
    """特此通知."""
    BULLET = auto()
    NUMBERED = auto()
    """一、 （一） 1."""
    STARTS_INSIDE = auto()
    """Begins with what cannot begin a sentence: a comma, a closing bracket."""
    TURN = auto()
    """A turn of an interview: 问: 答: 记者:"""
    SET_WIDE = auto()
    """Two characters with a blank between, to be as wide as a headline: 声 音."""
    AUTHOR_PLACE = auto()
    """A few characters between the headline of a labelled piece, or set wide under any, and its text: where a
    commentary is signed."""
    UNDER_LABEL = auto()
    """The line above is a column label."""
    QUOTED = auto()
    """All of it is one quotation: “等雪化了,我来刷墙”"""
    ITEM = auto()
    """An item of a list led by its subject: 武侯区: …"""
    CONTACT = auto()
    """Where to turn to, as at the end of a notice: 联系人: 电话:"""
    SIGNED_OFF = auto()
    """Who signs and the day: 市公证处 2019年3月26日."""
    ADDRESS = auto()
    LABEL_ENDING = auto()
    DOCUMENT = auto()
    """Begins with the name of a document: 《…办法》出台."""
    FIELD = auto()
    """A name and what is filled in, among others: 发证日期:2019年8月6日."""
    BEFORE_LEDE = auto()
    """The next line opens with a dateline, or signs an article at its beginning."""
    RUNS_ON = auto()
    """The sentence, or the word, goes on in the running text below."""
    AFTER_CUT = auto()
    """The running text before it stops in mid-sentence."""
    INDENTED = auto()
    """Set in by two em, as paragraphs begin."""
    FLUSH = auto()
    """Not set in, on a page that sets its paragraphs in."""
    CLAUSES = auto()
    """Two clauses of like length between paragraphs, as a crosshead may be: 算清三本账,再动一砖一瓦."""
    AMID_TEXT = auto()
    """Long for a crosshead, and between two running texts."""
    FOLLOWS_ON = auto()
    """… and its sentence, or its word, goes on in this line."""
    BRIEFS_LABEL = auto()
    """简讯 and the like: short items follow."""
    OCCASION = auto()
    """Says what took place, as a kicker does: …交易会闭幕."""
    PLACE = auto()
    """Nothing but the name of a place, as over the items of 各地短波."""
    SIDEBAR = auto()
    """相关链接, 新闻延伸: what stands beside an article."""
    OVER_HEADING = auto()
    """本报评论员, 新闻延伸 over a headline: a label, where a byline or a crosshead would have a text under it."""
    PHOTO_LABEL = auto()
    """图片新闻 and the like."""
    WIDE_GAP = auto()
    """More blank lines before it than the page usually leaves: the place of a picture."""


SENTENCE_END = re.compile(r"[。!?…][\"”’'」』)》】]*$")
_OPEN_END = re.compile(r"[,、;—(\[“‘「『《·]$|(?:如下|以下|[说道称]):$")
_HALVES = re.compile(r"^\S{2,40}(?:[ \t]+\S{2,20}){1,3}$")
_BRACKETED = re.compile(
    r"^(?:【[^】]{1,16}】|〔[^〕]{1,16}〕|\[[^\]]{1,16}\]|\|[ ]*[^|]{1,16}[ ]*\||〖[^〗]{1,16}〗|『[^』]{1,12}』"
    r"|<[^<>]{2,12}>|〈[^〉]{1,12}〉|//[ ]*[^/]{2,12}[ ]*//"
    r"|(?:>>|[◎◆★■●▲▍▌┃❖])[ ]*[\u4e00-\u9fff]{2,6}|《[^》]{2,6}》"
    r"|[★☆●◆■▲※◎▶►]+[ ]*[^★☆●◆■▲※◎▶►,。]{2,12}[★☆●◆■▲※◎◀◄]+)$"
)
_HOUR = r"(?:清早|清晨|凌晨|早上|上午|中午|下午|傍晚|晚上|深夜|夜里)\d"
_DAY_LEAD = re.compile(rf"^(?:近日|日前|昨日|昨天|今日|连日来|初春|盛夏|金秋|隆冬|{_HOUR}|{DAY})")
_DAY_ONLY = re.compile(rf"^(?:{DAY}|(?:19|20)\d\d[.\-/]\d{{1,2}}[.\-/]\d{{1,2}})$")
_CAPTION_LEAD = re.compile(
    r"^(?:[←→↑↓]+[ ]*(?=\S)|[▲▼◀▶△▽←→↑↓(]{0,2}"
    r"(?:[上下左右本]?图(?:为|[一二三四①②③④\d]|:)|(?:[上下左右题小]|左上|右上|左下|右下)图(?:为|[:,])|题图|图片说明))"
)
_WRITER = re.compile(r"^\(作者(?:系|为|单位|是|:)[^()]{2,30}\)$")
_NOTE_LEAD = re.compile(r"^[(\[【]?(?:备注|注|说明|附注|注释|(?:数据|资料|价格|信息)?来源)[】\])]?[:：1]")
# (桐 平): set wide as names of two characters are, whatever the surname.
_PEN_NAME = re.compile(r"[^\W\da-zA-Z][ ][^\W\da-zA-Z]")
# (自治区农业农村厅提供) under a table
_PROVIDED = re.compile(r"^\(([^()]{4,24})(?:提供|发布|统计|整理)\)$")
_FORMULA = re.compile(r"^特此(?:通知|公告|公示|声明|启事|通告|说明|更正|函告|告知|致歉|敬告|证明|讣告)[。.!]?$")
_BULLET = re.compile(rf"^(?:[\[【]{HAN}{{2,4}}[\]】](?=[\u4e00-\u9fff\d])|[▲●■◆★◎○△□▶►※☆◇✦✱*•·](?=[^ ]|[ ]))")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十]{1,3}[章条节]"
    r"|[①②③④⑤⑥⑦⑧⑨⑩]|\d{1,2}[.、．](?!\d))"
)
_STARTS_INSIDE = re.compile(r"^[,。、;:!?)》」』”’】\]%]")
_TURN = re.compile(r"^(?:问|答|记者|主持人|编者按|编者的话|主办方|网友|读者):")
_ITEM = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9()·]{1,24}:[\u4e00-\u9fff\d“《]")
FIELD = re.compile(rf"^{HAN}{{2,8}}(?:\({HAN}{{1,6}}\))?:[^,。]{{1,40}}$")
_CONTACT = re.compile(
    r"(?:线索提供|报料人|联系人|(?:联系|咨询|报名|监督|举报)电话|联系地址|报名地点|账号|开户行|来信请寄):?[ ]?[\w\-]"
    r"|(?:邮编|电话|手机|邮箱|传真)(?::|[ ]?[\d(+][\d\-() ]{5})"
)
_NUMBER = r"(?:第?[ ]?[A-Z]?\d{1,2}[ ]?版|第[一二三四五六七八九十]{1,3}版|[A-Z]\d{1,2})"
_SECTION = r"[\u4e00-\u9fff·]{1,8}"
_FOLIO = re.compile(rf"^(?:{_NUMBER}|第?\d{{1,2}}|{_NUMBER}[ :·|/\-—.]*{_SECTION}|{_SECTION}[ :·|/\-—]*{_NUMBER})$")
_BARE_FOLIO = re.compile(
    r"^(?:(?:\d{2}[ :·|/\-—.]*|\d{1,2}[ :·|/]+)([\u4e00-\u9fff·]{1,8}(?:[ ][\u4e00-\u9fff])?)"
    r"|([\u4e00-\u9fff·]{2,8})[ :·|/]+\d{1,2})$"
)
_OFFICE = re.compile(r"^(?:本报|本社)[\u4e00-\u9fff]{0,8}:?(?:\(?0\d{2,3}\)?-?)?\d{7,8}$")
_ANYONES = ("电话", "地址", "邮编", "邮政编码", "网址", "电子邮箱", "电子信箱")
_PAIRS = (("“", "”"), ("(", ")"), ("《", "》"), ("「", "」"))
_PAIRED = re.compile("[“”()《》「」]")
_PAPER = re.compile(rf"^{HAN}{{1,8}}(?:{'|'.join(word_list('furniture', 'papers'))})$")
_ADDRESS = re.compile(
    r"^(?:(?:尊敬的|亲爱的|致)[^,。:]{1,20}|[^,。:]{0,40}各位[^,。:]{1,12}):"
    # 黄忠海:你自…起未上班
    rf"|^{HAN}{{2,4}}:(?:因|请|鉴于)?[你您]|^(?:更正|致歉):"
)


@lru_cache(1024)
def cues_of(folded: str, gap: int = 1, usual_gap: int = 1) -> frozenset[Cue]:
    """The cues of one line of folded text without blanks at its ends; `gap` blank lines stand before it. O(1) in its
    length but for one count of sentence ends."""
    length = len(folded)
    head = folded[:_WINDOW]
    tail = folded[-_WINDOW:]
    cues: set[Cue] = set()
    if length <= 8:
        cues.add(Cue.BRIEFEST)
    if length <= 16:
        cues.add(Cue.SHORT)
    if length <= HEADING_WIDTH:
        cues.add(Cue.HEADABLE)
    if length > _LONG:
        cues.add(Cue.LONG)
    if length > 2 * _LONG:
        cues.add(Cue.VERY_LONG)
    if gap > usual_gap + 1:
        cues.add(Cue.WIDE_GAP)
    if SENTENCE_END.search(tail):
        cues.add(
            Cue.ENDS_LIVELY
            if tail[-1] in "!?" and length <= HEADING_WIDTH and "。" not in folded
            else Cue.ENDS_SENTENCE
        )
    elif _OPEN_END.search(tail) and not folded.startswith("—"):
        cues.add(Cue.ENDS_OPEN)
    if waits_for_word(folded):
        cues.add(Cue.ENDS_WAITING)
    if folded.endswith(":"):
        cues.add(Cue.ENDS_COLON)
    if length <= _LONG and _PAIRED.search(folded) and any(folded.count(a) != folded.count(b) for a, b in _PAIRS):
        cues.add(Cue.UNBALANCED)
    if "。" in folded[:-2]:
        cues.add(Cue.HOLDS_SENTENCE)
    commas = head.count(",") + head.count(";")
    if commas:
        cues.add(Cue.HOLDS_COMMA)
    if commas > 1:
        cues.add(Cue.HOLDS_COMMAS)
    if not commas and length <= _LONG and "。" not in folded:
        cues.add(Cue.UNBROKEN)
    if ":" in folded[2:-2] and length <= HEADING_WIDTH and not commas:
        cues.add(Cue.HOLDS_COLON)
    if match_dateline(head):
        cues.add(Cue.DATELINE)
    if head.startswith(("—", "--", "-—")):
        cues.add(Cue.DASH)
    if _STARTS_INSIDE.match(head):
        cues.add(Cue.STARTS_INSIDE)
    if _DAY_LEAD.match(head):
        cues.add(Cue.DAY_LEAD)
    if _CAPTION_LEAD.match(head):
        cues.add(Cue.CAPTION_LEAD)
    if _BULLET.match(head):
        cues.add(Cue.BULLET)
    if _NUMBERED.match(head):
        cues.add(Cue.NUMBERED)
    if _TURN.match(head):
        cues.add(Cue.TURN)
    if _ADDRESS.match(head):
        cues.add(Cue.ADDRESS)
    if _ITEM.match(head):
        cues.add(Cue.ITEM)
    provided = _PROVIDED.match(folded)
    if _NOTE_LEAD.match(head) or _WRITER.match(head) or (provided and is_organisation(provided[1])):
        cues.add(Cue.NOTE_LEAD)
    if match_notice_lead(head) is not None:
        cues.add(Cue.NOTICE_LEAD)
    if jump_from(head) is not None:
        cues.add(Cue.JUMP_FROM)
    if jump_to(tail) is not None:
        cues.add(Cue.JUMP_TO)
    if credit_tail(tail) is not None:
        cues.add(Cue.ENDS_IN_CREDIT)
    if is_furniture(folded):
        cues.add(Cue.FURNITURE)
    if length <= 60:
        cues |= _short_line_cues(folded)
    if Cue.FURNITURE in cues and not folded.startswith(_ANYONES):
        # 新闻热线, 本报地址: where the paper itself is found.
        cues.discard(Cue.CONTACT)
    return frozenset(cues)


def _short_line_cues(folded: str) -> set[Cue]:
    cues: set[Cue] = set()
    if _HALVES.match(folded):
        cues.add(Cue.TWO_HALVES)
    if _BRACKETED.match(folded):
        cues.add(Cue.BRACKETED)
    plain = folded.strip("【】[]|<> ")
    if plain.replace(" ", "") in word_list("headings", "notice_heads"):
        cues.add(Cue.NOTICE_WORD)
    elif plain.endswith((*word_list("headings", "notice_heads"), *word_list("headings", "obituary_endings"))):
        cues.add(Cue.NOTICE_ENDING)
    if _DAY_ONLY.match(folded.replace(" ", "")):
        cues.add(Cue.DAY_ONLY)
    if _FORMULA.match(folded):
        cues.add(Cue.FORMULA)
    # 02 要闻 is a folio, 02 一封来自敦煌的信 a numbered crosshead.
    bare = _BARE_FOLIO.match(folded)
    section = (bare[1] or bare[2]).replace(" ", "") if bare else ""
    if (section and _is_section(section)) or _FOLIO.match(folded):
        cues.add(Cue.FOLIO)
    if _PAPER.match(folded.replace(" ", "")) or _OFFICE.match(folded.replace(" ", "")):
        cues.add(Cue.FOLIO)
    if plain.endswith(word_list("headings", "label_endings")) and len(plain) <= 20:
        cues.add(Cue.LABEL_ENDING)
    if folded.endswith(word_list("headings", "occasion_endings")):
        cues.add(Cue.OCCASION)
    if plain in word_list("headings", "sidebar_labels"):
        cues.add(Cue.SIDEBAR)
    if plain in word_list("headings", "classified_heads"):
        cues.add(Cue.NOTICE_WORD)
    if plain in prefectures():
        cues.add(Cue.PLACE)
    if plain in word_list("headings", "photo_labels"):
        cues.add(Cue.PHOTO_LABEL)
    if plain in word_list("headings", "brief_heads"):
        cues.add(Cue.BRIEFS_LABEL)
    if folded[0] == "“" and folded[-1] == "”" and folded.count("“") == 1:
        cues.add(Cue.QUOTED)
    if folded[0] == "《":
        cues.add(Cue.DOCUMENT)
    if _CONTACT.search(folded):
        cues.add(Cue.CONTACT)
    if match_signed_off(folded):
        cues.add(Cue.SIGNED_OFF)
    inner = folded
    if folded[0] in "([" and folded[-1] in ")]":
        inner = folded[1:-1]
        if parse_names(inner) or _PEN_NAME.fullmatch(inner):
            cues.add(Cue.PARENTHESISED_NAMES)
    names = parse_names(inner)
    # 简 is a surname, 简讯 no name.
    # 关注高温用电 comes apart into two names, but names alone on a line are parted by signs.
    glued = len(names) > 1 and not has_role(names) and re.search(r"[ \t、,;·]", inner) is None
    if names and not glued and not cues & {Cue.BRIEFS_LABEL, Cue.PHOTO_LABEL, Cue.NOTICE_WORD, Cue.PLACE}:
        cues.add(Cue.SIGNED if has_role(names) or has_office(folded) or folded[0] in "□■◎●◆▲○△*" else Cue.NAMES)
    elif len(folded) == 3 and folded[1] == " ":
        cues.add(Cue.SET_WIDE)
    if credit_tail(folded) == 0:
        cues.add(Cue.CREDIT)
    return cues


def _is_section(name: str) -> bool:
    """要闻, 城市新闻, 数据·榜单: what a folio calls the page."""
    return "·" in name or name.endswith(word_list("furniture", "sections"))
