"""What was found, counted by kind, newspaper and name; choosing a row narrows the search to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import N_, _
from reader.model import EntityType
from reader.search.occurrences import folded
from reader.search.query import Field, FieldKind, OfKind
from reader.tui.widgets.row_list import ListLine, Piece, RowList
from reader.typeset.labels import kind_label, newspaper_label, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from reader.search.facets import Facets
    from reader.search.query import Item

_CHOSEN = "✓"
_TITLES = {
    EntityType.PERSON: N_("Persons"),
    EntityType.PLACE: N_("Places"),
    EntityType.ORGANISATION: N_("Organisations"),
}
_FIELDS = {
    EntityType.PERSON: FieldKind.PERSON,
    EntityType.PLACE: FieldKind.PLACE,
    EntityType.ORGANISATION: FieldKind.ORGANISATION,
}


class _Row(NamedTuple):
    """Without a condition it is a heading, or a newspaper nobody knows the name of."""

    text: str
    many: int | None = None
    item: Item | None = None


class FacetList(RowList):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._chosen: Set[Item] = frozenset()

    @property
    def item(self) -> Item | None:
        """The condition under the cursor."""
        return self._rows[self.cursor].item if self._rows else None

    def show(self, facets: Facets, chosen: Set[Item]) -> None:
        """Take up other counts, with the cursor on the same condition if it is still there."""
        before, y = self.item, self.scroll_offset.y
        self._rows, self._chosen = list(_rows(facets)), chosen
        at = next((index for index, row in enumerate(self._rows) if row.item is not None and row.item == before), 0)
        self.items_changed(at)
        if at:
            self.scroll_to(y=y, animate=False)
            self._bring_into_view()

    def choose_these(self, chosen: Set[Item]) -> None:
        """Mark other conditions as those of the query."""
        self._chosen = chosen
        self.refresh()

    def item_count(self) -> int:
        return len(self._rows)

    def is_heading(self, index: int) -> bool:
        return self._rows[index].item is None

    def item_lines(self, index: int, width: int) -> Sequence[ListLine]:
        row = self._rows[index]
        if row.many is None:
            return [ListLine(Piece(row.text, "rows--heading"))]
        chosen = row.item is not None and row.item in self._chosen
        sign = _CHOSEN if chosen else " "
        count = Piece(f"{row.many:,}", "rows--quiet")
        return [ListLine(Piece(f"{sign} {row.text}", "rows--heading" if chosen else "rows--plain"), count)]


def _rows(facets: Facets) -> Iterator[_Row]:
    if facets.kinds:
        yield _Row(_("Kinds"))
    for kind, count in facets.kinds:
        yield _Row(kind_label(kind), count, OfKind(kind))
    if facets.papers:
        yield _Row(_("Newspapers"))
    for paper, count in facets.papers:
        yield _Row(newspaper_label(paper), count, _field(FieldKind.PAPER, paper) if paper else None)
    for type_, names in facets.names.items():
        if names:
            yield _Row(_(_TITLES[type_]))
        for name, count in names:
            yield _Row(shown(name), count, _field(_FIELDS[type_], name))


def _field(kind: FieldKind, text: str) -> Field:
    return Field(kind, " ".join(folded(text).split()))
