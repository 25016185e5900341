"""Jump lines 转版: 上接第1版, 下转第3版, with or without brackets and the headline they lead to. On folded text."""

from __future__ import annotations

import re

from reader.parse.days import numeral

_WINDOW = 60
_PAGE = r"(?:第|本报)?[ ]?(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3}|头)[ ]?(?:版|页)"
_FROM = re.compile(rf"^[(\[【<▲■●]?[ ]*(?:紧接|上接|接上|接){_PAGE}?[^。]{{0,24}}?(?:[)\]】>]|(?<=版)|(?<=页)|$)")
_FROM_PAGE = re.compile(rf"^[(\[【<▲■●]?[ ]*(?:紧接|上接|接上|接){_PAGE}")
_BEHIND = re.compile(rf"[(\[【](?:紧接|上接|接上|接){_PAGE}[)\]】]$")
_TO = re.compile(rf"[(\[【<▶►]?[ ]*(?:下转|转){_PAGE}[^。]{{0,16}}?[)\]】>]?$")
_NUMBER = re.compile(r"([A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3}|头)[ ]?(?:版|页)")


def jump_from(folded: str) -> int | None:
    """End of the jump line that `folded` begins with, None when it begins with none."""
    window = folded[:_WINDOW]
    if "接" not in window[:6] or not _FROM_PAGE.match(window):
        return None
    found = _FROM.match(window)
    return found.end() if found else None


def jump_from_behind(folded: str) -> int | None:
    """Start of a jump line in parentheses that a heading line ends with: 让一季的花 香一整年 (上接1版)."""
    found = _BEHIND.search(folded) if len(folded) <= _WINDOW else None
    return found.start() if found and found.start() else None


def jump_to(folded: str) -> int | None:
    """Start of the jump line that `folded` ends with, None when it ends with none."""
    if "转" not in folded[-_WINDOW:]:
        return None
    found = _TO.search(folded, max(0, len(folded) - _WINDOW))
    return found.start() if found else None


def page_named(folded: str) -> str | None:
    """The page a jump line names: A1 as printed, but 第三版, 03版 and 头版 in plain figures."""
    found = _NUMBER.search(folded)
    if found is None:
        return None
    printed = found[1]
    if printed.isdecimal():
        return str(int(printed))
    return printed if printed[-1].isdigit() else str(1 if printed == "头" else numeral(printed))
