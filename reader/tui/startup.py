"""The first screen, soon: the pages are parsed in another process, and the terminal is asked what it is like in
another thread, while this one imports what it paints with."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.terminal.answers import Answers, ask_terminal

if TYPE_CHECKING:
    from reader.corpus import Corpus
    from reader.settings import Settings

PATIENCE = 0.2
"""Seconds after which a person is told what is being waited for."""


def start(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
    """Open the pages that `paths` name and read them on the screen; `faults` is what is wrong with the settings.

    Returns the exit code.
    """
    opened = open_beside(paths)
    answers = ask_beside(lambda: ask_terminal(settings))
    # Importing makes objects that all stay; looking through them for garbage costs a fifth of the time to first paint.
    gc.disable()
    import_asyncio()
    from reader.tui.app import run

    return run(opened(), lang, settings, faults, answers())


def import_asyncio() -> None:
    """Import asyncio, on which Textual runs, as where Python was built without TLS.

    Loading that takes a fiftieth of the time to first paint, and the app opens no connection. Whoever needs `ssl` later
    imports it as ever.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    # What the import system takes for a module that is not there.
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def ask_beside(question: Callable[[], Answers]) -> Callable[[], Answers]:
    """Begin to answer a question in a thread; the result waits for it."""
    answers: list[Answers] = []
    # No daemon: an end of the program must not leave the terminal as it was when it was being asked.
    thread = Thread(target=lambda: answers.append(question()))
    thread.start()

    def answer() -> Answers:
        thread.join()
        return answers[0]

    return answer


def open_beside(paths: Sequence[str]) -> Callable[[], Corpus]:
    """Begin to open the corpus in a child process; the result waits for it. Where there is no fork, or the child dies,
    the corpus is opened by this process when it is asked for."""
    if not hasattr(os, "fork"):
        return lambda: _open_here(paths)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _serve(paths, reading, writing)
    os.close(writing)

    def opened() -> Corpus:
        _say_when_late(reading)
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        if not data:
            return _open_here(paths)
        from reader.corpus import Corpus

        # Written by this very program a moment ago, through a pipe nobody else holds.
        issues, problems = pickle.loads(data)  # noqa: S301
        return Corpus(issues, problems)

    return opened


def _serve(paths: Sequence[str], reading: int, writing: int) -> None:
    """In the child: write the corpus and end, past every handler the parent may have set."""
    status = 1
    try:
        os.close(reading)
        gc.disable()
        corpus = _open_here(paths)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump((corpus.issues, corpus.problems), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        # Also for an exception: the parent opens the corpus again and shows what is wrong where it can be seen.
        os._exit(status)


def _open_here(paths: Sequence[str]) -> Corpus:
    from reader.corpus import open_corpus

    return open_corpus(paths)


def _say_when_late(reading: int) -> None:
    import select

    if not select.select([reading], [], [], PATIENCE)[0] and sys.stderr.isatty():
        sys.stderr.write(_("Opening the pages …") + "\r")
        sys.stderr.flush()
