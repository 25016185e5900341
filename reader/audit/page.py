"""The audit of one page: every check over its tables, its prose and its dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.annotate.passages import article_passages
from reader.audit.averages import find_averages
from reader.audit.blame import findings
from reader.audit.changes import changes
from reader.audit.formula import formula
from reader.audit.grid import Grid
from reader.audit.headers import headers
from reader.audit.impossible import impossible
from reader.audit.lists import lists
from reader.audit.mentions import Told
from reader.audit.model import Finding, Severity
from reader.audit.parallel import parallel_shares
from reader.audit.parts import parts
from reader.audit.ranks import ranks
from reader.audit.rates import rates
from reader.audit.ratios import quotients
from reader.audit.relations import Relations
from reader.audit.sentences import sentences
from reader.audit.shares import shares
from reader.audit.sums import sums
from reader.audit.totals import totals
from reader.audit.weekdays import weekdays
from reader.audit.words import words
from reader.model import Article, Page, Passage


def audit(page: Page) -> tuple[Finding, ...]:
    """What on `page` disagrees with what follows from it, by offset; one finding for a figure.

    The same page gives the same findings. Linear in the length of the page and in the rows of its tables.
    """
    found: list[Finding] = []
    for article in page.articles:
        ties_said = any(word in block.text for block in article.blocks for word in words("rows", "ties"))
        grids = [Grid(table) for table in article.tables]
        for index, grid in enumerate(grids):
            found.extend(_table(page, article, index, grid, ties_said=ties_said))
        told = [Told(grid) for grid in grids]
        for passage in article_passages(article):
            found.extend(_prose(page, passage, article.id, told))
            found.extend(weekdays(page, passage, article.id))
    for passage in page.furniture:
        found.extend(weekdays(page, passage, None))
    return tuple(_one_each(found))


def _table(page: Page, article: Article, index: int, grid: Grid, *, ties_said: bool) -> Iterator[Finding]:
    relations = Relations()
    quotients(grid, relations)
    sums(grid, relations)
    totals(grid, relations)
    formula(grid, relations)
    ranks(grid, relations, ties_said=ties_said)
    yield from findings(grid, relations, article.id, index)
    yield from impossible(grid, article.id, index)
    yield from headers(page, article.id, index, grid.table)


def _prose(page: Page, passage: Passage, article: str, told: Sequence[Told]) -> Iterator[Finding]:
    listed = sentences(passage)
    around = [quantity for sentence in listed for quantity in sentence.quantities]
    yield from parallel_shares(page, article, listed, around)
    for before, sentence in zip([None, *listed], listed, strict=False):
        yield from shares(page, article, sentence, around)
        yield from changes(page, article, sentence)
        yield from parts(page, article, sentence, before.quantities if before else ())
        yield from lists(page, article, sentence)
        yield from find_averages(page, article, sentence)
        yield from rates(page, article, sentence)
        for table in told:
            yield from table.check(page, article, sentence)


def _one_each(found: list[Finding]) -> Iterator[Finding]:
    """Of two findings on one figure the certain one stays, or the first."""
    end = -1
    for one in sorted(found, key=lambda one: (one.span.start, one.severity is not Severity.CERTAIN, one.kind)):
        if one.span.start >= end:
            yield one
            end = one.span.end
