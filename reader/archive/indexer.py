"""The process that keeps an archive up to date: it compares files with what the cache holds, has workers parse what is
missing, notices changes, and tells the reader's process what there is. It writes to the cache, which that only reads.

    reader → here   {"first": [path]}        parse these before the others
                    {"stop": true}           parse nothing more that is not asked for
                    {"go": true}             go on
                    {"hush": true}           the reader has pressed a key: leave the machine to it for a moment
    here → reader   {"kind": "held", "files": [segment]}    what the cache holds, at the start
                    {"kind": "listed", "waiting": [[day, [path]]], "gone": [path], "count": pages in all}
                    {"kind": "pages" | "figures" | "names", "file": segment | null}   or the segment itself behind it
                    {"kind": "problem", "problem": [path, reason, opened]}
                    {"kind": "progress", "waiting": pages, "unnamed": pages}
                    {"kind": "settled", "files": [segment]}    all that can be parsed is, and lies in these
                    {"kind": "marked", "what": "figures" | "names"}    all that can be found are
                    {"kind": "said", "text": sentence}      what it does without
"""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from reader.archive.figures import FiguresSegment
from reader.archive.frames import Message, receive, send
from reader.archive.holdings import Holdings
from reader.archive.listing import compare, in_lots
from reader.archive.merging import merged
from reader.archive.names import NamesSegment
from reader.archive.sections import DamagedError, Sections
from reader.archive.segment import Segment
from reader.archive.store import Store
from reader.archive.tasks import Asked, pages_of
from reader.archive.workers import Worker
from reader.i18n import _
from reader.source import Problem, find
from reader.source.find import Found

_AT_ONCE = 200_000
"""Bytes of pages that are parsed by this process, before workers are ready."""
_LOT = 24
"""Pages a worker is asked for at a time: a fraction of a second."""
_NAMES_LOT = 8
_GRACE = 0.3
"""Seconds to come to an end by itself."""
_NOTED_EVERY = 5.0
"""Seconds after which what is in use is written down."""


