"""The corpus: all pages that were opened, as issues, in memory and immutable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import Article, Certainty, Issue, IssueDate, Page

if TYPE_CHECKING:
    # The app gets its corpus ready-made from another process and must not wait for the parser to be imported.
    from reader.source import Problem


class UnknownArticleError(LookupError):
    """No article, or more than one, answers to an id. `candidates` are the ids that came near."""

    def __init__(self, wanted: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.candidates = tuple(candidates)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Issues, newest first, undated last; `problems` are what was wrong with sources, opened or not."""

    issues: tuple[Issue, ...] = ()
    problems: tuple[Problem, ...] = ()
    _home: dict[int, Page] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._home.update((id(article), page) for page in self.pages for article in page.articles)

    @property
    def pages(self) -> Iterator[Page]:
        for issue in self.issues:
            yield from issue.pages

    @property
    def articles(self) -> Iterator[Article]:
        for page in self.pages:
            yield from page.articles

    def page_of(self, article: Article) -> Page:
        """The page an article of this corpus stands on. Raises `KeyError` for any other."""
        return self._home[id(article)]

    def find(self, wanted: str) -> Article:
        """The article with this id; `000.3` will do for `000_c1eb198419bf6035.3` where no other begins so.

        Raises `UnknownArticleError`.
        """
        stem, _, number = wanted.rpartition(".")
        exact = [article for article in self.articles if article.id == wanted]
        found = exact or [
            article
            for article in self.articles
            if article.id.rpartition(".")[2] == number and article.id.startswith(stem)
        ]
        if len(found) != 1:
            raise UnknownArticleError(wanted, [article.id for article in found])
        return found[0]


def build(pages: Iterable[Page], problems: Iterable[Problem] = ()) -> Corpus:
    """Group pages into issues: the same newspaper (or none known) and the same day (or none known) are one issue."""
    groups: dict[tuple[str | None, dt.date | None], list[Page]] = {}
    for page in pages:
        groups.setdefault((page.newspaper, page.date.value), []).append(page)
    issues = [
        Issue(newspaper, _joined_date(members), tuple(sorted(members, key=_page_order)))
        for (newspaper, _), members in groups.items()
    ]
    issues.sort(key=lambda issue: issue.newspaper or "")
    issues.sort(key=lambda issue: issue.date.value or dt.date.min, reverse=True)
    return Corpus(tuple(issues), tuple(problems))


def open_corpus(paths: Sequence[str] = ()) -> Corpus:
    """Read and parse files, folders, globs and `-`; without any, the seed pages that come with the program."""
    from reader.parse.leftout import left_out
    from reader.parse.page import parse_page
    from reader.resources import seeds
    from reader.source import load
    from reader.source.problems import Failures

    loaded = load(paths or [str(path) for path in seeds()])
    failures = Failures()
    pages = []
    for text in loaded.texts:
        with failures.on(text.path):
            pages.append(parse_page(text.text, text.path, text.encoding))
    cut = [problem for page in pages for problem in left_out(page)]
    return build(pages, [*loaded.problems, *cut, *failures.problems])


def _page_order(page: Page) -> tuple[int, str]:
    return (page.number if page.number is not None else 10**6, page.source)


def _joined_date(pages: Sequence[Page]) -> IssueDate:
    """One page of an issue that prints its date settles it for the others."""
    printed = [page.date for page in pages if page.date.certainty is Certainty.PRINTED]
    dates = printed or [page.date for page in pages]
    evidence = tuple(dict.fromkeys(quote for date in dates for quote in date.evidence))
    return IssueDate(dates[0].value, dates[0].certainty, evidence)
