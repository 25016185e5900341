"""How large a thing may be that is opened: far above what newspapers print, and below what would take minutes.

    largest_file = 4          # MB; a larger file is not opened, and is listed among the problems
    largest_table = 200_000   # cells; of a larger table the first rows are one, the others stay on the page as printed
    names_within = 200_000    # characters of a page, from its beginning, that names are looked for in

Set in `config.toml` (see `reader.settings`). Processes of ours are handed them in the environment.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple

_VARIABLE = "READER_LIMITS"


class Limits(NamedTuple):
    largest_file: int = 4
    """Millions of bytes."""
    largest_table: int = 200_000
    """Cells of a printed table."""
    names_within: int = 200_000
    """Characters from the beginning of a page."""


DEFAULT = Limits()
_used: list[Limits] = []


def use(limits: Limits) -> None:
    """From now on, in this process and in those it starts."""
    _used[:] = [limits]


def limits() -> Limits:
    """Those in use: what this process was told, or was handed, or the usual ones."""
    if not _used:
        use(_handed(os.environ.get(_VARIABLE, "")))
    return _used[0]


def environment() -> dict[str, str]:
    """What hands the limits to a process."""
    return {_VARIABLE: ",".join(map(str, limits()))}


def _handed(told: str) -> Limits:
    with suppress(ValueError, TypeError):
        handed = Limits(*map(int, told.split(",")))
        if min(handed) > 0:
            return handed
    return DEFAULT
