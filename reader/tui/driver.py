"""Textual's driver for Linux and macOS, where that leaves the terminal in disorder (Textual 8.2).

- A handler of a signal interrupts the program anywhere, also while it holds the lock of the very queue that is written
  to: here the loop does what is to be done.
- Stopping by SIGSTOP cannot be undone where no shell looks after the program. SIGTSTP is passed on as the system has
  it, which does nothing there.
- After a SIGSTOP of somebody else's, SIGCONT started the threads a second time, and took the modes of the app for those
  the terminal had before.
- A terminal that is gone was a fault of the program.
- Reports of the mouse in pixels stayed switched on.
"""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

_ATTEMPTS = 100


class TerminalDriver(LinuxDriver):
    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._loop = asyncio.get_running_loop()
        self._in_use = False

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # It gives up in the background, and will be continued when it is in the foreground again.
        self._in_use = self._key_thread is not None

    def stop_application_mode(self) -> None:
        super().stop_application_mode()
        self._in_use, self._key_thread = False, None

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self._mouse_pixels = False
            self.write("\x1b[?1016l")

    def _sigtstp_application(self, *_signal: object) -> None:
        self._loop.call_soon_threadsafe(self._stop)

    def _sigcont_application(self, *_signal: object) -> None:
        self._loop.call_soon_threadsafe(self._go_on)

    def _stop(self) -> None:
        """Give the terminal back, stop, and take it again when somebody continues."""
        if not (self._in_use and self._auto_restart):
            return
        self.suspend_application_mode()
        for number in (signal.SIGCONT, signal.SIGTSTP):
            signal.signal(number, signal.SIG_DFL)
        # All that the shell started together: it would wait for the others.
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        signal.signal(signal.SIGCONT, self._sigcont_application)
        self._must_signal_resume = True
        self._resume()

    def _go_on(self) -> None:
        """Somebody else has stopped the program and continued it: the terminal may be in any state."""
        if not self._auto_restart:
            return
        before, was_in_use = self.attrs_before, self._in_use
        if was_in_use:
            self.suspend_application_mode()
        self._resume()
        if was_in_use:
            self.attrs_before = before

    def _resume(self) -> None:
        for _attempt in range(_ATTEMPTS):
            self.resume_application_mode()
            if self._in_use:
                self._app.refresh(layout=True)
                return

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            # The terminal is gone; who watches over that (reader.tui.leaving) has been told by the system too.
            return
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)
