"""The items of a query as conditions on the articles of a run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.archive.packing import KINDS, NUMBER_TYPES
from reader.archive.segment import Segment
from reader.archive.snapshot import Run
from reader.model import EntityType, NumberType
from reader.search.matching import WITHOUT_UNIT, is_counted
from reader.search.occurrences import folded
from reader.search.query import DateRange, Field, FieldKind, HasTable, Item, Numbers, OfKind, Query, Words

if TYPE_CHECKING:
    from reader.search.nameindex import NameIndex

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


def article_condition(item: Item, run: Run, first: int, names: NameIndex | None) -> Condition:
    """For any item; `first` is the number of the run's first article in the archive."""
    segment = run.segment
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
        return _number_condition(item, segment)
    if isinstance(item, Field):
        return _field_condition(item, run, first, names)
    assert isinstance(item, Words)  # noqa: S101 - the last of the items
    return _text_condition(segment, item.text)


def _holding(texts: Sequence[str], wanted: str) -> frozenset[int]:
    return frozenset(number for number, text in enumerate(texts) if wanted in folded(text))


def _text_condition(segment: Segment, text: str) -> Condition:
    wanted, offsets, find = text.encode("utf-8", "replace"), segment.folded_offsets, segment.find
    return lambda article: find(wanted, offsets[article], offsets[article + 1]) >= 0


def _field_condition(item: Field, run: Run, first: int, names: NameIndex | None) -> Condition:
    segment, offsets, find = run.segment, run.segment.folded_offsets, run.segment.find
    wanted = item.text.encode("utf-8", "replace")
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
    shift = first - run.first_article
    return lambda article: article + shift in naming


def _number_condition(item: Numbers, segment: Segment) -> Condition:
    """As `matching.matches_number`, over the columns of numbers."""
    homes, units, types = (segment.number_column(name) for name in ("of", "unit", "type"))
    lows, highs = segment.number_bounds()
    if item.unit is not None:
        wanted = {number for number, unit in enumerate(segment.units) if unit == item.unit}
        plain: frozenset[int] = frozenset()
    else:
        wanted = {number for number, unit in enumerate(segment.units) if is_counted(unit)}
        plain = frozenset(NUMBER_TYPES.index(kind) for kind in WITHOUT_UNIT)
    in_range = NUMBER_TYPES.index(NumberType.RANGE)

    def within(at: int) -> bool:
        low, high = lows[at], highs[at]
        above = item.low is None or high > item.low or (item.low_included and high == item.low)
        below = item.high is None or low < item.high or (item.high_included and low == item.high)
        return above and below

    def of_unit(at: int) -> bool:
        if item.unit is not None:
            return units[at] in wanted
        return types[at] in plain or (types[at] == in_range and units[at] in wanted)

    def has(article: int) -> bool:
        start = bisect_left(homes, article)
        return any(within(at) and of_unit(at) for at in range(start, bisect_right(homes, article, lo=start)))

    return has
