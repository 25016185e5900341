"""Where a text is found in another, character for character: width, capitals and traditional forms do not matter."""

from __future__ import annotations

from functools import cache

from reader.parse.fold import fold
from reader.search.variants import simplified_forms


def occurrences(text: str, wanted: str) -> list[tuple[int, int]]:
    """The `[start, end)` of `wanted` in `text`, from left to right and without overlap; none of an empty one."""
    return found_in(folded(text), folded(wanted))


def found_in(text: str, wanted: str) -> list[tuple[int, int]]:
    """As `occurrences`, of texts that are `folded` already."""
    found: list[tuple[int, int]] = []
    if not wanted:
        return found
    at = text.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return found


def folded(text: str) -> str:
    """The form in which texts are compared, of the same length; folded once more it stays as it is.

    Half width, lower case and simplified characters. A letter that is two in lower case (İ) is kept.
    """
    return text.lower() if text.isascii() else text.translate(_forms())


@cache
def _forms() -> list[int]:
    """What stands for each code point, by its number."""
    simple = simplified_forms()
    signs = fold("".join(map(chr, range(max(simple) + 1))))
    lower = (sign if len(low := sign.lower()) != 1 else low for sign in signs)
    # An item of a list is found in half the time of a key of a dict, and a key that is missing takes still longer.
    return [simple.get(code, code) for code in map(ord, lower)]
