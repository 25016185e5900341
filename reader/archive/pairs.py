"""Which pages of a segment hold two neighbouring characters: what a search looks at before it looks at the text.

Every substring of two characters or more holds such pairs, so pages without one of them need not be read, and a text
that is rare is found at once in an archive of any size. A character beyond the Basic Multilingual Plane counts as the
two units that UTF-16 writes it with.

    pairs          sorted, each as (first unit << 16) | second unit
    pairs.offsets  where the pages of each begin, and behind the last
    pairs.pages    pages of the segment, ascending
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.archive.sections import Sections

_UNITS = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
MOST_PAGES = 0xFFFF
_MANY = 64
"""Pairs that begin with one character, from which on looking them all up takes longer than it saves."""


def pack_pairs(texts: Iterable[str]) -> dict[str, bytes]:
    """The sections for the texts of pages, at most `MOST_PAGES`."""
    import numpy as np

    found = []
    for page, text in enumerate(texts):
        units = np.frombuffer(text.encode(_UNITS, "surrogatepass"), np.uint16).astype(np.uint64)
        found.append((units[:-1] << np.uint64(32)) | (units[1:] << np.uint64(16)) | np.uint64(page))
    entries = np.sort(np.concatenate(found)) if found else np.zeros(0, np.uint64)
    entries = entries[np.append(True, entries[1:] != entries[:-1])] if len(entries) else entries
    pairs, offsets = np.unique(entries >> np.uint64(16), return_index=True)
    return {
        "pairs": pairs.astype(np.uint32).tobytes(),
        "pairs.offsets": np.append(offsets, len(entries)).astype(np.uint32).tobytes(),
        "pairs.pages": (entries & np.uint64(0xFFFF)).astype(np.uint16).tobytes(),
    }


class Pairs:
    def __init__(self, sections: Sections) -> None:
        self._pairs = sections.array("pairs", "I")
        self._offsets = sections.array("pairs.offsets", "I")
        self._pages = sections.array("pairs.pages", "H")

    def pages(self, text: str) -> list[int] | None:
        """The pages that may hold `text`, ascending: all that do are among them. None when any may."""
        units = memoryview(text.encode(_UNITS, "surrogatepass")).cast("H")
        if len(units) < 2:
            return self._beginning_with(units[0]) if units else None
        lots: list[memoryview] = []
        for first, second in set(pairwise(units)):
            pair = (first << 16) | second
            at = bisect_left(self._pairs, pair)
            if at == len(self._pairs) or self._pairs[at] != pair:
                return []
            lots.append(self._pages[self._offsets[at] : self._offsets[at + 1]])
        lots.sort(key=len)
        # Two lots leave few enough; a third is worth its while only where they do not.
        left = set(lots[0])
        for lot in lots[1:]:
            if len(left) * 8 < len(lot):
                break
            left.intersection_update(lot)
        return sorted(left)

    def _beginning_with(self, unit: int) -> list[int] | None:
        start, end = bisect_left(self._pairs, unit << 16), bisect_left(self._pairs, (unit + 1) << 16)
        if end - start > _MANY:
            return None
        return sorted(set(self._pages[self._offsets[start] : self._offsets[end]]))
