"""The articles a query wants, one after the other in the order of the archive: newest first.

Of each run of pages, only those are looked into that hold the pairs of characters of the rarest text asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby

from reader.archive.snapshot import Run, Snapshot
from reader.search.conditions import (
    NO_MARKS,
    Condition,
    Marks,
    article_condition,
    of_page,
    page_condition,
    text_sought,
)
from reader.search.query import Clause, Query
from reader.search.scan import articles_with, pages_with


def matching(snapshot: Snapshot, query: Query, marks: Marks = NO_MARKS) -> Iterator[int]:
    """The numbers of the articles, ascending; each is found when it is asked for. All of them for an empty query.

    Without `marks` nothing is named by anybody, and no figure is known.
    """
    about_pages = [clause for clause in query.clauses if all(map(of_page, clause.items))]
    others = [clause for clause in query.clauses if clause not in about_pages]
    for run, first in snapshot.article_starts():
        shift = first - run.first_article
        for part in _parts(run, about_pages):
            for article in _in_run(part, part.first_article + shift, others, marks):
                yield article + shift


def _parts(run: Run, clauses: Sequence[Clause]) -> Iterator[Run]:
    """What is left of a run when only some of its pages are wanted."""
    if not clauses:
        yield run
        return
    conditions = [(clause.excluded, [page_condition(item, run.segment) for item in clause.items]) for clause in clauses]
    for wanted, pages in groupby(range(run.first, run.last), lambda page: _holds(conditions, page)):
        if wanted:
            lot = list(pages)
            yield Run(run.segment, lot[0], lot[-1] + 1)


def _in_run(run: Run, first: int, clauses: Sequence[Clause], marks: Marks) -> Iterator[int]:
    leading = _rarest(run, clauses)
    # A text in the headline stands in the article, but not every one that stands in the article does so there.
    exact = leading is not None and all(text_sought(item) and not hasattr(item, "kind") for item in leading.items)
    rest = [clause for clause in clauses if not (exact and clause is leading)]
    conditions = [
        (clause.excluded, [article_condition(item, run, first, marks) for item in clause.items]) for clause in rest
    ]
    for article in _candidates(run, leading):
        if _holds(conditions, article):
            yield article


def _rarest(run: Run, clauses: Sequence[Clause]) -> Clause | None:
    """The clause of texts that fewest pages may hold; None where there is none."""
    counted = [
        (sum(len(pages_with(run, text)) for text in texts if text), at)
        for at, clause in enumerate(clauses)
        if not clause.excluded and None not in (texts := [text_sought(item) for item in clause.items])
    ]
    return clauses[min(counted)[1]] if counted else None


def _candidates(run: Run, leading: Clause | None) -> Iterator[int]:
    if leading is None:
        yield from range(run.first_article, run.first_article + run.articles)
        return
    texts = [text for item in leading.items if (text := text_sought(item)) is not None]
    if len(texts) == 1:
        yield from articles_with(run, texts[0])
        return
    for article, _same in groupby(merge(*(articles_with(run, text) for text in texts))):
        yield article


def _holds(conditions: Sequence[tuple[bool, Sequence[Condition]]], at: int) -> bool:
    return all(any(condition(at) for condition in choice) is not excluded for excluded, choice in conditions)
