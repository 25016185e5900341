"""Which short names are which full ones, joined only where the corpus itself shows it.

A short name is joined to a full one when all of this holds:

1. Both are of one type, and a rule of `reader.search.shortforms` makes the short one of the full one.
2. In at least one article the full name is first mentioned before the short one, and the article names nothing else by
   then that the short one could mean: nothing else it is a form of, unless the one is a form of the other, and no
   organisation that begins with it (太原理工大学附属中学 before 太原理工). An article that names both says nothing.
3. In no article is the short one left to such another name: two full names before it, neither a form of the other, or
   only an organisation that begins with it.
4. Nothing anywhere in the corpus has the same short form, for all rules but the one that leaves out 大学, 公司 …: where
   太原市 and 太原县 are both named, 太原 is neither; where there are a 山西大学 and a 山东大学, 山大 is none.

So no name is joined for its looks, and none to two. All that is joined is joined to one name that is not joined itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import NamedTuple

from reader.model import EntityType
from reader.search.shortforms import Rule, short_forms

Name = tuple[str, EntityType]
_NONE: Mapping[str, Rule] = {}


class ArticleNames(NamedTuple):
    """The names of one article, in the order of their first mention."""

    article: int
    names: Sequence[Name]


class Join(NamedTuple):
    """What a short name is short for, and in how many articles that, or another name joined to it, stands before it."""

    full: Name
    articles: int


def joined_names(articles: Iterable[ArticleNames]) -> dict[Name, Join]:
    """The full name of each short one that the articles join; read once, in time that grows with the names read."""
    of_kind = [_Evidence(kind) for kind in EntityType]
    for article, names in articles:
        for evidence in of_kind:
            evidence.read(article, dict.fromkeys(text for text, kind in names if kind is evidence.kind))
    return {short: join for evidence in of_kind for short, join in evidence.joins()}


class _Evidence:
    """What the articles say of the names of one type."""

    def __init__(self, kind: EntityType) -> None:
        self.kind = kind
        self._forms: dict[str, Mapping[str, Rule]] = {}
        self._before: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        """For each short name and each that it is a form of the articles in which that stands before it."""
        self._contested: set[str] = set()

    def read(self, article: int, names: Iterable[str]) -> None:
        """The names of one article, each once."""
        fulls: defaultdict[str, set[str]] = defaultdict(set)
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            beginning: list[str] = []
            if self.kind is EntityType.ORGANISATION:
                same = alike[name[:2]]
                beginning = [other for other in same if other.startswith(name)]
                same.append(name)
            if name in fulls:
                self._weigh(name, fulls[name], beginning, article)
            elif beginning:
                self._contested.add(name)
            forms = self._forms.get(name)
            if forms is None:
                forms = self._forms[name] = short_forms(name, self.kind) or _NONE
            for form in forms:
                fulls[form].add(name)

    def _weigh(self, name: str, longer: Set[str], beginning: Iterable[str], article: int) -> None:
        tops = self._tops(longer)
        if len(tops) > 1:
            self._contested.add(name)
        elif all(other in longer or other in self._forms[tops[0]] for other in beginning):
            self._before[name][tops[0]].add(article)

    def _tops(self, names: Set[str]) -> list[str]:
        """Those of the names that are no form of another of them; two when there are more."""
        tops = (name for name in names if not any(name in self._forms[other] for other in names))
        return list(islice(tops, 2))

    def joins(self) -> Iterator[tuple[Name, Join]]:
        """Each short name with what it is joined to."""
        with_form: defaultdict[str, set[str]] = defaultdict(set)
        for name, forms in self._forms.items():
            for form in forms:
                if form in self._before:
                    with_form[form].add(name)
        full_of: dict[str, str] = {}
        # A name is joined before all that are shorter ask what it is joined to.
        for name in sorted(self._before.keys() - self._contested, key=lambda name: (-len(name), name)):
            articles = self._before[name]
            found = {full_of.get(full, full) for full in articles}
            exclusive = any(self._forms[full][name].exclusive for full in articles)
            if len(found) == 1 and not (exclusive and len(self._tops(with_form[name])) > 1):
                full_of[name] = found.pop()
                join = Join((full_of[name], self.kind), len(set().union(*articles.values())))
                yield (name, self.kind), join
