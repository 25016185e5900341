"""How a passage is shown: ASCII marks in Chinese text as the full-width marks the newspaper printed.

OCR emits , ; : ? ! ( ) for ，；：？！（）. GB/T 15834-2011 sets the marks of Chinese text full width and leaves those
inside figures and foreign words alone. One code point is given for one, so offsets into a passage also hold in
what is shown; the passage itself is never changed.
"""

from __future__ import annotations

import re
from functools import cache

_FULL = str.maketrans(",;:?!().\t", "，；：？！（）。 ")
_CHINESE = frozenset("、，。；：？！（）《》〈〉「」『』【】〔〕〖〗—…％·")
_QUOTES = frozenset("“”‘’")
_CLOSING = frozenset("”’」』）》")
_NUMERALS = frozenset("〇零一二三四五六七八九十")
_MARK = re.compile(r"[,;:?!]")
_BRACKET = re.compile("[()（）\n]")
_LAST_STOP = re.compile(r"\.(?=[”’」』）》]?(?:\s|$))")


def display(text: str) -> str:
    """`text` with the ASCII marks of its Chinese parts full width, and tabs as blanks; of the same length.

    A mark changes when it stands right beside a Han character or a Chinese mark and not between two figures
    (10:30, 3:2, 1,234) or in a link. Brackets change in pairs, and only round Han characters: (CO) and (973) stay.
    A full stop changes behind a Han character at the end of a sentence or line; between two Han characters, where
    it may be the dot in 约翰.史密斯, only in a text that ends its sentences so and has no 。 of its own. Linear.
    """
    if text.isascii():
        return text.replace("\t", " ")
    shown = list(text)
    _set_brackets(text, shown)
    fixed = bytearray(len(text))
    if "://" in text or "www." in text:
        for match in _address().finditer(text):
            fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _MARK.finditer(text):
        index = match.start()
        if not fixed[index] and _in_chinese(shown, index):
            shown[index] = shown[index].translate(_FULL)
    _set_stops(text, shown)
    return "".join(shown).replace("\t", " ")


@cache
def _address() -> re.Pattern[str]:
    """What a link or an address holds belongs to it, except the mark right behind it."""
    # Made when there is one: a class with an end this far up takes milliseconds.
    return re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|www\.)[!-~]*[^\s,;:?!()\x80-\U0010ffff]")


def is_han(ch: str) -> bool:
    """Whether a character is an ideograph, 〇 included."""
    return "\u3400" <= ch <= "\u9fff" or ch == "〇" or "\uf900" <= ch <= "\ufaff" or "\U00020000" <= ch <= "\U0003fffd"


def _in_chinese(shown: list[str], index: int) -> bool:
    """Whether the mark at `index` belongs to Chinese text; marks before it are already set."""
    before = shown[index - 1] if index else ""
    after = shown[index + 1] if index + 1 < len(shown) else ""
    for ch in (before, after):
        if ch in _CHINESE or is_han(ch):
            return True
    # Curly quotes serve both languages: “yes”, and so on.
    return before in _QUOTES and not after.isspace()


def _set_brackets(text: str, shown: list[str]) -> None:
    """Change pairs of brackets on one line with Han characters between, and the ASCII half of a mixed pair."""
    if "(" not in text and ")" not in text:
        return
    opened: list[int] = []
    last_han = looked_up_to = -1
    for match in _BRACKET.finditer(text):
        found, index = match.group(), match.start()
        if found == "\n":
            opened.clear()
        elif found in "(（":
            opened.append(index)
        elif opened:
            # Backwards, since the character before a closing bracket mostly is one; nothing is looked at twice.
            last_han = next((at for at in range(index - 1, looked_up_to, -1) if is_han(text[at])), last_han)
            looked_up_to = index
            start = opened.pop()
            if last_han > start or found == "）" or text[start] == "（":
                shown[start], shown[index] = "（", "）"


def _stands_behind_han(text: str, at: int) -> bool:
    """Behind one that is no numeral, which would make the stop a point."""
    return at > 0 and is_han(text[at - 1]) and text[at - 1] not in _NUMERALS


def _set_stops(text: str, shown: list[str]) -> None:
    ends = [match.start() for match in _LAST_STOP.finditer(text) if _stands_behind_han(text, match.start())]
    if ends and "。" not in text:
        ends += [
            at for at, ch in enumerate(text[:-1]) if ch == "." and _stands_behind_han(text, at) and is_han(text[at + 1])
        ]
    for index in ends:
        shown[index] = "。"
