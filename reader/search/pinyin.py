"""The letters Chinese is typed by: the first of each character's reading, so that tylg finds 太原理工.

Everything here compares texts that are `folded` (see `reader.search.occurrences`) already, character for character.
"""

from __future__ import annotations

from functools import cache

from reader.resources import data_text


def initials(text: str) -> tuple[str, ...]:
    """For each character its letters in alphabetical order, none where it has no Mandarin reading: 重庆 → cz, q."""
    letters = letters_by_character()
    return tuple(letters.get(sign, "") for sign in text)


def stands_at(typed: str, text: str, at: int) -> bool:
    """Whether each character of `typed` is the one of `text` from `at` on, or a letter that one is read with.

    So both may be mixed: 太原lg, tylgdx and ty理工 all stand at the beginning of 太原理工大学.
    """
    if at + len(typed) > len(text):
        return False
    letters = letters_by_character()
    return all(
        sign == wanted or wanted in letters.get(sign, "")
        for wanted, sign in zip(typed, text[at : at + len(typed)], strict=True)
    )


def found_by_initials(text: str, typed: str) -> list[tuple[int, int]]:
    """The `[start, end)` where `typed` stands in `text`, from left to right, without overlap; none of an empty one."""
    found: list[tuple[int, int]] = []
    at, length = 0, len(typed)
    while length and at + length <= len(text):
        if stands_at(typed, text, at):
            found.append((at, at + length))
            at += length
        else:
            at += 1
    return found


@cache
def letters_by_character() -> dict[str, str]:
    """The letters of every Chinese character that has a reading."""
    return {sign: letters for letters, signs in characters_by_letters().items() for sign in signs}


@cache
def characters_by_letters() -> dict[str, str]:
    """For each set of letters the characters read with just these, the sets of most common characters first."""
    lines = (line for line in data_text("search/pinyin_initials.tsv").splitlines() if not line.startswith("#"))
    return {letters: signs for letters, _tab, signs in (line.partition("\t") for line in lines)}
