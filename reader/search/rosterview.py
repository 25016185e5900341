"""A roster narrowed to what was typed and to a type, in one of several orders."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from reader.model import EntityType
from reader.search.quick import Place, QuickIndex
from reader.search.roster import Roster

MOST = 5000
"""Names listed of those with what was typed: more nobody reads."""


class NameOrder(StrEnum):
    """What the names are ordered by; those that are equal stand as in the roster."""

    ARTICLES = "articles"
    MENTIONS = "mentions"
    SOUND = "sound"
    NEWEST = "newest"
    """The name met last first, undated ones last."""


class RosterView(NamedTuple):
    """`typed` as the quick switcher has it (see `reader.search.quick`); an empty one and no type leave all names."""

    typed: str = ""
    type: EntityType | None = None
    order: NameOrder = NameOrder.ARTICLES


class RosterLists:
    """The lists of one roster; what takes long is done once, or once more when two threads ask at a time."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._orders: dict[NameOrder, Sequence[int]] = {}

    def places(self, view: RosterView) -> Sequence[int]:
        """Places in the roster. Of names with what is typed, those that begin with it stand before the others."""
        places = self._ordered(view.order)
        if view.type is not None:
            names = self.roster.names
            places = [place for place in places if names[place].name.type is view.type]
        if not view.typed.strip():
            return places
        begins: dict[int, bool] = {}
        for match in self._index.find(view.typed, MOST):
            begins[match.item] = match.rank.place <= Place.PREFIX and not match.rank.apart
        found = [place for place in places if place in begins]
        return sorted(found, key=lambda place: not begins[place])

    @cached_property
    def _index(self) -> QuickIndex:
        return QuickIndex([name.name.text for name in self.roster.names])

    def _ordered(self, order: NameOrder) -> Sequence[int]:
        if order not in self._orders:
            self._orders[order] = self._order(order)
        return self._orders[order]

    def _order(self, order: NameOrder) -> Sequence[int]:
        names, places = self.roster.names, range(len(self.roster.names))
        if order is NameOrder.SOUND:
            return self.roster.by_sound()
        if order is NameOrder.MENTIONS:
            return sorted(places, key=lambda place: -names[place].mentions)
        if order is NameOrder.NEWEST:
            return sorted(places, key=lambda place: -(last.toordinal() if (last := names[place].last) else 0))
        return places
