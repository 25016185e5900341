"""Words with their parts of speech, from jieba: the seam at which another tagger may be put.

jieba is imported when words are first asked for; `prepare` does that ahead of time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class _Pair(Protocol):
        word: str
        flag: str

    class _Cutter(Protocol):
        word_tag_tab: dict[str, str]

        def cut(self, sentence: str) -> Iterable[_Pair]: ...


class Word(NamedTuple):
    """A word at `[start, end)` of a text; `tag` is one of the ICTCLAS tags jieba gives (nr person, ns place, nt organ …)."""

    start: int
    end: int
    text: str
    tag: str
    known: bool = True
    """Stands in the dictionary; the tags of other words are guesses."""


_lock = Lock()
_cutter: _Cutter | None = None


def prepare() -> None:
    """Load jieba and its dictionary, about a second the first time. Thread-safe; cheap when it is loaded."""
    _load()


def _load() -> _Cutter:
    global _cutter
    if _cutter is not None:
        return _cutter
    with _lock:
        if _cutter is None:
            import jieba

            # jieba narrates its loading to stderr, which the terminal application owns.
            jieba.setLogLevel(logging.ERROR)
            import jieba.posseg

            jieba.initialize()
            _cutter = jieba.posseg.dt
    return _cutter


def tag_words(text: str, start: int = 0) -> Iterator[Word]:
    """The words of `text` in order, punctuation included; `start` is added to the offsets."""
    cutter = _load()
    known = cutter.word_tag_tab
    for pair in cutter.cut(text):
        end = start + len(pair.word)
        yield Word(start, end, pair.word, pair.flag, pair.word in known)
        start = end
