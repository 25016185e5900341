"""The archive as the reader's process has it: what is parsed so far, and the process that parses on."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from reader.archive.cachefolder import collection_folder
from reader.archive.holdings import Holdings, read_order
from reader.archive.sections import DamagedError, Sections
from reader.archive.segment import Segment
from reader.archive.snapshot import Place, Snapshot

if TYPE_CHECKING:
    import subprocess

    from reader.archive.figures import FiguresSegment
    from reader.archive.frames import Message
    from reader.archive.names import NamesSegment
    from reader.model import Page
    from reader.source.problems import Problem

_KEPT = 48
"""Parsed pages that are kept in memory: those looked at last."""


class Progress:
    """How far the archive is."""

    def __init__(self, count: int) -> None:
        self.count = count
        """Pages there are."""
        self.waiting = 0
        """Pages that are not parsed yet."""
        self.unnamed = 0
        """Pages whose names have not been looked for yet."""
        self.stopped = False
        self.listed = False
        """The files have been gone through; before that, nobody knows how many there are."""
        self.settled = False
        """All that can be parsed is, and `look` finds it; never before the cache was looked through for damage."""
        self.figured = False
        """`settled`, and all figures that can be found are."""
        self.named = False
        """`settled`, and all names that can be found are."""
        self.ended = False
        """The process is gone, and nothing more will come."""


class _Heard:
    """What has come from the process since the last look."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.gone: set[str] = set()
        """Pages whose files are not there any more, or cannot be read, after the last of `segments`."""
        self.waiting: list[tuple[int, list[str]]] | None = None
        self.news = False


