"""The word lists of the names, read once from `data/annotate/names.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from reader.parse.words import prefectures, surnames
from reader.resources import data_text


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(data_text("annotate/names.toml"))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_data()[table][key].split())


@cache
def alternation(table: str, key: str) -> str:
    """The words of a list as a regex alternation that finds the longest."""
    return _any_of(words(table, key))


@cache
def any_surname() -> str:
    """The surnames as a regex alternation."""
    return _any_of(surnames())


@cache
def any_prefecture() -> str:
    """The names of provinces and prefectures as a regex alternation."""
    return _any_of(prefectures())


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def characters(table: str, key: str) -> str:
    """A list that is a run of characters."""
    return _data()[table][key]
