"""The first screen, soon: it is made of what the cache holds; pages that were never parsed are parsed by another
process, and the terminal is asked what it is like in another thread, while this one imports what it paints with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import TYPE_CHECKING

from reader.tui.leaving import Leaving
from reader.tui.terminal.answers import Answers, ask_terminal

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.settings import Settings

PATIENCE = 0.2
"""Seconds after which a person is told what is being waited for."""


def start(paths: Sequence[str], lang: str | None, settings: Settings, faults: Sequence[str]) -> int:
    """Open the pages that `paths` name and read them on the screen; `faults` is what is wrong with the settings.

    Returns the exit code.
    """
    with Leaving() as leaving:
        archive = open_archive(paths, lang)
        answers = ask_beside(lambda: ask_terminal(settings))
        import_asyncio()
        from reader.tui.app import run

        code = run(archive, lang, settings, faults, answers(), leaving)
    return leaving.code or code


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
    answered = Event()

    def ask() -> None:
        try:
            answers.append(question())
        finally:
            answered.set()

    # No daemon: an end of the program must not leave the terminal as it was when it was being asked.
    Thread(target=ask).start()

    def answer() -> Answers:
        # Not by joining the thread: a signal meanwhile has Python 3.11 take it for finished, and not wait for it.
        answered.wait()
        return answers[0]

    return answer


def open_archive(paths: Sequence[str], lang: str | None) -> Archive:
    """The archive of some paths, or of the seed pages, as it was left. One that has never been opened is parsed by
    another process meanwhile."""
    from reader.archive.archive import Archive

    if "-" in paths:
        # Nobody but this process can read its standard input.
        from reader.archive.memory import archive_of
        from reader.corpus import open_corpus

        return archive_of(open_corpus(paths))
    from reader.resources import seeds

    archive = Archive.cached(paths or [str(path) for path in seeds()])
    if not archive.snapshot.pages:
        archive.start(lang)
    return archive
