"""The order of a dictionary, as near as it can be known without the readings in full."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from reader.search.occurrences import folded
from reader.search.pinyin import initials

_LETTERS = "abcdefghjklmnopqrstwxyz"
_CODES = bytes.fromhex(
    "B0A1 B0C5 B2C1 B4EE B6EA B7A2 B8C1 B9FE BBF7 BFA6 C0AC C2E8C4C3 C5B6 C5BE C6DA C8BB C8F6 CBFA CDDA CEF4 D1B9 D4D1"
)
_BEGIN = tuple(_CODES[at : at + 2] for at in range(0, len(_CODES), 2))
"""Where the characters read with each of these letters begin among the 3755 most common ones of GB 2312-80, level 1,
which stand there in the order of their readings."""
_END = bytes.fromhex("D7F9")


def sound_key(text: str) -> list[tuple[str, bytes]]:
    """To sort by: the letter each character is read with, then its reading; rare characters stand behind the common
    ones of their letter, and what has no reading by itself."""
    return [_sound(sign) for sign in folded(text)]


@cache
def _sound(sign: str) -> tuple[str, bytes]:
    code = sign.encode("gb18030", "replace")
    if len(code) == 2 and _BEGIN[0] <= code <= _END:
        return _LETTERS[bisect_right(_BEGIN, code) - 1], code
    return initials(sign)[0][:1] or sign, code
