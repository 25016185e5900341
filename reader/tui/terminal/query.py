"""A query to the terminal: it goes out as an escape sequence, the reply comes in as if it had been typed."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from threading import Lock

if sys.platform != "win32":
    import termios

TERMINAL = "/dev/tty"
MUTE = frozenset({"", "dumb", "unknown"})
"""Values of TERM under which nothing is asked: such a terminal prints what it is sent."""

# Device attributes and other reports, a cursor position, and strings such as a colour, also one that breaks off.
_REPLY = re.compile(rb"\x1b\[[?>=][0-9;:]*\$?[A-Za-z]|\x1b\[\d+;\d+R|\x1b[]P][^\x07\x1b]*(?:\x07|\x1b\\|\Z)")
_typed = bytearray()
_one_at_a_time = Lock()


def ask(query: str, until: re.Pattern[bytes], seconds: float) -> bytes:
    """Send a query and return all that comes in until `until` matches in it or the time is over.

    Returns `b""` where there is no terminal to ask. End a query with one that every terminal answers, device attributes
    (`ESC [ c`), and let `until` match that: a terminal that does not know the rest then costs no time. Keys may stand
    among the replies; `take_typed` has them. The modes of the terminal are left as they were.
    """
    if sys.platform == "win32" or os.environ.get("TERM", "") in MUTE:
        return b""
    with _one_at_a_time:
        try:
            terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            return b""
        try:
            read = _converse(terminal, query, until, time.monotonic() + seconds)
        except (OSError, termios.error):
            return b""
        finally:
            os.close(terminal)
        _typed.extend(_REPLY.sub(b"", read))
        return read


def take_typed() -> bytes:
    """The keys that came in among replies, handed out once."""
    with _one_at_a_time:
        typed = bytes(_typed)
        _typed.clear()
        return typed


if sys.platform != "win32":

    def _converse(terminal: int, query: str, until: re.Pattern[bytes], end: float) -> bytes:
        before = termios.tcgetattr(terminal)
        raw = termios.tcgetattr(terminal)
        # Bytes as they come and unseen; Ctrl+C still interrupts.
        raw[0] &= ~termios.ICRNL
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
        read = b""
        try:
            termios.tcsetattr(terminal, termios.TCSANOW, raw)
            os.write(terminal, query.encode())
            while not until.search(read) and (left := end - time.monotonic()) > 0:
                if not select.select([terminal], [], [], left)[0]:
                    break
                data = os.read(terminal, 4096)
                if not data:
                    break
                read += data
        finally:
            # Not with TCSAFLUSH, which would throw away what is being typed.
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        return read
