"""Articles that stand under one label, and are signed together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model import Article, ArticleKind, BlockKind, Role
from reader.parse.bylines import signs_group

_OCCASION = re.compile(r"(?:新闻)?发布会|论坛|会议|大会|展会|两会")


def share_labels(articles: Sequence[Article], folded: str) -> list[Article]:
    """Articles with the label and the byline of their group filled in.

    本组稿件由 … 采写 signs every article back to the one that bears the label (or to the last one that was signed).
    Without it, the next article belongs to the group when its lede speaks of the occasion the label names and the same
    hand signs it.
    """
    shared = list(articles)
    number = 0
    for index, article in enumerate(articles):
        if _closes_group(article, folded):
            first = _first_of_group(shared, index)
            if first < index:
                number += 1
                label = shared[first].label
                if label is None and shared[first].kicker:
                    # What stands over the first of several articles signed together stands over them all.
                    shared[first] = _kicker_to_label(shared[first])
                    label = shared[first].label
                for member in range(first, index + 1):
                    one = shared[member]
                    if one.kind is not ArticleKind.PHOTO:
                        shared[member] = one._replace(
                            label=one.label or label,
                            bylines=one.bylines or article.bylines,
                            group=f"g{number}",
                        )
    for index in range(1, len(shared)):
        above, article = shared[index - 1], shared[index]
        if article.group or article.label or not above.label or (above.group and _closes_group(above, folded)):
            continue
        if _same_occasion(above, article, folded):
            number += above.group is None
            group = above.group or f"g{number}"
            shared[index - 1] = above._replace(group=group)
            shared[index] = article._replace(label=above.label, group=group)
    return shared


def _kicker_to_label(article: Article) -> Article:
    roles = {Role.KICKER: Role.LABEL}
    deck = next((part for part in article.parts if part.role is Role.DECK), None)
    if deck is not None and not deck.text.startswith(("—", "-")):
        # Three lines, of which the first turned out to be the label: the others move up.
        roles |= {Role.HEADLINE: Role.KICKER, Role.DECK: Role.HEADLINE}
    parts = tuple(replace(part, role=roles.get(part.role, part.role)) for part in article.parts)
    return article._replace(parts=parts, label=article.kicker)


def _closes_group(article: Article, folded: str) -> bool:
    return any(
        part.role is Role.BYLINE and signs_group(folded[part.spans[0].start : part.spans[0].end].strip("()[]"))
        for part in article.parts
    )


def _first_of_group(articles: Sequence[Article], last: int) -> int:
    first = last
    while first > 0 and articles[first].label is None:
        above = articles[first - 1]
        if above.bylines and set(_names(above)) <= set(_names(articles[last])):
            first -= 1
            continue
        if (above.bylines and above.kind is not ArticleKind.PHOTO) or above.kind in (
            ArticleKind.NOTICE,
            ArticleKind.CONTINUATION,
        ):
            break
        first -= 1
    while first < last and articles[first].kind is ArticleKind.PHOTO:
        first += 1
    return first


def _names(article: Article) -> list[str]:
    return [name for name, _ in article.bylines]


def _same_occasion(above: Article, article: Article, folded: str) -> bool:
    occasion = _OCCASION.search(above.label or "")
    if not occasion or not article.bylines or set(article.bylines) != set(above.bylines):
        return False
    lede = next((block for block in article.blocks if block.kind is BlockKind.PARAGRAPH), None)
    return lede is not None and occasion[0] in folded[lede.spans[0].start : lede.spans[0].end][:120]
