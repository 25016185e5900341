"""Where a quotation comes from, in the form of GB/T 7714-2015 for an article in a newspaper ([N], section 4.4).

    李晓琳. 全市经济运行平稳[N]. 太原日报, 2023-10-31(2).

A date that is not printed on the page stands in brackets, as an estimated year does by section 8.4.3 of the standard.
"""

from __future__ import annotations

from reader.model import Article, Certainty, IssueDate, Page
from reader.typeset.labels import shown


def cited(text: str, article: Article, page: Page) -> str:
    """`text` with the article and the page it stands in below."""
    return f"{text}\n——{citation(article, page)}"


def citation(article: Article, page: Page) -> str:
    """The article and where it was printed, on one line; what is not known is left out."""
    authors = ", ".join(dict.fromkeys(shown(name) for name, _role in article.bylines))
    title = f"{shown(article.title)}[N]"
    printed = ", ".join(filter(None, (shown(page.newspaper) if page.newspaper else "", _date(page.date))))
    number = f"({page.number})" if page.number is not None else ""
    return ". ".join(filter(None, (authors, title, printed + number))) + "."


def _date(date: IssueDate) -> str:
    if date.value is None:
        return ""
    day = date.value.isoformat()
    return day if date.certainty is Certainty.PRINTED else f"[{day}]"