class Indexer:
    """One collection; `found` is what `find` has found just now, if it has been asked."""

    def __init__(self, paths: Sequence[str], lang: str, *, names: bool = True, found: Found | None = None) -> None:
        self._paths, self._lang = list(paths), lang
        self._events: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        self._out = sys.stdout.buffer
        self._store = Store(paths)
        self._holdings = Holdings()
        self._wanted: deque[str] = deque()
        self._alone: set[str] = set()
        """Pages that were asked for beside one that ended a worker: each is asked for by itself."""
        self._marks = [_Marks("figures", FiguresSegment)] + [_Marks("names", NamesSegment)] * names
        self._stopped = False
        self._workers: list[Worker] = []
        self._marker: Worker | None = None
        self._settled = False
        self._found: Found | None = None
        self._found_first = found
        self._list_again = False
        self._noted = time.monotonic()

    # Telling.

    def _tell(self, kind: str, payload: bytes = b"", **more: Any) -> None:
        send(self._out, {"kind": kind, **more}, payload)

    def _tell_progress(self) -> None:
        marker = self._marker
        asked = len(marker.asked) if marker is not None and marker.wanted == "names" else 0
        unnamed = sum(len(marks.wanted) for marks in self._marks if marks.kind == "names") + asked
        self._tell("progress", waiting=len(self._wanted) + self._asked_for, unnamed=unnamed)

    @property
    def _asked_for(self) -> int:
        return sum(len(worker.asked) for worker in self._workers)

    # The run.

    def run(self) -> None:
        """Until the reader's process is gone."""
        Thread(target=self._listen, daemon=True).start()
        for sentence in self._store.open():
            self._tell("said", text=sentence)
        self._holdings = self._store.holdings()
        self._tell("held", files=[str(segment.path) for segment in self._holdings.segments()])
        self._list()
        for sentence in self._store.verify(self._holdings):
            self._tell("said", text=sentence)
            self._list()
        self._watch()
        while True:
            self._work()
            event, value = self._events.get()
            if event == "end":
                return
            self._take(event, value)

    def _listen(self) -> None:
        with suppress(OSError, ValueError):
            while (received := receive(sys.stdin.buffer)) is not None:
                if "hush" in received[0]:
                    # At once, whatever this process is at.
                    self._hush()
                else:
                    self._events.put(("told", received[0]))
        self._events.put(("end", None))
        # It may be in the middle of a page that takes long.
        time.sleep(_GRACE)
        os._exit(0)

    def _hush(self) -> None:
        for worker in [*self._workers, *([self._marker] if self._marker is not None else ())]:
            worker.hold_still()

    def _watch(self) -> None:
        from reader.archive.watching import watches

        def wait(changes: Iterator[None]) -> None:
            for _change in changes:
                self._events.put(("changed", None))

        for changes in watches(self._paths):
            Thread(target=wait, args=(changes,), daemon=True).start()

    def _take(self, event: str, value: Any) -> None:
        if event == "told":
            self._obey(value)
        elif event == "changed":
            self._list()
        elif event == "answer":
            self._take_answer(*value)

    def _obey(self, message: Message) -> None:
        if "first" in message:
            wanted = set(self._wanted)
            first = dict.fromkeys(path for path in message["first"] if path in wanted)
            others = (path for path in self._wanted if path not in first)
            self._wanted = deque([*first, *others])
            self._parse_here(len(first))
        self._stopped = (self._stopped or "stop" in message) and "go" not in message

    def _list(self) -> None:
        """Compare what there is with what is held, and tell the difference."""
        found, self._found_first = self._found_first or find(self._paths), None
        listed = compare(found.files, self._holdings)
        before, self._found = self._found, found
        if found == before and not listed.wanted and not listed.gone:
            return
        asked = {path for worker in self._workers for path in worker.asked}
        # These may have been read before they changed.
        self._list_again = bool(asked)
        self._wanted = deque(path for path in listed.wanted if path not in asked)
        self._holdings.drop(listed.gone)
        self._settled = self._settled and not (listed.wanted or listed.gone)
        self._tell("listed", waiting=in_lots(listed.wanted), gone=listed.gone, count=len(found.files))
        notes = (Problem(path, note, opened=True) for path, note in self._holdings.notes())
        for problem in (*found.problems, *notes):
            self._tell("problem", problem=problem)
        self._tell_progress()
        self._parse_here(0 if self._stopped else self._few())

    def _few(self) -> int:
        """How many pages from the first on can be parsed before a worker would be ready."""
        size = 0
        for count, path in enumerate(self._wanted):
            with suppress(OSError):
                size += os.stat(path).st_size  # noqa: PTH116
            if size > _AT_ONCE:
                return count
        return len(self._wanted)

    def _parse_here(self, count: int) -> None:
        paths = [self._wanted.popleft() for _number in range(min(count, len(self._wanted)))]
        if paths:
            data, problems = pages_of([Asked(path) for path in paths])
            file, fault, payload = self._store.put("pages", data) if data else (None, "", b"")
            self._give_up(fault)
            self._take_segment("pages", file, payload, problems)

    def _work(self) -> None:
        """Give every worker that has nothing to do something, pages before names."""
        if self._wanted and not self._stopped:
            wished = max(1, min(os.cpu_count() or 1, 4))
            if len(self._wanted) > _LOT:
                while len(self._workers) < wished:
                    self._workers.append(self._new_worker())
            elif not self._workers:
                self._workers.append(self._new_worker())
            for worker in self._workers:
                if not worker.asked and self._wanted:
                    lot = (
                        1 if self._wanted[0] in self._alone else min(_LOT, -(-len(self._wanted) // len(self._workers)))
                    )
                    worker.ask("pages", [Asked(self._wanted.popleft()) for _number in range(lot)])
        if not self._wanted and not self._asked_for:
            self._settle()
            self._find_marks()

    def _settle(self) -> None:
        """All is parsed: put it in order for the next start."""
        if self._settled:
            return
        self._settled = True
        for worker in self._workers:
            worker.close()
        self._workers = []
        self._holdings = self._store.settle(self._holdings, merged)
        digests = {segment.digest(page): path for path, (segment, page) in self._holdings.items()}
        for marks in self._marks:
            for kept in self._store.marked(marks.kind, marks.opened, digests):
                # What was found since the start has been told, and so have small files that are one now.
                if not marks.found.issuperset(kept.digests):
                    marks.found.update(kept.digests)
                    self._tell(marks.kind, file=str(kept.path))
            marks.wanted = deque(path for digest, path in digests.items() if digest not in marks.found)
            marks.told = False
        self._tell_progress()
        self._tell("settled", files=[str(one.path) for one in self._holdings.segments() if one.path is not None])

    def _find_marks(self) -> None:
        """Figures of all pages, then names of all pages; both may take long, and neither is waited for."""
        if self._stopped or (self._marker is not None and self._marker.asked):
            return
        for marks in self._marks:
            if marks.wanted:
                if self._marker is None:
                    self._marker = self._new_worker()
                lot = _NAMES_LOT if marks.kind == "names" else _LOT
                paths = [marks.wanted.popleft() for _number in range(min(lot, len(marks.wanted)))]
                self._marker.ask(marks.kind, [self._asked(path) for path in paths])
                return
            if not marks.told:
                marks.told = True
                self._tell("marked", what=marks.kind)

    def _asked(self, path: str) -> Asked:
        place = self._holdings.place(path)
        if place is None or place.segment.path is None:
            return Asked(path)
        return Asked(path, str(place.segment.path), place.page)

    def _new_worker(self) -> Worker:
        into = str(self._store.folder) if self._store.writable else ""
        return Worker(lambda worker, answer: self._events.put(("answer", (worker, answer))), into, self._lang)

    def _take_answer(self, worker: Worker, answer: tuple[Message, bytes] | None) -> None:
        asked, worker.asked = worker.asked, []
        if answer is None:
            self._bury(worker, asked)
            return
        message, payload = answer
        kind = worker.wanted
        self._give_up(message["fault"])
        problems = [Problem(*problem) for problem in message["problems"]]
        self._take_segment(kind, message["file"], payload, problems)
        if self._list_again and not self._asked_for:
            self._list_again = False
            self._list()

    def _give_up(self, fault: str) -> None:
        """Write no more, because of what the system said, if it said anything."""
        for sentence in self._store.give_up(fault) if fault else ():
            self._tell("said", text=sentence)

    def _bury(self, worker: Worker, asked: Sequence[str]) -> None:
        """A process has ended by itself: of several pages each is tried alone, and one that is alone is given up."""
        with suppress(OSError):
            worker.close()
        if worker is self._marker:
            # The pages it was at stay unmarked until the next start.
            self._marker = None
            return
        if worker in self._workers:
            self._workers.remove(worker)
            if len(asked) > 1:
                lone = self._new_worker()
                lone.ask("pages", [Asked(asked[0])])
                self._workers.append(lone)
                self._alone.update(asked[1:])
                self._wanted.extendleft(reversed(asked[1:]))
            elif asked:
                self._tell("problem", problem=Problem(asked[0], _("the process that parsed it came to an end")))

    def _note_order(self) -> None:
        """Now and then, so that little is lost when everything ends at once."""
        if time.monotonic() - self._noted > _NOTED_EVERY:
            self._store.note(self._holdings)
            self._noted = time.monotonic()

    def _take_segment(self, kind: str, file: str | None, payload: bytes, problems: Iterable[Problem]) -> None:
        with suppress(OSError, DamagedError):
            if kind == "pages" and (file or payload):
                self._holdings.add(Segment.open(Path(file)) if file else Segment(Sections(payload)))
        self._note_marks(kind, file, payload)
        if file or payload:
            self._tell(kind, payload, file=file)
        for problem in problems:
            self._tell("problem", problem=problem)
            if not problem.opened:
                # It was a page before, perhaps.
                self._holdings.drop([problem.path])
        self._tell_progress()
        self._note_order()

    def _note_marks(self, kind: str, file: str | None, payload: bytes) -> None:
        for marks in self._marks:
            if marks.kind == kind and (file or payload):
                with suppress(OSError, DamagedError):
                    opened = marks.opened.open(Path(file)) if file else marks.opened(Sections(payload))
                    marks.found.update(opened.digests)


class _Marks:
    """What is found on pages after they are parsed: `wanted` are pages it is still to be found on."""

    def __init__(self, kind: str, opened: type[FiguresSegment | NamesSegment]) -> None:
        self.kind, self.opened = kind, opened
        self.wanted: deque[str] = deque()
        self.found: set[bytes] = set()
        self.told = False
