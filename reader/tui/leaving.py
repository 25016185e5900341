"""The program is told to end, or its terminal is gone: it ends as it should, soon, and leaves the terminal as it was.

A signal that came before the app runs ends the program at once; the app is asked to leave, which puts back the modes of
the terminal and ends those who work for it. Where it does not within a second – its loop is busy, a thread goes on, the
terminal takes no more output – that is done for it.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

if sys.platform != "win32":
    import termios

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_PATIENCE = 1.0
"""Seconds the app has for leaving."""
_HANGUP = 128 + 1
_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
_SWITCHED_OFF = (
    # Synchronised output, bracketed paste, reports of resizing, mouse, keyboard protocol, alternate screen, focus.
    b"\x1b[?2026l\x1b[?2004l\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?1004l\x1b[?7h\x1b[?25h\x1b[0m"
)

Leave = Callable[[int], None]
"""Asks the app to end with an exit code; may be called in any thread, and in the handler of a signal."""


class Leaving:
    """From the first moment of the program on a terminal to its last. `code` is what a signal has it end with."""

    def __init__(self) -> None:
        self.code: int | None = None
        self._leave: Leave | None = None
        self._before: dict[int, Any] = {}
        self._usual_hook = sys.unraisablehook
        self._woken, self._wake = -1, -1
        self._modes = _modes()

    def __enter__(self) -> Leaving:
        sys.unraisablehook = self._cannot_be_raised
        numbers = [number for name in _ENDINGS if (number := getattr(signal, name, None)) is not None]
        for number in numbers:
            # Who started it with `nohup` wants it to go on.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._told)
        if sys.platform != "win32":
            # The app knows how to stop; before it runs, the terminal may be in the middle of an answer.
            self._before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
            self._woken, self._wake = os.pipe()
            Thread(target=self._watch, name="leaving", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        before_the_app, self._leave = self._leave is None, None
        sys.unraisablehook = self._usual_hook
        for number, handler in self._before.items():
            signal.signal(number, handler if self.code is None else signal.SIG_IGN)
        if self.code is not None and before_the_app and isinstance(error, Exception):
            # Some of what Python 3.11 calls while it imports makes another error of what a handler raises.
            raise SystemExit(self.code) from None

    def ask(self, leave: Leave) -> None:
        """From now on the app is asked to leave. Raises `SystemExit` when the program has been told to end already."""
        self._leave = leave
        if self.code is not None:
            raise SystemExit(self.code)

    def _told(self, number: int, _frame: FrameType | None) -> None:
        if self.code is not None:
            return
        self.code = 128 + number
        with suppress(OSError):
            os.write(self._wake, b".")
        if self._leave is None:
            raise SystemExit(self.code)
        self._leave(self.code)

    def _cannot_be_raised(self, lost: sys.UnraisableHookArgs) -> None:
        """Where Python can raise nothing, as when it throws the lock of an import away, it drops what a handler raises
        and says so. The program ends nevertheless, when the app is about to run."""
        if self.code is None or not isinstance(lost.exc_value, SystemExit):
            self._usual_hook(lost)

    def _watch(self) -> None:
        """In a thread: wait for a signal or the end of the terminal, then until the app should be gone."""
        events = select.poll()
        events.register(self._woken, select.POLLIN)
        with suppress(OSError, ValueError, AttributeError):
            # Without a wish for input only its end is told.
            events.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
        found = events.poll()
        while all(event == select.POLLNVAL for _file, event in found):
            # A system that cannot watch terminals says so at once.
            for file, _event in found:
                events.unregister(file)
            found = events.poll()
        if self.code is None:
            self.code = _HANGUP
            leave = self._leave
            # Its loop may be closed already.
            with suppress(RuntimeError):
                if leave is not None:
                    leave(self.code)
        # A second signal changes nothing.
        select.select([], [], [], _PATIENCE)
        give_back(self._modes)
        os._exit(self.code)


def give_back(modes: list[Any] | None) -> None:
    """Put the terminal back by force: what waits to be written is thrown away, nothing is waited for."""
    if sys.platform == "win32" or modes is None:
        return
    with suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        with suppress(OSError, termios.error):
            termios.tcflush(terminal, termios.TCOFLUSH)
            termios.tcflow(terminal, termios.TCOON)
            termios.tcsetattr(terminal, termios.TCSANOW, modes)
        with suppress(OSError):
            os.write(terminal, _SWITCHED_OFF)
        os.close(terminal)


def _modes() -> list[Any] | None:
    if sys.platform != "win32":
        with suppress(OSError, ValueError, AttributeError, termios.error):
            return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return None
