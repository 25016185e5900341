"""A byte for each character by what it is read with, so that a long text is searched for letters at once."""

from __future__ import annotations

from functools import cache

from reader.search.pinyin import characters_by_letters

_OTHER = ord("?")
"""Stands for letters that are neither Latin nor read in Mandarin; what has no code at all is encoded so, too."""
RARE = 255
"""Stands for characters whose set of letters few others have; there are more such sets than codes."""
LATIN = (*b"abcdefghijklmnopqrstuvwxyz0123456789", _OTHER)
HAN = tuple(code for code in range(1, 256) if code not in LATIN)
_LAST = 0x9FFF


@cache
def codes() -> list[int]:
    """For each code point a byte: Latin letters and digits their own, 0 for signs, one for each set of letters."""
    table = [_OTHER if chr(point).isalnum() else 0 for point in range(_LAST + 1)]
    for code in LATIN:
        table[code] = code if chr(code).isalnum() else 0
    for at, signs in enumerate(characters_by_letters().values()):
        for sign in signs:
            table[ord(sign)] = HAN[min(at, len(HAN) - 1)]
    return table


def codes_with(letter: str) -> list[int]:
    """The codes of a Latin letter and of all characters read with it, but for those that have `RARE`."""
    sets = zip(HAN[:-1], characters_by_letters(), strict=False)
    return [ord(letter), *(code for code, letters in sets if letter in letters)]
