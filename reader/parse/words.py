"""The word lists of the parse, read once from `reader/data/parse`."""

from __future__ import annotations

import tomllib
from functools import cache

from reader.resources import data_text


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames, of one and of two characters."""
    found: set[str] = set()
    for line in data_text("parse/surnames.txt").splitlines():
        if line.startswith("#"):
            continue
        found.update(line.split() if " " in line else line)
    return frozenset(found)


@cache
def _lists(name: str) -> dict[str, list[str] | str]:
    return tomllib.loads(data_text(f"parse/{name}.toml"))


@cache
def word_list(name: str, key: str) -> tuple[str, ...]:
    """The list `key` of `parse/NAME.toml`, longest word first, so that an alternation finds the longest. Where it is a
    run of characters, these."""
    return tuple(sorted(dict.fromkeys(_lists(name)[key]), key=len, reverse=True))


@cache
def prefectures() -> frozenset[str]:
    """Names of provinces and prefectures without their level."""
    lines = data_text("prefectures.txt").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
