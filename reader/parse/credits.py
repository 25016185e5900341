"""Photo credits: 王韵菲 摄, 记者 张三 摄影报道, 图/李四, 新华社发. On folded text."""

from __future__ import annotations

import re

from reader.parse.bylines import parse_names, split_glued

_WINDOW = 60
_NAMES = r"(?:[\w·]{1,8}[ 、]*)"
_WHOSE = r"(?:本报|新华社|中新社|本组|本版|全媒体|融媒体|见习|首席|实习|特约|通讯员|摄影|图片|\w{0,4}记者)"
_BEHIND = r"/?(?:摄影报道|摄影|摄|供图|(?<!文/)(?<!文)图)"
_BEFORE = r"(?:图|摄影|摄|图片|供图)[/: ][ ]*"
_UNNAMED = r"(?:资料图片?|图片来源.{0,12}|视觉中国供?图?)"
_TAIL = re.compile(
    r"(?:[。!?”) ]|^)[(\[]?("
    rf"(?:{_WHOSE}[ ]*)*{_NAMES}{{1,5}}{_BEHIND}"
    rf"|{_BEFORE}{_NAMES}{{1,4}}"
    rf"|(?:{_NAMES}摄[ ]*)?[(\[]?(?:新华社|中新社|本报)发[)\]]?(?:[ ]*\(?{_NAMES}摄\)?)?"
    rf"|(?:{_WHOSE}[ ]*)*{_NAMES}{{1,3}}摄[ ]*\(\w{{2,10}}\)?"
    rf"|{_UNNAMED}"
    r")[)\]]?$"
)


# Something of this stands in every credit: most lines that hold one of the words end otherwise.
_LIKELY = re.compile(r"(?:摄|摄影|摄影报道|图|图片|视觉中国)[)\]]?$|[图摄影片][/: ]|[社报]发|摄[ ]*\(|图片来源")


def credit_tail(folded: str) -> int | None:
    """Offset at which the credit begins that `folded` ends with, its bracket included; None when it ends with none."""
    window = folded[-_WINDOW:]
    if not any(word in window for word in ("摄", "图", "新华社发", "视觉中国")):
        return None
    found = _TAIL.search(window) if _LIKELY.search(window) else None
    if not found:
        return None
    at = found.start(1)
    if at and window[at - 1] in "([":
        at -= 1
    credit = window[at:].strip("()[] ")
    if not (re.match(rf"新华社发|{_UNNAMED}", credit) or parse_names(credit) or split_glued(credit)):
        return None
    return len(folded) - len(window) + at
