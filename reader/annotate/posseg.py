"""The other tagger: `jieba.posseg`, for where numpy or the better tagger's files are missing."""

from __future__ import annotations

import logging
import marshal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.annotate.persons import looks_like_name
from reader.annotate.word import Word
from reader.folders import FORMAT, cache_folder
from reader.parse.fold import fold
from reader.parse.words import prefectures
from reader.privatefiles import make_private, read_plain

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


_lock = Lock()
_cutter: _Cutter | None = None


def _load() -> _Cutter:
    global _cutter
    if _cutter is not None:
        return _cutter
    with _lock:
        if _cutter is None:
            with _without_pkg_resources():
                import jieba

            # jieba narrates its loading to stderr, which the terminal application owns.
            jieba.setLogLevel(logging.ERROR)
            import jieba.posseg

            with _own_cache(jieba.dt):
                _read_cache(jieba.dt)
                jieba.initialize()
            _cutter = jieba.posseg.dt
    return _cutter


@contextmanager
def _without_pkg_resources() -> Iterator[None]:
    """Jieba opens its files by itself where it cannot import pkg_resources, which takes 75 ms and does no better."""
    name = "pkg_resources"
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # how Python is told that there is no such module
    try:
        yield
    finally:
        del sys.modules[name]


@contextmanager
def _own_cache(tokenizer: _Tokenizer) -> Iterator[None]:
    """Have jieba keep its dictionary in our cache, or nowhere: in a folder of all users, where it would, anybody could
    have put another, which is loaded with `marshal`."""
    folder = cache_folder() / FORMAT
    try:
        make_private(folder, 2)
    except OSError:
        with tempfile.TemporaryDirectory() as passing:
            tokenizer.tmp_dir = passing
            yield
    else:
        tokenizer.tmp_dir = str(folder)
        yield


def _read_cache(tokenizer: _Tokenizer) -> None:
    """Take the dictionary from the cache jieba keeps, in one read; jieba reads it value by value, three times as slow.

    Without a usable cache nothing happens, and jieba builds the dictionary from its word list.
    """
    if tokenizer.initialized:
        return
    try:
        frequencies, total = marshal.loads(read_plain(Path(tokenizer.tmp_dir or "") / "jieba.cache"))  # noqa: S302 - the file jieba itself loads so
    except (OSError, ValueError, EOFError, TypeError):
        return
    if isinstance(frequencies, dict) and isinstance(total, int) and total > 0:
        tokenizer.FREQ, tokenizer.total = frequencies, total
        tokenizer.initialized = True


def tag_texts(texts: Sequence[str]) -> list[list[Word]]:
    """The words of each text in order, with PER, LOC and ORG where jieba's tag can be believed."""
    cutter = _load()
    return [list(_words(cutter, fold(text))) for text in texts]


def _words(cutter: _Cutter, text: str) -> Iterator[Word]:
    known = cutter.word_tag_tab
    start = 0
    for pair in cutter.cut(text):
        end = start + len(pair.word)
        yield Word(start, end, pair.word, _common(pair.word, pair.flag, pair.word in known))
        start = end


def _common(word: str, tag: str, known: bool) -> str:
    """The tagger guesses the tags of words it does not know, and takes many a common word for a name."""
    if tag == "ns" or word in prefectures():
        return "LOC" if known or word[-1] in "省市区县镇乡村州盟旗路街河江湖山岛" else "n"
    if tag == "nt":
        return "ORG" if len(word) > 3 else "n"
    if tag.startswith("nr"):
        if tag == "nr" and len(word) > 2 and looks_like_name(word):
            return "PER"
        return "nz" if not known else "n"
    return "u" if tag.startswith("u") else tag
