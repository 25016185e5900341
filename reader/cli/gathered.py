"""An archive for a command, with how far it is told on the terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from reader.archive.archive import Archive
from reader.archive.gathering import Step, gather
from reader.cli.output import report, say
from reader.i18n import _

_PATIENCE = 0.2
"""Seconds before anything is told."""


def gathered(paths: Sequence[str], *, figures: bool = False, names: bool = False) -> tuple[Archive, bool]:
    """The archive of some paths, and whether some source could not be opened; stderr has said which."""
    narration = _Narration()
    try:
        archive = gather(paths, figures=figures, names=names, tell=narration.tell if sys.stderr.isatty() else None)
    finally:
        narration.clear()
    for sentence in archive.said:
        say(sentence)
    return archive, report(archive.problems)


class _Narration:
    """One line on stderr that is written over again and again, and is gone at the end."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told = False

    def tell(self, step: Step, done: int, total: int) -> None:
        if time.monotonic() - self._begun < _PATIENCE:
            return
        template = {
            Step.PARSING: _("parsing pages: {done} of {total}"),
            Step.NAMING: _("finding names: {done} of {total} pages"),
        }[step]
        sys.stderr.write("\r\x1b[K" + template.format(done=done, total=total))
        sys.stderr.flush()
        self._told = True

    def clear(self) -> None:
        if self._told:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
