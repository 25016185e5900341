"""Archives of corpora that several tests read: packed once, opened by each anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.archive.archive import Archive
from reader.archive.memory import archive_of

if TYPE_CHECKING:
    from reader.archive.snapshot import Snapshot
    from reader.corpus import Corpus

_packed: dict[int, tuple[Corpus, Snapshot]] = {}
"""By `id`, which stays that of the corpus as long as it is kept here: comparing corpora would compare all pages."""


def shared_archive(corpus: Corpus) -> Archive:
    """As `archive_of`, for what fixtures of a session or module make."""
    if id(corpus) not in _packed:
        _packed[id(corpus)] = corpus, archive_of(corpus).snapshot
    archive = Archive(snapshot=_packed[id(corpus)][1])
    archive.problems = list(corpus.problems)
    archive.progress.listed = True
    return archive
