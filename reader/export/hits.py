"""Articles that a search found, as JSON lines."""

from __future__ import annotations

from bisect import bisect_right

from reader.archive.archive import Archive
from reader.archive.text import placed_passages, search_text
from reader.export.jsonl import SCHEMA, ascii_where_unsafe
from reader.model import Article, Page, Span
from reader.search.occurrences import folded, found_in
from reader.search.query import Query
from reader.search.snippets import snippet


def hit_line(archive: Archive, number: int, query: Query) -> str:
    """One line, one object: `id`, `source`, `newspaper`, ISO `date` or null, `date_certainty`, printed `page` number,
    `kind`, `headline`, `label`; the `zone` the snippet stands in (headline, headings, lede, body, table); the
    `snippet`, one passage or row, with `hits` as offsets in its text; and `hits`, `[start, end)` of the decoded page
    text for every place where a text of the query stands in the article. Over a column cut they include the line break.
    """
    snapshot = archive.snapshot
    entry, place = snapshot.article(number), snapshot.page(snapshot.page_of_article(number))
    page = archive.page(entry.source)
    article = page.articles[entry.place] if page else None
    shown = snippet(snapshot, number, query)
    return ascii_where_unsafe(
        {
            "schema": SCHEMA,
            "id": article.id if article else None,
            "source": entry.source,
            "newspaper": place.newspaper,
            "date": place.date.value.isoformat() if place.date.value else None,
            "date_certainty": place.date.certainty,
            "page": place.printed_number,
            "kind": entry.kind,
            "headline": article.headline if article else entry.title,
            "label": entry.label,
            "zone": shown.zone.name.lower(),
            "snippet": {"text": shown.text, "hits": [list(hit) for hit in shown.hits]},
            "hits": [list(hit) for hit in hits_on_page(article, page, query)] if article and page else [],
        }
    )


def hits_on_page(article: Article, page: Page, query: Query) -> list[Span]:
    """Where the texts of a query stand in an article, in the text of its page, ascending.

    Names of columns that were put together from several rows have no place there.
    """
    text = folded(search_text(article, page.text))
    placed = placed_passages(article, page.text)
    offsets = [one.offset for one in placed]
    found: set[Span] = set()
    for wanted in query.texts:
        for start, end in found_in(text, wanted):
            at = bisect_right(offsets, start) - 1
            if at >= 0 and end - offsets[at] <= len(placed[at].passage.text):
                found.add(placed[at].passage.source_span(start - offsets[at], end - offsets[at]))
    return sorted(found)
