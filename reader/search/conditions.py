"""The items of a query as conditions on the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.columns import KINDS
from reader.archive.figures import TYPES, FiguresSegment
from reader.archive.segment import Segment
from reader.archive.snapshot import Run
from reader.model import EntityType, NumberType
from reader.search.matching import WITHOUT_UNIT, is_counted
from reader.search.occurrences import folded
from reader.search.query import DateRange, Field, FieldKind, HasTable, Item, Numbers, OfKind, Query, Words

if TYPE_CHECKING:
    from reader.archive.figures import FigureIndex
    from reader.search.nameindex import NameIndex


class Marks(NamedTuple):
    """What has been found on the pages of an archive so far; without it nothing is named, and no figure is known."""

    names: NameIndex | None = None
    figures: FigureIndex | None = None


NO_MARKS = Marks()
Condition = Callable[[int], bool]
"""Whether an article, by its number in the segment, is one that is wanted; or a page."""

_NAMES = {
    FieldKind.PERSON: EntityType.PERSON,
    FieldKind.PLACE: EntityType.PLACE,
    FieldKind.ORGANISATION: EntityType.ORGANISATION,
}


def asks_for_names(query: Query) -> bool:
    """Whether it takes a `NameIndex` to tell what the query wants."""
    return any(isinstance(item, Field) and item.kind in _NAMES for clause in query.clauses for item in clause.items)


def asks_for_figures(query: Query) -> bool:
    """Whether it takes a `FigureIndex`."""
    return any(isinstance(item, Numbers) for clause in query.clauses for item in clause.items)


def of_page(item: Item) -> bool:
    """Whether it is the page that has to be so, with all its articles."""
    return isinstance(item, DateRange) or (isinstance(item, Field) and item.kind is FieldKind.PAPER)


def text_sought(item: Item) -> str | None:
    """The text that has to stand somewhere in an article for the item to hold; None where none has to."""
    if isinstance(item, Words):
        return item.text
    if isinstance(item, Field) and item.kind in (FieldKind.HEADLINE, FieldKind.TABLE):
        return item.text
    return None


def page_condition(item: Item, segment: Segment) -> Condition:
    """For an item that is `of_page`: takes the number of a page in the segment."""
    days, paper = segment.days, segment.paper
    if isinstance(item, DateRange):
        first = item.first.toordinal() if item.first else 1
        last = item.last.toordinal() if item.last else 10**7
        return lambda page: first <= days[page] <= last
    assert isinstance(item, Field)  # noqa: S101 - nothing else is of the page
    papers = _holding(segment.papers, item.text)
    return lambda page: paper[page] in papers


def article_condition(item: Item, run: Run, first: int, marks: Marks) -> Condition:
    """For any item; `first` is the number of the run's first article in the archive."""
    segment, shift = run.segment, first - run.first_article
    if of_page(item):
        of = page_condition(item, segment)
        return lambda article: of(segment.page_of(article))
    if isinstance(item, OfKind):
        kinds, kind = segment.kind_column, KINDS.index(item.kind)
        return lambda article: kinds[article] == kind
    if isinstance(item, HasTable):
        tables = segment.table_column
        return lambda article: tables[article] > 0
    if isinstance(item, Numbers):
        return _number_condition(item, shift, marks.figures)
    if isinstance(item, Field):
        return _field_condition(item, segment, shift, marks.names)
    assert isinstance(item, Words)  # noqa: S101 - the last of the items
    return _text_condition(segment, item.text)


def _holding(texts: Sequence[str], wanted: str) -> frozenset[int]:
    return frozenset(number for number, text in enumerate(texts) if wanted in folded(text))


def _text_condition(segment: Segment, text: str) -> Condition:
    wanted, offsets, find = text.encode("utf-8", "surrogatepass"), segment.folded_offsets, segment.find
    return lambda article: find(wanted, offsets[article], offsets[article + 1]) >= 0


def _field_condition(item: Field, segment: Segment, shift: int, names: NameIndex | None) -> Condition:
    offsets, find = segment.folded_offsets, segment.find
    wanted = item.text.encode("utf-8", "surrogatepass")
    if item.kind is FieldKind.COLUMN:
        column, labels = segment.label_column, _holding(segment.labels, item.text)
        return lambda article: column[article] in labels
    if item.kind is FieldKind.HEADLINE:

        def in_headline(article: int) -> bool:
            end = find(b"\n", offsets[article], offsets[article + 1])
            return find(wanted, offsets[article], end) >= 0

        return in_headline
    if item.kind is FieldKind.TABLE:

        def in_table(article: int) -> bool:
            start = find(b"\f", offsets[article], offsets[article + 1])
            return start >= 0 and find(wanted, start, offsets[article + 1]) >= 0

        return in_table
    naming = names.articles_naming(_NAMES[item.kind], item.text) if names else set()
    return lambda article: article + shift in naming


def _number_condition(item: Numbers, shift: int, figures: FigureIndex | None) -> Condition:
    """As `matching.matches_number`, over the columns of figures."""
    plain = frozenset(TYPES.index(kind) for kind in WITHOUT_UNIT)
    in_range = TYPES.index(NumberType.RANGE)
    units: dict[int, frozenset[int]] = {}

    def wanted_units(segment: FiguresSegment) -> frozenset[int]:
        found = units.get(id(segment))
        if found is None:
            meant = is_counted if item.unit is None else item.unit.__eq__
            found = units[id(segment)] = frozenset(at for at, unit in enumerate(segment.texts) if meant(unit))
        return found

    def of_unit(segment: FiguresSegment, at: int) -> bool:
        if item.unit is not None:
            return segment.unit[at] in wanted_units(segment)
        type_ = segment.type[at]
        return type_ in plain or (type_ == in_range and segment.unit[at] in wanted_units(segment))

    def within(low: float, high: float) -> bool:
        above = item.low is None or high > item.low or (item.low_included and high == item.low)
        below = item.high is None or low < item.high or (item.high_included and low == item.high)
        return above and below

    def has(article: int) -> bool:
        found = figures.of_article(article + shift) if figures is not None else None
        if found is None:
            return False
        segment, places = found
        return any(within(segment.low[at], segment.high[at]) and of_unit(segment, at) for at in places)

    return has
