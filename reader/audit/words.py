"""The word lists of the audit, `reader/data/audit.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any, cast

from reader.resources import data_text


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(data_text("audit.toml"))


@cache
def words(section: str, key: str) -> tuple[str, ...]:
    """One list, as written there."""
    return tuple(cast("list[str]", _data()[section][key]))


@cache
def averages() -> dict[str, tuple[str, ...]]:
    """人均 and its like, and the units of what the average is by."""
    return {word: tuple(units) for word, units in _data()["averages"]["by"].items()}


@cache
def one_of(section: str, key: str) -> str:
    """The list as a part of a regular expression, the longest word first."""
    return "(?:" + "|".join(map(re.escape, sorted(words(section, key), key=len, reverse=True))) + ")"
