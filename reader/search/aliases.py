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
    evidence = _Evidence()
    for article in articles:
        evidence.read(article)
    return evidence.joins()


class _Evidence:
    def __init__(self) -> None:
        self._forms: dict[Name, Mapping[str, Rule]] = {}
        self._before: defaultdict[Name, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        """For each short name the articles in which a name stands before it that it is a form of."""
        self._contested: set[Name] = set()

    def read(self, article: ArticleNames) -> None:
        fulls: dict[Name, list[str]] = {}
        organisations: dict[str, list[str]] = {}
        for name in dict.fromkeys(article.names):
            text, kind = name
            beginning: list[str] = []
            if kind is EntityType.ORGANISATION:
                alike = organisations.setdefault(text[:2], [])
                beginning = [other for other in alike if other.startswith(text)]
                alike.append(text)
            longer = fulls.get(name)
            if longer:
                self._weigh(name, set(longer), set(beginning).difference(longer), article.article)
            elif beginning:
                self._contested.add(name)
            forms = self._forms.get(name)
            if forms is None:
                forms = self._forms[name] = short_forms(text, kind) or _NONE
            for form in forms:
                fulls.setdefault((form, kind), []).append(text)

    def _weigh(self, name: Name, longer: Set[str], beginning: Set[str], article: int) -> None:
        tops = list(self._tops(longer, name[1]))
        if len(tops) > 1:
            self._contested.add(name)
        elif not beginning - self._forms[tops[0], name[1]].keys():
            self._before[name][tops[0]].add(article)

    def _tops(self, names: Set[str], kind: EntityType) -> Iterator[str]:
        """Those of the names that are no form of another of them."""
        for text in names:
            if not any(text in self._forms[other, kind] for other in names):
                yield text

    def joins(self) -> dict[Name, Join]:
        with_form: defaultdict[Name, set[str]] = defaultdict(set)
        for (text, kind), forms in self._forms.items():
            for form in forms:
                if (form, kind) in self._before:
                    with_form[form, kind].add(text)
        joins: dict[Name, Join] = {}
        # A name is joined before all that are shorter ask what it is joined to.
        for name in sorted(self._before.keys() - self._contested, key=lambda name: (-len(name[0]), name)):
            fulls, kind = self._before[name], name[1]
            found = {joins[full, kind].full if (full, kind) in joins else (full, kind) for full in fulls}
            exclusive = any(self._forms[full, kind][name[0]].exclusive for full in fulls)
            if len(found) == 1 and not (exclusive and len(list(self._tops(with_form[name], kind))) > 1):
                joins[name] = Join(found.pop(), len(set().union(*fulls.values())))
        return joins
