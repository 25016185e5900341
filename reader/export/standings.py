"""Where a name stands, as JSON lines."""

from __future__ import annotations

from reader.export.jsonl import ascii_where_unsafe
from reader.ranking.standings import Standing


def standing_line(standing: Standing) -> str:
    """One line, one object: the table's article, its place in the article, newspaper, ISO date or null, title; the name
    as printed; `rank` of how many (`of`) by the column `ranked_by`, null where nothing ranks the row; `score` and
    `score_column` as printed, null without one."""
    placed, place = standing.placed, standing.place
    date = placed.date.value
    return ascii_where_unsafe(
        {
            "article": placed.article.id,
            "table": placed.index + 1,
            "newspaper": placed.newspaper,
            "date": date.isoformat() if date else None,
            "title": placed.title,
            "name": standing.name,
            "rank": place.rank if place else None,
            "of": place.of if place else None,
            "ranked_by": placed.table.columns[place.column] if place else None,
            "score": standing.score if placed.score else None,
            "score_column": placed.score.name if placed.score else None,
        }
    )
