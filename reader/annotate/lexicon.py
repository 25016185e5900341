"""The word lists of the names, read once from `data/annotate/names.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from reader.resources import data_text


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_text("annotate/names.toml"))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_data()[table][key].split())


@cache
def longest_first(table: str, key: str) -> tuple[str, ...]:
    return tuple(sorted(words(table, key), key=lambda word: (-len(word), word)))


@cache
def alternation(table: str, key: str) -> str:
    """The words of a list as a regex alternation that finds the longest."""
    return "|".join(map(re.escape, longest_first(table, key)))


def characters(table: str, key: str) -> str:
    """A list that is a run of characters."""
    return _data()[table][key]
