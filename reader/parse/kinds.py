"""What kind an article is, by weighed signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import ArticleKind, Byline, Part, Role
from reader.parse.drafts import Draft
from reader.parse.words import word_list

_REPORTED = re.compile(
    r"(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|今日)[^。]{0,60}(?:举行|召开|发布|印发|获悉|介绍|公布|了解到|启动|开幕|闭幕|通报|宣布|举办)"
)


def kind_of(draft: Draft, parts: Sequence[Part], bylines: Sequence[Byline], lede: str) -> ArticleKind:
    """`lede` is the folded text of the first paragraph."""
    if draft.continued:
        return ArticleKind.CONTINUATION
    if draft.photo:
        return ArticleKind.PHOTO
    if draft.notice and (not draft.datelines or _tells_of_death(parts)):
        return ArticleKind.NOTICE
    if draft.datelines:
        return ArticleKind.NEWS
    label = next((part.text for part in parts if part.role is Role.LABEL), "")
    if _is_commentary(draft, label, bylines):
        return ArticleKind.COMMENTARY
    decked = any(part.role is Role.DECK for part in parts)
    if not decked and not draft.has_crossheads:
        # What is told at length is set with a deck or crossheads; a short piece of a column is news.
        return ArticleKind.NEWS
    feature = news = 0.0
    if decked:
        feature += 2
    if draft.has_crossheads:
        feature += 1
    if any(role for _, role in bylines):
        feature += 1
    if label and not label.endswith("发布会"):
        feature += 1
    if label.endswith("发布会"):
        news += 3
    if _REPORTED.search(lede[:300]):
        news += 2
    return ArticleKind.FEATURE if feature > max(news, 1.0) else ArticleKind.NEWS


def _tells_of_death(parts: Sequence[Part]) -> bool:
    headline = next((part.text for part in parts if part.role is Role.HEADLINE), "")
    return headline.endswith(word_list("headings", "obituary_endings"))


def _is_commentary(draft: Draft, label: str, bylines: Sequence[Byline]) -> bool:
    if label.endswith(word_list("headings", "commentary_labels")) and not label.endswith("发布会"):
        return True
    if any(role and "评论员" in role for _, role in bylines):
        return True
    first_text = draft.body[0].span.start if draft.body else 0
    signed_above = bool(draft.bylines) and draft.bylines[0].span.start < first_text
    return signed_above and all(role in (None, "作者") for _, role in bylines) and not draft.has_crossheads
