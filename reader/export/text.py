"""An article as plain text: one line a paragraph, two em of indent, as a person would type it off."""

from __future__ import annotations

from collections.abc import Iterator

from reader.i18n import _
from reader.model import Article, BlockKind, Certainty, Issue, IssueDate, Page

INDENT = "\u3000\u3000"


def date_text(date: IssueDate) -> str:
    """`2023-10-31`, marked where it is not printed on the page."""
    if date.value is None:
        return _("undated")
    if date.certainty is Certainty.PRINTED:
        return date.value.isoformat()
    return _("{date} (inferred)").format(date=date.value.isoformat())


def issue_title(issue: Issue) -> str:
    return "  ".join(filter(None, (issue.newspaper or _("Unknown newspaper"), date_text(issue.date))))


def kind_name(article: Article) -> str:
    """The article's kind in the language of the interface."""
    return {
        "news": _("news"),
        "commentary": _("commentary"),
        "notice": _("notice"),
        "photo": _("photo"),
        "feature": _("feature"),
        "continuation": _("continuation"),
    }[article.kind]


def heading_lines(article: Article, page: Page) -> list[str]:
    """Masthead, label and kind; kicker, headline, deck; who wrote it."""
    origin = [
        page.newspaper,
        date_text(page.date),
        _("page {number}").format(number=page.number) if page.number else None,
    ]
    lines = ["  ".join(filter(None, [*origin, article.label, kind_name(article)]))]
    lines += [line for line in (article.kicker, article.headline, article.deck) if line]
    if article.continued_from:
        lines.append(_("continued from page {number}").format(number=article.continued_from))
    if article.bylines:
        lines.append(byline_text(article))
    return lines


def byline_text(article: Article) -> str:
    """The names, each run of them behind its role: 记者 李晓琳 通讯员 赵程成; 王韵菲 摄."""
    words: list[str] = []
    last: str | None = None
    for name, role in article.bylines:
        if role and role != last and not _stands_behind(role):
            words.append(role)
        elif last and role != last and _stands_behind(last):
            words.append(last)
        words.append(name)
        last = role
    if last and _stands_behind(last):
        words.append(last)
    return " ".join(words)


def _stands_behind(role: str) -> bool:
    return role in (
        "摄",
        "采写",
        "摄影报道",
        "撰文",
        "整理",
        "供图",
        "报道",
        "文/图",
        "图/文",
        "提供",
        "撰写",
        "采编",
    )


def body_lines(article: Article) -> Iterator[tuple[str, int | None]]:
    """Lines of the running text with None, and an empty line with the number of the table that stands there."""
    dateline = article.dateline
    for block in article.blocks:
        if block.kind is BlockKind.TABLE:
            yield "", block.table
        elif block.kind is BlockKind.PARAGRAPH:
            lead = f"{dateline}\u3000" if dateline else ""
            dateline = None
            yield INDENT + lead + block.text, None
        else:
            yield block.text, None
