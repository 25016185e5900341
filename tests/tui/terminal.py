"""The real program in a real pseudo-terminal, its screen kept by an emulator."""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

KEYS = {"down": "\x1b[B", "right": "\x1b[C", "tab": "\t", "shift+tab": "\x1b[Z", "enter": "\r", "escape": "\x1b"}
_OF_THE_TESTER = (
    *("NO_COLOR", "COLORFGBG", "COLUMNS", "LINES", "STY", "TMUX"),
    *("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"),
)
_OSC_52 = re.compile(rb"\x1b]52;c;([A-Za-z0-9+/=]*)\x07")
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
# pyte knows no SGR colon forms, no kitty keyboard codes and no cursor-shape codes, and would print their tails.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[[0-9;:]* [a-zA-Z]|\x1b\[\?[0-9;]*\$p")


class Terminal:
    """Runs a command until it ends; `modes` are the private modes it has left switched on.

    `replies` says what the terminal answers to which query; it tells its background, `RRRR/GGGG/BBBB`, if it has one,
    and its attributes, as every terminal does.
    """

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        lines: int = 24,
        background: str | None = None,
        replies: Mapping[bytes, bytes] | None = None,
    ) -> None:
        self._background = background
        self.modes: set[int] = set()
        self._replies = replies or {}
        self._output = b""
        self._columns, self._lines = columns, lines
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", LC_ALL="C.UTF-8")
            # Neither the colours nor the size nor the clipboard of who runs the tests.
            for name in _OF_THE_TESTER:
                # Not by os.environ, which does not know what readline has set.
                os.unsetenv(name)
            os.execv(command[0], list(command))  # noqa: S606 - the child runs the program
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.attributes = termios.tcgetattr(self._fd)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pid:
            os.kill(self._pid, 9)
            os.waitpid(self._pid, 0)
        os.close(self._fd)

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def rows(self) -> list[str]:
        """The screen, row by row. Not pyte's `display`, which fails on a wide character half written over."""
        buffer = self._screen.buffer
        return ["".join(buffer[y][x].data for x in range(self._columns)).rstrip() for y in range(self._lines)]

    def backgrounds(self) -> set[str]:
        """The background colours on the screen, `rrggbb`."""
        return {self._screen.buffer[y][x].bg for y in range(self._lines) for x in range(self._columns)}

    def wait_for(self, found: Callable[[list[str]], bool], seconds: float = 20) -> list[str]:
        """Read until the screen is as wanted; its rows. Raises `AssertionError` with the screen when it never is."""
        end = time.monotonic() + seconds
        while not found(self.rows()):
            assert time.monotonic() < end, "\n".join(self.rows())
            self._read(0.1)
        return self.rows()

    def settle(self, seconds: float = 0.5) -> None:
        """Read until nothing more has come for a while."""
        before = -1
        while before != len(self._output):
            before = len(self._output)
            self._read(seconds)

    @property
    def output(self) -> str:
        """All that was written so far."""
        return self._output.decode("utf-8", "replace")

    @property
    def written(self) -> bytes:
        """The same, byte for byte."""
        return self._output

    def copied(self) -> str | None:
        """The text last sent for the clipboard by OSC 52."""
        found = _OSC_52.findall(self._output)
        return base64.b64decode(found[-1]).decode() if found else None

    def wait_for_text(self, text: str) -> list[str]:
        return self.wait_for(lambda rows: any(text in row for row in rows))

    def wait_for_end(self, seconds: float = 20) -> int:
        """The exit code."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._read(0)
                self.left = termios.tcgetattr(self._fd)
                self._pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("\n".join(self.rows()))

    def _read(self, seconds: float) -> None:
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                # Linux says EIO when the other end is closed.
                return
            if not data:
                return
            for numbers, switch in _MODE.findall(data):
                for number in map(int, numbers.split(b";")):
                    (self.modes.add if switch == b"h" else self.modes.discard)(number)
            self._output += data
            for query, reply in self._replies.items():
                if query in data:
                    os.write(self._fd, reply)
            if self._background and b"\x1b]11;?" in data:
                os.write(self._fd, f"\x1b]11;rgb:{self._background}\x07".encode())
            if b"\x1b[c" in data:
                os.write(self._fd, b"\x1b[?62c")
            self._stream.feed(_UNKNOWN.sub(b"", data))
            seconds = 0


def reader(
    *arguments: str,
    columns: int = 80,
    lines: int = 24,
    background: str | None = None,
    replies: Mapping[bytes, bytes] | None = None,
) -> Terminal:
    """The program as a person starts it."""
    return Terminal([sys.executable, "-m", "reader", *arguments], columns, lines, background, replies)
