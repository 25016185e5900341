"""Traditional characters and the simplified ones they are printed as, one code point for one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reader.resources import data_text


@cache
def simplified_forms() -> Mapping[int, int]:
    """Traditional code point → simplified code point, no value of which is a key. Read when first asked for."""
    rows = (line.split("\t") for line in data_text("search/simplified.tsv").splitlines() if not line.startswith("#"))
    return {ord(traditional): ord(simple) for traditional, simple in rows}


def simplified(text: str) -> str:
    """`text` in simplified characters, of the same length. 乾 is 干 also in 乾隆: what is compared is folded alike."""
    return text if text.isascii() else text.translate(simplified_forms())
