"""How names and what is known of them are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import N_, _, ngettext
from reader.model import EntityType
from reader.search.rosterview import NameOrder
from reader.typeset.labels import MIDDLE_DOT, safe

if TYPE_CHECKING:
    import datetime as dt

    from reader.search.roster import Roster
    from reader.search.rosterview import RosterView
    from reader.search.years import Years

_TYPES = {EntityType.PERSON: N_("person"), EntityType.PLACE: N_("place"), EntityType.ORGANISATION: N_("org.")}
_TYPE_NAMES = {
    EntityType.PERSON: N_("persons"),
    EntityType.PLACE: N_("places"),
    EntityType.ORGANISATION: N_("organisations"),
}
_ORDERS = {
    NameOrder.ARTICLES: N_("by articles"),
    NameOrder.MENTIONS: N_("by mentions"),
    NameOrder.SOUND: N_("by sound"),
    NameOrder.NEWEST: N_("newest first"),
}
_BAR = 14
"""Cells of the longest bar."""
_ROWS = 12
"""Years that have a row each; of more, some share one."""


def type_label(type_: EntityType) -> str:
    return _(_TYPES[type_])


def days_label(first: dt.date | None, last: dt.date | None) -> str:
    """2019-03-01 – 2023-11-02, or the one day."""
    if first is None or last is None:
        return _("undated")
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def articles_label(count: int) -> str:
    return ngettext("{count} article", "{count} articles", count).format(count=count)


def list_label(view: RosterView, count: int, known: int, of_pages: int | None) -> str:
    """How many names are listed, and which; with `of_pages`, of how many pages the names are known so far."""
    parts = [ngettext("{count:,} name", "{count:,} names", count).format(count=count)]
    if view.typed.strip():
        parts[0] += f" – /{safe(view.typed.strip())}"
    if of_pages is not None:
        parts.append(_("names of {known:,} of {count:,} pages are known").format(known=known, count=of_pages))
    if view.type is not None:
        parts.append(_(_TYPE_NAMES[view.type]))
    return MIDDLE_DOT.join([*parts, _(_ORDERS[view.order])])


class CardLine(NamedTuple):
    text: str
    is_heading: bool = False


def card_lines(roster: Roster, place: int) -> list[CardLine]:
    """What is known of a name, from the name itself on."""
    name = roster.names[place]
    mentions = ngettext("{count} mention", "{count} mentions", name.mentions).format(count=name.mentions)
    lines = [
        CardLine(safe(name.name.text), is_heading=True),
        CardLine(MIDDLE_DOT.join((type_label(name.name.type), mentions, articles_label(name.articles)))),
        CardLine(days_label(name.first, name.last)),
    ]
    for text, shown_by in name.also:
        template = ngettext(
            "also: {name} ({count} article shows it)", "also: {name} ({count} articles show it)", shown_by
        )
        lines.append(CardLine(template.format(name=safe(text), count=shown_by)))
    lines += [CardLine(""), CardLine(_("Articles by year"), is_heading=True), *_histogram(roster.years(place))]
    beside = roster.beside(place)
    if beside:
        lines += [CardLine(""), CardLine(_("Named in the same articles"), is_heading=True)]
        digits = len(str(beside[0].articles))
        for other, articles in beside:
            lines.append(CardLine(f"{articles:{digits}}  {safe(roster.names[other].name.text)}"))
    return lines


def _histogram(years: Years) -> list[CardLine]:
    counted = years.counted
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 10_000) if len(counted) <= _ROWS * step)
    rows: dict[int, int] = {}
    for year, count in counted:
        rows[year - year % step] = rows.get(year - year % step, 0) + count
    most = max(rows.values(), default=1)
    lines = []
    for year, count in rows.items():
        label = str(year) if step == 1 else f"{year}–{(year + step - 1) % 100:02}"
        lines.append(CardLine(f"{label}  {'▇' * -(-_BAR * count // most)} {count}"))
    if years.undated:
        lines.append(CardLine(f"{_('undated')}  {years.undated}"))
    return lines
