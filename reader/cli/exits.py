"""Exit codes, part of the contract with scripts."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    OK = 0
    NOT_FOUND = 1
    """What was asked for is not there: no such article, table or column."""
    CONTRADICTION = 1
    """`reader check`: figures contradict each other. The code of `NOT_FOUND`, as `grep` and `diff` have it."""
    FAILED = 1
    """The program itself failed; stderr has a report. The code Python has for it."""
    USAGE = 2
    UNREADABLE = 3
    """The work was done, but some source could not be opened; stderr says which and why."""
    INTERRUPTED = 130
