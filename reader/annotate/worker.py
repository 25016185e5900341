"""Names and words found by another process, so that nobody's key presses wait for them.

The process reads one JSON line for each page from its standard input and writes one with what was asked for to its
standard output: the text and where its passages stand one way, offsets and types the other. It runs at the lowest
priority and ends when its input does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from reader.i18n import _
from reader.model import Entity, EntityType, Passage, Span

if TYPE_CHECKING:
    from reader.annotate.reading import Reading

_NICENESS = 19
_CODE = """
import sys
usual = sys.path[:]
sys.path[:] = [sys.argv[1]]
import reader
sys.path[:] = [*usual, sys.argv[1]]
from reader.annotate.worker import serve
serve()
"""
"""This very package, even where another is installed. The folder it lies in comes last for everything else, and the one
the program was started in not at all."""


class WorkerError(Exception):
    """The process is gone, or has failed on the page, of which `report` tells its makers."""

    def __init__(self, said: str, report: str = "") -> None:
        super().__init__(said)
        self.report = report


class NameWorker:
    """A process that finds names, started when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def names_in(self, reading: Reading) -> tuple[Entity, ...]:
        """The names of a page, sure and unsure; waits for them.

        Raises `WorkerError`; the next page is tried with a new process.
        """
        return tuple(
            Entity(start, end, reading.text[start:end], EntityType(kind), sure)
            for start, end, kind, sure in self._ask("names", reading)
        )

    def words_in(self, reading: Reading) -> tuple[int, ...]:
        """Where the words of a page begin, as `pagewords.words_in`; waits for them, and raises as `names_in` does."""
        return tuple(self._ask("words", reading))

    def _ask(self, wanted: str, reading: Reading) -> list[Any]:
        try:
            process = self._started()
            assert process.stdin is not None  # noqa: S101 - it is a pipe
            assert process.stdout is not None  # noqa: S101 - so is this
            process.stdin.write(json.dumps({"wanted": wanted, **_plain(reading)}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                raise EOFError(_("the process that finds names came to an end"))
            answer = json.loads(line)
        except (OSError, ValueError, EOFError) as error:
            self.close()
            raise WorkerError(str(error)) from error
        if not isinstance(answer, list):
            raise WorkerError(*map(str, answer["failed"]))
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError, subprocess.TimeoutExpired):
                process.wait(1)

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            package = Path(__file__).resolve().parents[2]
            self._process = subprocess.Popen(  # noqa: S603 - this very interpreter and a constant
                [sys.executable, "-P", "-c", _CODE, str(package)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8:surrogatepass"},
                encoding="utf-8",
                # Ctrl+C in the terminal is for the program, not for those who work for it.
                start_new_session=True,
            )
        return self._process


def serve() -> None:
    """In the process: answer line by line until the input ends."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    from reader.annotate.pagenames import names_in
    from reader.annotate.pagewords import words_in
    from reader.report import described, report_of

    lines: SimpleQueue[str] = SimpleQueue()
    Thread(target=_hear, args=(lines,), daemon=True).start()
    while True:
        line = lines.get()
        try:
            asked = json.loads(line)
            reading = _reading(asked)
            if asked["wanted"] == "words":
                answer: object = words_in(reading)
            else:
                answer = [(one.start, one.end, one.type, one.sure) for one in names_in(reading)]
        except Exception as error:  # One page must not end the others; the asker is told.
            answer = {"failed": (described(error), report_of(error))}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _hear(lines: SimpleQueue[str]) -> None:
    """In a thread, so that the process ends at once with who asks, however long a page takes."""
    try:
        for line in sys.stdin:
            lines.put(line)
    finally:
        os._exit(0)


def _plain(reading: Reading) -> dict[str, object]:
    return {
        "text": reading.text,
        "passages": [(one.text, one.spans, one.joiner) for one in reading.passages],
        "columns": [
            (header, [(one.text, one.spans, one.joiner) for one in cells]) for header, cells in reading.columns
        ],
    }


def _reading(plain: dict[str, Any]) -> Reading:
    from reader.annotate.reading import Reading

    return Reading(
        str(plain["text"]),
        tuple(_passage(one) for one in plain["passages"]),
        tuple((str(header), tuple(map(_passage, cells))) for header, cells in plain["columns"]),
    )


def _passage(plain: tuple[str, list[tuple[int, int]], str]) -> Passage:
    text, spans, joiner = plain
    return Passage(text, tuple(Span(start, end) for start, end in spans), joiner)
