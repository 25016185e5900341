"""The marks and units the line breaker goes by, read from `reader/data/typeset.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple, cast

from reader.resources import data_text


class Marks(NamedTuple):
    """Characters by their place in a row (W3C CLREQ, strict level; GB/T 15834-2011)."""

    no_row_start: frozenset[str]
    no_row_end: frozenset[str]
    hanging: frozenset[str]
    unparted: frozenset[str]


class Units(NamedTuple):
    """Word lists for figures: units and measure words, and the characters that join them to a figure."""

    words: tuple[str, ...]
    characters: str
    latin: tuple[str, ...]
    han_numerals: str
    magnitude: str
    about: str


@cache
def _data() -> dict[str, dict[str, str | list[str]]]:
    return cast("dict[str, dict[str, str | list[str]]]", tomllib.loads(data_text("typeset.toml")))


def _characters(section: str, name: str) -> str:
    return "".join("".join(_data()[section][name]).split())


def _words(section: str, name: str) -> tuple[str, ...]:
    """Longest first, so that an alternation takes 平方公里 and not 平方."""
    return tuple(sorted(set("".join(_data()[section][name]).split()), key=lambda word: (-len(word), word)))


@cache
def marks() -> Marks:
    """The marks; the lists that stand for both sides are already in both sets."""
    both = _characters("marks", "both")
    return Marks(
        no_row_start=frozenset(_characters("marks", "no_row_start") + both),
        no_row_end=frozenset(_characters("marks", "no_row_end") + both),
        hanging=frozenset(_characters("marks", "hanging")),
        unparted=frozenset(_characters("marks", "unparted")),
    )


@cache
def units() -> Units:
    """The unit lists, longest word first."""
    return Units(
        words=_words("units", "words"),
        characters=_characters("units", "characters"),
        latin=_words("units", "latin"),
        han_numerals=_characters("numerals", "han"),
        magnitude=_characters("numerals", "magnitude"),
        about=_characters("numerals", "about"),
    )
