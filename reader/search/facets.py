"""What was found, counted by year, newspaper, kind and by whom and what it names: to see it whole, and to narrow it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.archive.columns import KINDS
from reader.archive.snapshot import Snapshot
from reader.model import ArticleKind, EntityType
from reader.search.years import by_year

if TYPE_CHECKING:
    from reader.search.nameindex import NameIndex


@dataclass(frozen=True, slots=True)
class Facets:
    """Articles counted. `years` has every year from the first to the last, oldest first; `undated` stand in none.

    Of the others the most frequent stands first; `names` are counted for each type.
    """

    years: tuple[tuple[int, int], ...]
    undated: int
    papers: tuple[tuple[str | None, int], ...]
    kinds: tuple[tuple[ArticleKind, int], ...]
    names: dict[EntityType, tuple[tuple[str, int], ...]]


def count(snapshot: Snapshot, articles: Iterable[int], names: NameIndex | None = None, most: int = 20) -> Facets:
    """The facets of articles; the `most` frequent names of each type."""
    wanted = sorted(articles)
    days: Counter[int] = Counter()
    papers: Counter[str | None] = Counter()
    kinds: Counter[int] = Counter()
    at = 0
    for run, first in snapshot.article_starts():
        end = bisect_left(wanted, first + run.articles, lo=at)
        segment, shift = run.segment, first - run.first_article
        local = [article - shift for article in wanted[at:end]]
        kinds.update(map(segment.kind_column.__getitem__, local))
        pages = Counter(_pages(segment.first_article, run.first, local))
        for page, number in pages.items():
            days[segment.days[page]] += number
            papers[segment.newspaper(page)] += number
        at = end
    years, undated = by_year(days)
    return Facets(
        years,
        undated,
        tuple(papers.most_common()),
        tuple((KINDS[kind], number) for kind, number in kinds.most_common()),
        _names(names, wanted, most) if names else {},
    )


def _pages(first_article: Sequence[int], page: int, articles: Iterable[int]) -> Iterable[int]:
    """The page of each of ascending articles."""
    for article in articles:
        while first_article[page + 1] <= article:
            page += 1
        yield page


def _names(index: NameIndex, articles: Sequence[int], most: int) -> dict[EntityType, tuple[tuple[str, int], ...]]:
    wanted = set(articles)
    # A name counts once an article, however often it stands there.
    pairs = {(name, article) for name, article in zip(index.name, index.article, strict=True) if article in wanted}
    counted: dict[EntityType, Counter[str]] = {type_: Counter() for type_ in EntityType}
    for number, many in Counter(name for name, _article in pairs).items():
        name = index.names[number]
        counted[name.type][name.text] = many
    return {type_: tuple(counter.most_common(most)) for type_, counter in counted.items()}