class Archive:
    """`snapshot` holds still until `look` is called; `start` begins to bring it up to date.

    `page` is for any thread; `look` may be called in another than the rest, but in one at a time.
    """

    def __init__(self, paths: Sequence[str] = (), snapshot: Snapshot | None = None) -> None:
        self.paths = list(paths)
        self.snapshot = snapshot or Snapshot()
        self.figures: list[FiguresSegment] = []
        self.names: list[NamesSegment] = []
        self.problems: list[Problem] = []
        self.failures: list[Problem] = []
        """What this program failed on of pages that are there."""
        self.said: list[str] = []
        """What the process does without: sentences for the reader."""
        self.progress = Progress(self.snapshot.pages)
        self.hushed = 0.0
        """When `hush` was called last, by `time.monotonic`."""
        self._holdings: Holdings | None = None
        self._waiting: list[tuple[int, list[str]]] = []
        self._pages: OrderedDict[str, tuple[Segment, Page]] = OrderedDict()
        self._heard = _Heard()
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._notify: Callable[[], None] | None = None
        self._lost = False

    @classmethod
    def cached(cls, paths: Sequence[str]) -> Archive:
        """The archive of some paths as it was when it was last read; empty at the first time."""
        return cls(paths, read_order(collection_folder(paths), paths))

    # Reading.

    def page(self, source: str) -> Page | None:
        """A page of the snapshot by its path; None for one that is not parsed, or whose cache is damaged."""
        number = self.snapshot.page_numbers.get(source)
        if number is None:
            return None
        place = Place(*self.snapshot.page_at(number))
        with self._lock:
            kept = self._pages.get(source)
        if kept is None or kept[0] is not place.segment:
            try:
                kept = (place.segment, place.segment.parsed(place.page))
            except DamagedError:
                return None
        with self._lock:
            self._pages[source] = kept
            self._pages.move_to_end(source)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return kept[1]

    @property
    def _held(self) -> Holdings:
        if self._holdings is None:
            self._holdings = Holdings.of(self.snapshot)
        return self._holdings

    # Keeping up to date.

    def start(self, lang: str | None = None, *, names: bool = True) -> None:
        """Start the process that lists, parses, finds figures and names, and watches. It ends when this one does."""
        from reader.archive.workers import start_process

        if self._process is None:
            self._process = start_process("reader.archive.keeper", lang or "", "names" * names, *self.paths)
            Thread(target=self._listen, args=(self._process,), name="archive", daemon=True).start()

    def notify(self, news: Callable[[], None] | None) -> None:
        """`news` is called in another thread when `look` would find something."""
        with self._lock:
            self._notify = news
            waiting = self._heard.news
        if waiting and news is not None:
            news()

    def look(self) -> bool:
        """Take up what has come; whether the snapshot is another now."""
        with self._lock:
            heard, self._heard = self._heard, _Heard()
        if not (heard.segments or heard.gone or heard.waiting is not None):
            return False
        held = self._held
        for segment in heard.segments:
            held.add(segment)
        held.drop(heard.gone)
        if heard.waiting is not None:
            self._waiting = heard.waiting
        done = heard.gone.union(*(segment.paths for segment in heard.segments))
        if done:
            left = ((day, [path for path in lot if path not in done]) for day, lot in self._waiting)
            self._waiting = [(day, lot) for day, lot in left if lot]
        self.snapshot = held.snapshot(self._waiting)
        return True

    def want(self, sources: Iterable[str]) -> None:
        """Have these pages parsed before the others."""
        self._tell({"first": list(sources)})

    def stop(self) -> None:
        """Parse nothing more than what is asked for."""
        self.progress.stopped = True
        self._tell({"stop": True})

    def go_on(self) -> None:
        self.progress.stopped = False
        self._tell({"go": True})

    def hush(self) -> None:
        """Have the processes hold still for a moment, because a key was pressed."""
        self.hushed = time.monotonic()
        if self.progress.waiting or self.progress.unnamed:
            self._tell({"hush": True})

    def failed(self, path: str, error: Exception) -> None:
        """Note that the program failed on a page that is there; for any thread."""
        from reader.source.problems import own_fault

        self.note(own_fault(path, error, opened=True))

    def note(self, problem: Problem) -> None:
        """Note what is amiss with a page that is there; for any thread."""
        with self._lock:
            if any((one.path, one.reason) == (problem.path, problem.reason) for one in self.failures):
                return
            self.failures = [*self.failures, problem]
            news = self._notify
        if news is not None:
            news()

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _tell(self, message: Message) -> None:
        if self._process is not None and self._process.stdin is not None:
            from reader.archive.frames import send

            with suppress(OSError):
                send(self._process.stdin, message)

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        from reader.archive.frames import receive

        assert process.stdout is not None  # noqa: S101 - it is a pipe
        with suppress(OSError, ValueError):
            while (received := receive(process.stdout)) is not None:
                self._take(*received)
        self.progress.ended = True
        with self._lock:
            news = self._notify
        if news is not None:
            news()

    def _take(self, message: Message, payload: bytes) -> None:
        kind, segments = message["kind"], []
        if kind == "held" or (kind == "settled" and self._lost):
            known = {str(run.segment.path) for run in self.snapshot.runs}
            segments = [file for file in message["files"] if file not in known]
            opened = [one for file in segments if (one := _opened(Segment, file, b"")) is not None]
            self._lost = False
        elif kind == "pages":
            opened = [one] if (one := _opened(Segment, message["file"], payload)) else []
            # It may have been put together with others before it was opened here.
            self._lost = self._lost or not opened
        else:
            opened = []
        with self._lock:
            self._heard.segments += opened
            self._heard.gone.difference_update(*(segment.paths for segment in opened))
            self._note(kind, message, payload)
            self._heard.news = True
            news = self._notify
        if news is not None:
            news()

    def _note(self, kind: str, message: Message, payload: bytes) -> None:
        # Imported here because the first screen can do without.
        from reader.archive.figures import FiguresSegment
        from reader.archive.names import NamesSegment
        from reader.source.problems import Problem

        if kind == "listed":
            self._heard.waiting = [(day, lot) for day, lot in message["waiting"]]
            self._heard.gone.update(message["gone"])
            self.progress.count, self.progress.listed = message["count"], True
            if message["waiting"] or message["gone"]:
                self.progress.settled = self.progress.figured = self.progress.named = False
            self.problems = []
        elif kind == "names":
            names = _opened(NamesSegment, message["file"], payload)
            self.names = self.names if names is None else [*self.names, names]
        elif kind == "figures":
            figures = _opened(FiguresSegment, message["file"], payload)
            self.figures = self.figures if figures is None else [*self.figures, figures]
        elif kind == "settled":
            self.progress.settled = True
        elif kind == "marked":
            self.progress.figured = True
            self.progress.named = self.progress.named or message["what"] == "names"
        elif kind == "problem":
            problem = Problem(*message["problem"])
            self.problems = [*self.problems, problem]
            if not problem.opened:
                self._heard.gone.add(problem.path)
        elif kind == "progress":
            self.progress.waiting, self.progress.unnamed = message["waiting"], message["unnamed"]
        elif kind == "said":
            self.said = [*self.said, message["text"]]


def _opened(kind: Any, file: str | None, payload: bytes) -> Any:
    """A segment out of a file or of bytes; None when it has gone meanwhile, or is damaged."""
    with suppress(OSError, DamagedError):
        return kind.open(Path(file)) if file else kind(Sections(payload))
    return None
