"""How many cells the terminal gives to a character of ambiguous width (UAX #11): it paints one and says where the
cursor is before and behind it.

Terminals do not tell this otherwise, and the locale says nothing of it: two cells are a setting of the terminal's own
(`xterm -cjk_width`, “treat ambiguous-width characters as double width”).
"""

from __future__ import annotations

import os
import re

from reader.tui.terminal.query import ask

SECONDS = 0.1
"""How long the answer of a terminal on this machine may take; those that answer take 1 to 7 ms."""
FAR_SECONDS = 0.5
"""The same over SSH: once around the world."""

# Save the cursor, where is it, “, where is it now, back, erase what was painted. All in one piece: nothing stays on the
# screen when no answer comes, and nothing has to be known of where the cursor stood.
_QUERY = "\x1b7\x1b[6n“\x1b[6n\x1b8\x1b[K"
_REPORTS = re.compile(rb"\x1b\[(\d+);(\d+)R.*?\x1b\[(\d+);(\d+)R", re.DOTALL)


def ambiguous_width() -> int | None:
    """1 or 2; None where there is no terminal, or it does not say. Asks it; see `reader.tui.terminal.query`."""
    seconds = FAR_SECONDS if os.environ.get("SSH_CONNECTION") else SECONDS
    reports = _REPORTS.search(ask(_QUERY, _REPORTS, seconds))
    if reports is None:
        return None
    row, column, row_behind, column_behind = map(int, reports.groups())
    cells = column_behind - column
    return cells if row == row_behind and cells in (1, 2) else None
