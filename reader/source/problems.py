"""What went wrong with one source, for the person who named it."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """`reason` is a whole clause in the language of the interface; `path` is as it was named or found."""

    path: str
    reason: str
