"""Words with their tags, from the best tagger there is on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.annotate.word import Word


@cache
def missing() -> str | None:
    """Why the better tagger cannot be used and names are found less well; None when all is as it should be."""
    try:
        from reader.annotate.lac import tagging
    except ImportError as error:
        return str(error)
    return tagging.unusable()


def tag_texts(texts: Sequence[str]) -> list[list[Word]]:
    """The words of each text in order, punctuation included; offsets are `str` indices into it."""
    if missing() is None:
        from reader.annotate.lac import tagging

        return tagging.tag_texts(texts)
    from reader.annotate import posseg

    return posseg.tag_texts(texts)
