"""What a segment of pages consists of: its columns, and what the numbers in them stand for."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import ArticleKind, Certainty

KIND = "pages"
KINDS = tuple(ArticleKind)
CERTAINTIES = (None, *Certainty)
BETWEEN_ARTICLES = "\x1e"
"""Parts the texts of a page's articles as they are printed."""
DIGEST = 16
"""Bytes of a digest."""

PAGE_ARRAYS = {
    "size": "q",
    "changed": "q",
    "read": "q",
    "paper": "i",
    "day": "i",
    "certainty": "b",
    "number": "i",
    "articles": "I",
}
"""A value for each page, with the type code of `array`; `articles`, which has one more, is the first article."""
ARTICLE_ARRAYS = {"kind": "B", "length": "I", "label": "i", "tables": "H"}
"""A value for each article."""
ARRAYS = PAGE_ARRAYS | ARTICLE_ARRAYS
PIECES = ("parsed", "printed", "folded", "listed")
"""Bytes for each page, of `folded` for each article; `NAME.offsets` are where they begin, and the end of the last."""


class Source(NamedTuple):
    """A file as it was when its page was read: `size` in bytes, times in nanoseconds, `digest` of its bytes."""

    path: str
    size: int
    changed: int
    """When the file was last written to, as its folder says."""
    read: int
    digest: bytes
