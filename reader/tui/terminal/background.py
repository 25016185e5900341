"""Whether the terminal is dark.

It is asked for its background with OSC 11 (XTerm Control Sequences, “Operating System Commands”), which answers
`ESC ] 11 ; rgb:RRRR/GGGG/BBBB`, one to four hexadecimal digits a channel. A terminal that says nothing may have set
COLORFGBG, as rxvt does: `text;background`, in the numbers of the sixteen colours. What nobody knows is dark.
"""

from __future__ import annotations

import os
import re

from reader.contrast import contrast
from reader.tui.terminal.query import ask

SECONDS = 0.3
"""How long an answer may take: once around the world. One that came later would be typed into the app, key by key.
Nobody waits for it, the app is being imported; only a terminal that answers nothing costs what is left of it then."""

# With BEL at the end: rxvt-unicode up to 9.31 cuts its answer short when it is asked with ST.
_QUERY = "\x1b]11;?\x07\x1b[c"
_ATTRIBUTES = re.compile(rb"\x1b\[\?[0-9;]*c")
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE)
_LIGHT = frozenset({"7", *map(str, range(9, 16))})
"""Of the sixteen colours white and the bright ones; 8 is grey, and dark."""


def is_dark() -> bool:
    """Whether light text is read better than dark on this terminal. Asks it; see `reader.tui.terminal.query`."""
    colour = _COLOUR.search(ask(_QUERY, _ATTRIBUTES, SECONDS) if _can_tell() else b"")
    if colour is None:
        return os.environ.get("COLORFGBG", "").rpartition(";")[2] not in _LIGHT
    background = "#" + "".join(f"{_eight_bits(channel):02x}" for channel in colour.groups())
    return contrast(background, "#ffffff") > contrast(background, "#000000")


def _can_tell() -> bool:
    """Not the console of Linux, which beeps. Not GNU Screen, which tells its attributes at once and passes the rest of
    the query on: the colour would come in late, as keys."""
    term = os.environ.get("TERM", "")
    screen = term == "screen" or term.startswith("screen.")
    return term != "linux" and "STY" not in os.environ and ("TMUX" in os.environ or not screen)


def _eight_bits(channel: bytes) -> int:
    return int(channel, 16) * 255 // ((1 << 4 * len(channel)) - 1)
