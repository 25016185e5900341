"""Processes that parse pages and find what is marked on them, each asked for a few pages at a time.

They end when their input does, so none outlives who started it, however that ended.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from reader.archive.frames import Message, receive, send
from reader.limits import environment

if TYPE_CHECKING:
    from reader.archive.tasks import Asked

_CODE = """
import sys
usual = sys.path[:]
sys.path[:] = [sys.argv[1]]
import reader
sys.path[:] = [*usual, sys.argv[1]]
from {module} import serve
serve(*sys.argv[2:])
"""
"""This very package, even where another is installed. The folder it lies in comes last for everything else, and the one
the program was started in not at all."""


def start_process(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A process that runs `serve` of a module with its standard streams as pipes, away from the terminal."""
    package = Path(__file__).resolve().parents[2]
    return subprocess.Popen(  # noqa: S603 - this very interpreter and a constant
        [sys.executable, "-P", "-c", _CODE.format(module=module), str(package), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment(), "OPENBLAS_NUM_THREADS": "1"},
        # Ctrl+C in the terminal is for the program, not for those who work for it.
        start_new_session=True,
    )


HUSH: signal.Signals | None = getattr(signal, "SIGUSR1", None)
"""What a worker holds still at, where there are such signals. Whoever starts workers ignores it, as they do until they
are ready for it."""
_HELD = 0.05
"""Seconds: as long as a key takes to be answered on a slow day."""


class Worker:
    """A process and the pages it has been asked for. `heard` is called in another thread, with the worker and its
    answer, or None when the process is gone."""

    def __init__(self, heard: Callable[[Worker, tuple[Message, bytes] | None], None], into: str, lang: str) -> None:
        self.wanted = ""
        self.asked: list[str] = []
        self._process = start_process("reader.archive.workers", into, lang)
        self._heard = heard
        Thread(target=self._listen, daemon=True).start()

    def ask(self, wanted: str, asked: Sequence[Asked]) -> None:
        """Ask for the `pages`, the `figures` or the `names` of files; its answer comes to `heard`."""
        self.wanted, self.asked = wanted, [path for path, _file, _page in asked]
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        # A process that is gone is noticed by who listens to it.
        with suppress(OSError):
            send(self._process.stdin, {"wanted": wanted, "asked": asked})

    def hold_still(self) -> None:
        """Have it leave the machine to others for `_HELD` seconds."""
        if HUSH is not None:
            self._process.send_signal(HUSH)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        with suppress(OSError, ValueError):
            while (answer := receive(self._process.stdout)) is not None:
                self._heard(self, answer)
        self._heard(self, None)


def serve(into: str, lang: str) -> None:
    """In the process: answer until the input ends. `into` is the folder segments are written to; without one they are
    sent back."""
    from reader import i18n
    from reader.archive.tasks import MAKERS, Asked
    from reader.garbage import look_seldom

    i18n.use(lang or None)
    look_seldom()
    _give_way()
    _listen_to_hush()
    asked_of_it: SimpleQueue[Message] = SimpleQueue()
    Thread(target=_hear, args=(asked_of_it,), daemon=True).start()
    answers = sys.stdout.buffer
    while True:
        message = asked_of_it.get()
        wanted = message["wanted"]
        asked_for = [Asked(*one) for one in message["asked"]]
        data, problems = MAKERS[wanted](asked_for)
        answer: Message = {"problems": problems, "file": None, "fault": ""}
        payload = b""
        if data:
            answer["file"], answer["fault"], payload = _put(into, wanted, data)
        send(answers, answer, payload)


def _hear(asked: SimpleQueue[Message]) -> None:
    """In a thread, so that the process ends at once with who asks, however long a page takes."""
    try:
        while (received := receive(sys.stdin.buffer)) is not None:
            asked.put(received[0])
    finally:
        os._exit(0)


def _give_way() -> None:
    """Take the time that nobody else wants: a key pressed while all processors work is answered a third sooner than
    with a niceness of 10. Pages that are asked for are parsed by the indexer, which is not so humble."""
    if hasattr(os, "SCHED_IDLE"):
        # A sandbox may forbid it.
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
            return
    if hasattr(os, "nice"):
        os.nice(19)


def _listen_to_hush() -> None:
    """Hold still for a moment whenever a key is pressed: two processors that share a core are each half as fast, and
    the lowest priority does not keep a worker from its half."""
    until = 0.0

    def hold_still(*_signal: object) -> None:
        nonlocal until
        held, until = until, time.monotonic() + _HELD
        # One that holds still already does so for longer.
        if held < time.monotonic():
            while (left := until - time.monotonic()) > 0:
                time.sleep(left)

    if HUSH is not None:
        signal.signal(HUSH, hold_still)


def _put(into: str, kind: str, data: bytes) -> tuple[str | None, str, bytes]:
    """Write a segment; where that cannot be done it is handed back, with what the system said."""
    from reader.privatefiles import own_name, write_whole

    if not into:
        return None, "", data
    try:
        return str(write_whole(Path(into), f"{own_name()}.{kind}", data)), "", b""
    except OSError as error:
        return None, error.strerror or str(error), data
