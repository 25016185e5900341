"""Words with their tags from `lac_small`: how a text is put to the network, and what its tags say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from reader.annotate.lac.faults import BadWeightsError
from reader.annotate.word import Word
from reader.parse.fold import fold

if TYPE_CHECKING:
    from reader.annotate.lac.network import Network

_lock = Lock()


def unusable() -> str | None:
    """None when the tagger can be used; else why not."""
    try:
        _network()
    except (ImportError, BadWeightsError) as error:
        return str(error)
    return None


@cache
def _loaded() -> Network:
    # One page is too small to share out: with two threads on a busy machine it takes up to thirty times as long.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from reader.annotate.lac.network import Network
    from reader.annotate.lac.weights import folder, load

    path = folder()
    if path is None:
        raise BadWeightsError("jieba is installed without lac_small")
    return Network(load(path))


def _network() -> Network:
    with _lock:
        return _loaded()


# The network learned from half-width text in lower case: the vectors of these full-width signs were never trained.
_AS_LEARNED = str.maketrans(
    {
        "。": ".",
        "、": ",",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "—": "-",
        "…": ".",
        "【": "[",
        "】": "]",
        "\t": ",",
        "\n": ",",
        " ": ",",
    }
    | {chr(capital): chr(capital + 32) for capital in range(0x41, 0x5B)}
)
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_END = re.compile(r"[.!?;](?![0-9])[\"')]*")
_LONGEST = 80
"""Characters. The network reads all sentences side by side, so one long one makes all the others wait."""


def as_learned(text: str) -> str:
    """`text` as the network knows it, one character for one."""
    return fold(text).translate(_AS_LEARNED)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end. None is longer than the network should be asked to read at once."""
    at = 0
    for found in _END.finditer(text):
        yield from _short(text, at, found.end())
        at = found.end()
    yield from _short(text, at, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(",", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def tag_texts(texts: Sequence[str]) -> list[list[Word]]:
    """The words of each text in order, with the tags of `lac_small`: PER, LOC, ORG, TIME, and those of speech."""
    network = _network()
    learned = [as_learned(text) for text in texts]
    places = [(index, start, end) for index, text in enumerate(learned) for start, end in sentences(text)]
    # Half of a ranking table's cells are figures, and many of the others are printed more than once.
    different = list({said: None for index, start, end in places if _HAN.search(said := learned[index][start:end])})
    tagged = dict(zip(different, network.tag(different), strict=True))
    names = network.tags
    found: list[list[Word]] = [[] for _ in texts]
    for index, start, end in places:
        tags = tagged.get(learned[index][start:end])
        if tags is None:
            found[index].append(Word(start, end, texts[index][start:end], "w"))
        else:
            found[index].extend(_words(texts[index], start, [names[tag] for tag in tags]))
    return found


def _words(text: str, start: int, tags: Sequence[str]) -> Iterator[Word]:
    begun = 0
    for at in range(1, len(tags) + 1):
        if at == len(tags) or tags[at].endswith("-B") or (tags[at] == "O") != (tags[at - 1] == "O"):
            yield Word(start + begun, start + at, text[start + begun : start + at], tags[begun].partition("-")[0])
            begun = at
