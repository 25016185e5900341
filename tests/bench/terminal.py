"""Programs in a pseudo-terminal, timed until something stands on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

COLUMNS, ROWS = 120, 36
PATIENCE = 60.0


class NeverShownError(RuntimeError):
    """The program ended, or a minute passed, before the text stood on the screen."""


def environment() -> dict[str, str]:
    """The same for all programs: a usual terminal, English, compiled modules."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


def seconds_until(text: str, command: Sequence[str], env: Mapping[str, str]) -> float:
    """Seconds from the start of `command` until it has written `text`, in one piece, to its terminal.

    Raises `NeverShownError`.
    """
    wanted, seen = text.encode(), bytearray()
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), dict(env))  # noqa: S606
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        while wanted not in seen:
            left = start + PATIENCE - time.perf_counter()
            if left <= 0 or not select.select([terminal], [], [], left)[0]:
                raise NeverShownError(f"{command[0]}: no {text!r} in {PATIENCE:.0f} s")
            seen += _read(terminal, command, text)
        return time.perf_counter() - start
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _read(terminal: int, command: Sequence[str], text: str) -> bytes:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        # What Linux says instead of an end of file.
        data = b""
    if not data:
        raise NeverShownError(f"{' '.join(command)}: ended without showing {text!r}")
    if b"\x1b[c" in data:
        # Every terminal tells its attributes when it is asked.
        os.write(terminal, b"\x1b[?62c")
    return data
