"""All pages of some paths at once, for who cannot begin before the last of them is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from threading import Event

from reader.archive.archive import Archive, Progress
from reader.i18n import language
from reader.model import Entity, Page
from reader.source.find import STDIN

_TELL_EVERY = 0.1
"""Seconds."""


class Step(StrEnum):
    PARSING = "parsing"
    NAMING = "naming"


Tell = Callable[[Step, int, int], None]
"""Takes a step and how many pages of how many are done."""


def gather(
    paths: Sequence[str] = (), *, figures: bool = False, names: bool = False, tell: Tell | None = None
) -> Archive:
    """The archive of files, folders and globs, every page parsed, and every figure and name found if they are wanted;
    without paths, of the seed pages. What the cache holds is not parsed again, and what is parsed is left there.

    Standard input is kept out of the cache. Where the process that keeps the cache ends early, this one parses.
    `archive.problems` has what was wrong with sources, also with those that lie in the cache.
    """
    from reader.resources import seeds

    wanted = list(paths) or [str(path) for path in seeds()]
    said: list[str] = []
    if STDIN not in wanted:
        archive = Archive.cached(wanted)
        if _wait(archive, figures=figures, names=names, tell=tell):
            return archive
        said = archive.said
    archive = _in_this_process(wanted, figures=figures, names=names, tell=tell)
    archive.said = said
    return archive


def _wait(archive: Archive, *, figures: bool, names: bool, tell: Tell | None) -> bool:
    """Whether all has come."""
    news = Event()
    archive.notify(news.set)
    progress = archive.progress
    try:
        archive.start(language(), names=names)
        while not (progress.named if names else progress.figured if figures else progress.settled):
            if progress.ended:
                return False
            if tell is not None:
                _tell(tell, archive.progress, names=names)
            news.wait(_TELL_EVERY)
            news.clear()
    except OSError:
        # The system starts no further process.
        return False
    finally:
        archive.close()
        archive.notify(None)
    archive.look()
    return True


def _tell(tell: Tell, progress: Progress, *, names: bool) -> None:
    if progress.settled and names:
        tell(Step.NAMING, progress.count - progress.unnamed, progress.count)
    elif progress.listed:
        tell(Step.PARSING, progress.count - progress.waiting, progress.count)


def _in_this_process(paths: Sequence[str], *, figures: bool, names: bool, tell: Tell | None) -> Archive:
    from reader.archive.memory import archive_of
    from reader.corpus import open_corpus

    corpus = open_corpus(paths)
    if not names:
        return archive_of(corpus, figures=figures)
    from reader.annotate.page import annotate_names

    count, done = len(list(corpus.pages)), 0

    def find_names(page: Page) -> Sequence[Entity]:
        nonlocal done
        if tell is not None:
            tell(Step.NAMING, done, count)
        done += 1
        return annotate_names(page)

    return archive_of(corpus, figures=figures, find_names=find_names)
