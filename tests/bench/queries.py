"""What people type into a search that answers as they type, for an archive made by `archives`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, cycle, islice
from pathlib import Path
from random import Random

from .archives import paths
from .filling import headlines_of, page_text
from .names import persons, places

_WAYS = ("text", "name", "headline", "text", "nowhere", "name")
"""What is typed, by turns."""
_LENGTHS = (2, 6)
_HEADLINE = 10
"""Characters of a headline after which nobody types on."""
_TRIES = 8
"""Strings looked for that stand nowhere, for each one wanted."""


def typed_sequences(folder: Path, count: int) -> list[list[str]]:
    """Rows of what stands in the field after each character typed, from the first to the whole query.

    The queries are strings of two to six characters from anywhere in the texts, names, common and rare alike,
    beginnings of headlines, and strings that stand on no page. The same for the same archive and count.
    """
    random = Random(f"typed {count}")  # noqa: S311 - the same queries each time
    pages = len(list(paths(folder)))
    ways = list(islice(cycle(_WAYS), count))
    absent = _absent(folder, random, pages, ways.count("nowhere"))
    makers = {"text": _string, "name": _name, "headline": _headline}
    queries = [next(absent) if way == "nowhere" else makers[way](random, pages) for way in ways]
    return [list(accumulate(query)) for query in queries]


def _string(random: Random, pages: int) -> str:
    """From one run of characters: nobody types over the end of a sentence."""
    length = random.randint(*_LENGTHS)
    text = page_text(random.randrange(pages))
    starts = range(len(text) - length)
    return next(
        text[at : at + length] for at in iter(lambda: random.choice(starts), None) if _typed(text[at : at + length])
    )


def _typed(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def _name(random: Random, pages: int) -> str:
    """As often of one of the hundred commonest as of the others."""
    names = random.choice([persons(), places()]).choices
    return random.choice(random.choice([names[:100], names[100:]]))


def _headline(random: Random, pages: int) -> str:
    found: Sequence[str] = ()
    while not found:
        found = headlines_of(random.randrange(pages))
    return random.choice(found)[:_HEADLINE]


def _absent(folder: Path, random: Random, pages: int, count: int) -> Iterator[str]:
    """Strings of the texts turned round, so that their characters are common ones, but for those that do occur."""
    wanted = dict.fromkeys(_string(random, pages)[::-1] for _ in range(count * _TRIES))
    found = _found(folder, {query: query.encode() for query in wanted if len(query) > 2})
    absent = [query for query in wanted if len(query) > 2 and query not in found]
    return cycle(absent)


def _found(folder: Path, queries: dict[str, bytes]) -> set[str]:
    """Queries that stand on some page."""
    left = dict(queries)
    for path in paths(folder):
        data = path.read_bytes()
        for query in [query for query, sought in left.items() if sought in data]:
            del left[query]
    return set(queries) - set(left)


def typed(sequences: Iterable[Sequence[str]]) -> list[str]:
    """All that stood in the field, one after the other."""
    return [query for sequence in sequences for query in sequence]
