"""The articles of the seed pages as templates: lines of printed text with the places where other things may stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from reader.model import Article, ArticleKind, BlockKind, Page, Role, Span
from reader.parse.page import parse_page
from reader.resources import seeds

from .names import Mark, marks
from .slots import Look, Slot, find_slots

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’」』]*|[^。！？!?]+")
_FINISHED = re.compile(r"[。！？!?][”’」』]*$")
_PAIRS = ("“”", "‘’", "《》", "()", "（）", "「」")
_LEAST = 10
"""Characters of a sentence that may stand elsewhere; shorter ones are often calls and answers."""
_LEAST_HALF = 5
_HEADINGS = (Role.KICKER, Role.HEADLINE, Role.DECK)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Template:
    """A piece of a line. One with a `pool` may give its place to any other of that pool."""

    text: str
    slots: tuple[Slot, ...]
    pool: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Articles that stay together: one, or those under one label. Each line is the pieces it consists of."""

    kind: ArticleKind
    lines: tuple[tuple[Template, ...], ...]
    size: int
    """Bytes of UTF-8."""
    articles: int
    headlines: tuple[int, ...]
    """Indices of the lines that headlines begin with."""
    tables: int
    last: bool
    """A label stands behind the text and would be taken for that of what follows."""


@cache
def units() -> tuple[Unit, ...]:
    """All articles of the seed pages, in their order."""
    return tuple(unit for path in seeds() for unit in _units_of(path))


@cache
def pools() -> dict[str, tuple[Template, ...]]:
    """What may stand for what: finished sentences by kind of article, halves of headlines."""
    found: defaultdict[str, list[Template]] = defaultdict(list)
    for unit in units():
        for line in unit.lines:
            for piece in line:
                if piece.pool:
                    found[piece.pool].append(piece)
    return {name: tuple(pieces) for name, pieces in found.items()}


def _units_of(path: Path) -> Iterator[Unit]:
    page = parse_page(path.read_text("utf-8"), str(path))
    for _, group in groupby(page.articles, key=lambda article: article.group or article.id):
        yield _unit(page, list(group), marks()[path.name])


def _unit(page: Page, articles: Sequence[Article], names: Sequence[Mark]) -> Unit:
    spans = [span for article in articles for span in article.spans]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    start, end = page.text.rfind("\n", 0, start) + 1, (page.text + "\n").index("\n", end)
    cutter = _Cutter(page, names)
    for article in articles:
        cutter.add(article)
    return Unit(
        articles[0].kind,
        tuple(cutter.lines(start, end)),
        len(page.text[start:end].encode()),
        len(articles),
        tuple(
            page.text.count("\n", start, part.spans[0].start)
            for article in articles
            for part in article.parts
            if part.role is Role.HEADLINE
        ),
        sum(len(article.tables) for article in articles),
        any(part.role is Role.LABEL and part.spans[0].end == max(spans).end for part in articles[-1].parts),
    )


class _Cutter:
    """Cuts the lines of a page where parts of articles and their sentences begin and end."""

    def __init__(self, page: Page, names: Sequence[Mark]) -> None:
        assert page.date.value is not None
        self._text, self._day, self._names = page.text, page.date.value, names
        self._pools: dict[Span, str] = {}
        self._worded: list[Span] = []
        self._tables: list[Span] = []

    def add(self, article: Article) -> None:
        self._tables += [span for table in article.tables for span in table.spans]
        self._worded += [span for block in article.blocks if block.kind in _TEXT for span in block.spans]
        for part in article.parts:
            # 通知 over a notice is what makes it one.
            if part.role in _HEADINGS and article.kind is not ArticleKind.NOTICE:
                self._worded.extend(part.spans)
                if article.kind is ArticleKind.NEWS and len(part.spans) == 1:
                    self._halve(part.spans[0])
        for block in article.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                self._sentences(block.spans, article.kind, lede=block is article.blocks[0])

    def _halve(self, heading: Span) -> None:
        halves = self._text[heading.start : heading.end].split(" ")
        if len(halves) == 2 and min(map(len, halves)) >= _LEAST_HALF:
            middle = heading.start + len(halves[0])
            self._pools[Span(heading.start, middle)] = "first half"
            self._pools[Span(middle + 1, heading.end)] = "second half"

    def _sentences(self, spans: Sequence[Span], kind: ArticleKind, lede: bool) -> None:
        """What is cut by the foot of a column stays where it is, and so does the lede, which says the day."""
        for number, (start, end) in enumerate(spans):
            for index, found in enumerate(_SENTENCE.finditer(self._text, start, end)):
                kept = index == 0 and (lede or number > 0)
                even = all(found[0].count(pair[0]) == found[0].count(pair[1]) for pair in _PAIRS)
                if not kept and even and len(found[0]) >= _LEAST and _FINISHED.search(found[0]):
                    self._pools[Span(*found.span())] = f"sentence of {kind}"

    def lines(self, start: int, end: int) -> Iterator[tuple[Template, ...]]:
        at = start
        for line in self._text[start:end].split("\n"):
            yield tuple(self._pieces(at, at + len(line)))
            at += len(line) + 1

    def _pieces(self, start: int, end: int) -> Iterator[Template]:
        inside = [span for span in (*self._pools, *self._worded) if start <= span.start < span.end <= end]
        cuts = sorted({start, end, *(at for span in inside for at in span)})
        for a, b in pairwise(cuts):
            look = Look(
                any(span.start <= a < span.end for span in self._worded),
                any(span.start <= a < span.end for span in self._tables),
            )
            names = [
                name._replace(start=name.start - a, end=name.end - a)
                for name in self._names
                if name.start < b and name.end > a
            ]
            text = self._text[a:b]
            yield Template(text, find_slots(text, self._day, names, look), self._pools.get(Span(a, b), ""))
