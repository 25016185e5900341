"""Headed briefs that stand together under one column label, printed over the first of them: 工会动态, 区县短波."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article, ArticleKind, BlockKind, Role

_LONGEST = 200
"""Characters of a brief's one paragraph."""
_FEWEST = 3
"""Briefs that make a column; two may stand side by side by chance."""


def share_column(articles: Sequence[Article]) -> list[Article]:
    """The articles with the label of their column on each of its briefs."""
    shared = list(articles)
    number = 0
    for first, article in enumerate(articles):
        if not article.label or article.group or not _is_brief(article):
            continue
        end = first + 1
        while end < len(articles) and _goes_on(article, articles[end]):
            end += 1
        if end - first >= _FEWEST:
            number += 1
            for member in range(first, end):
                shared[member] = shared[member]._replace(label=article.label, group=f"b{number}")
    return shared


def _is_brief(article: Article) -> bool:
    return (
        article.kind is ArticleKind.NEWS
        and len(article.blocks) == 1
        and article.blocks[0].kind is BlockKind.PARAGRAPH
        and len(article.blocks[0].text) <= _LONGEST
        and article.headline is not None
        and article.part(Role.DATELINE) is None
        and not article.kicker
        and not article.deck
    )


def _goes_on(first: Article, article: Article) -> bool:
    """Whether a brief is of the same making as the first of the column."""
    signed_alike = bool(article.bylines) == bool(first.bylines)
    return signed_alike and not article.label and not article.group and _is_brief(article)
