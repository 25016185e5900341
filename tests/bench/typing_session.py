"""A program in a pseudo-terminal that is typed into, each answer timed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Sequence
from time import perf_counter
from types import TracebackType

from .terminal import COLUMNS, ROWS, environment

_QUIET = 0.03
"""Seconds without output after which an answer is complete."""
_PATIENCE = 5.0


class Session:
    """`pid` is the program's."""

    def __init__(self, command: Sequence[str]) -> None:
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), environment())  # noqa: S606
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def settle(self, seconds: float) -> None:
        """Read what comes for so long."""
        end = perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            self._read(left)

    def seconds_to_answer(self, key: str) -> float:
        """From a key to the first output that follows it."""
        while self._read(0):
            pass
        start = perf_counter()
        os.write(self._terminal, key.encode())
        self._read(_PATIENCE)
        answered = perf_counter() - start
        # The rest of the answer is not taken for that to the next key.
        while self._read(_QUIET):
            pass
        return answered

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def _read(self, patience: float) -> bytes:
        if not select.select([self._terminal], [], [], patience)[0]:
            return b""
        data = os.read(self._terminal, 65536)
        if b"\x1b[c" in data:
            os.write(self._terminal, b"\x1b[?62c")
        return data
