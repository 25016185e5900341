"""Where a text is found in another: in full or half width, in capitals or not, character for character."""

from __future__ import annotations

from reader.parse.fold import fold


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
    """The form in which texts are compared, of the same length."""
    text = fold(text)
    lower = text.lower()
    # One letter becomes two in lower case: İ.
    return lower if len(lower) == len(text) else "".join(low if len(low := ch.lower()) == 1 else ch for ch in text)
