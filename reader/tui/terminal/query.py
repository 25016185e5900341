"""A query to the terminal: it goes out as an escape sequence, the reply comes in as if it had been typed."""

from __future__ import annotations

import os
import re
import select
import sys
import time

if sys.platform != "win32":
    import termios

TERMINAL = "/dev/tty"
MUTE = frozenset({"", "dumb", "unknown"})
"""Values of TERM under which nothing is asked: such a terminal prints what it is sent."""


def ask(query: str, until: re.Pattern[bytes], seconds: float) -> bytes:
    """Send a query and return all that comes in until `until` matches in it or the time is over.

    Returns `b""` where there is no terminal to ask. The modes of the terminal are left as they were.
    """
    if sys.platform == "win32" or os.environ.get("TERM", "") in MUTE:
        return b""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return b""
    try:
        return _converse(terminal, query, until, time.monotonic() + seconds)
    except (OSError, termios.error):
        return b""
    finally:
        os.close(terminal)


if sys.platform != "win32":

    def _converse(terminal: int, query: str, until: re.Pattern[bytes], end: float) -> bytes:
        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        # Bytes as they come and unseen; Ctrl+C still interrupts.
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        read = b""
        try:
            termios.tcsetattr(terminal, termios.TCSANOW, raw)
            os.write(terminal, query.encode())
            while not until.search(read) and (left := end - time.monotonic()) > 0:
                if select.select([terminal], [], [], left)[0]:
                    read += os.read(terminal, 4096)
        finally:
            # Not with TCSAFLUSH, which would throw away what is being typed.
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        return read
