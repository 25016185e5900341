"""Words with their parts of speech, from jieba: the seam at which another tagger may be put.

jieba is imported when words are first asked for; `prepare` does that ahead of time.
"""

from __future__ import annotations

import logging
import marshal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class _Tokenizer(Protocol):
        FREQ: dict[str, int]
        total: int
        initialized: bool
        tmp_dir: str | None

    class _Pair(Protocol):
        word: str
        flag: str

    class _Cutter(Protocol):
        word_tag_tab: dict[str, str]

        def cut(self, sentence: str) -> Iterable[_Pair]: ...


class Word(NamedTuple):
    """A word at `[start, end)` of a text, with one of the ICTCLAS tags jieba gives: nr person, ns place, nt organ."""

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

            _read_cache(jieba.dt)
            jieba.initialize()
            _cutter = jieba.posseg.dt
    return _cutter


def _read_cache(tokenizer: _Tokenizer) -> None:
    """Take the dictionary from the cache jieba keeps, in one read; jieba reads it value by value, three times as slow.

    Without a usable cache nothing happens, and jieba builds the dictionary from its word list.
    """
    if tokenizer.initialized:
        return
    path = Path(tokenizer.tmp_dir or tempfile.gettempdir()) / "jieba.cache"
    try:
        frequencies, total = marshal.loads(path.read_bytes())  # noqa: S302 - the file jieba itself loads so
    except (OSError, ValueError, EOFError, TypeError):
        return
    if isinstance(frequencies, dict) and isinstance(total, int) and total > 0:
        tokenizer.FREQ, tokenizer.total = frequencies, total
        tokenizer.initialized = True


def tag_words(text: str, start: int = 0) -> Iterator[Word]:
    """The words of `text` in order, punctuation included; `start` is added to the offsets."""
    cutter = _load()
    known = cutter.word_tag_tab
    for pair in cutter.cut(text):
        end = start + len(pair.word)
        yield Word(start, end, pair.word, pair.flag, pair.word in known)
        start = end
