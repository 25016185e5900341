"""The names of an archive as a table: how often, where and when each is mentioned, and what is named beside it."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from reader.archive.names import Name
from reader.model import EntityType
from reader.search.aliases import ArticleNames, Join, joined_names
from reader.search.nameindex import NameIndex
from reader.search.soundorder import sound_key
from reader.search.years import Years, by_year


class ShortForm(NamedTuple):
    """Another form of a name, and how many articles show that it is one (see `reader.search.aliases`)."""

    text: str
    articles: int


class RosterName(NamedTuple):
    """A name with its short forms. `first` and `last` are days of issues, None when none of them is dated."""

    name: Name
    mentions: int
    articles: int
    first: dt.date | None
    last: dt.date | None
    also: tuple[ShortForm, ...] = ()


class Beside(NamedTuple):
    """A name, by its place in the roster, and the articles in which it stands together with another."""

    place: int
    articles: int


class Printed(NamedTuple):
    """A mention as the index has it: page and article of its snapshot, offset in the text of the page."""

    page: int
    article: int
    offset: int
    form: Name


class Roster:
    """`names` are in the order of their articles, then mentions, most first; a name's place there is its number from 0.

    A name that is joined to a full one counts as that.
    """

    def __init__(self, index: NameIndex) -> None:
        """Reads an index: some seconds for a million mentions, in steps that hold up no other thread."""
        self.index = index
        self.pages = index.pages
        """Pages whose names are known."""
        rows = _Rows(index)
        joins = joined_names(rows.articles())
        homes = _homes(index, joins)
        rows.join(homes)
        table = _Table(index, homes, rows)
        there = table.in_order()
        places = array("I", bytes(4 * len(homes)))
        for place, number in enumerate(there):
            places[number] = place
        self._places = array("I", (places[home] for home in homes))
        also: defaultdict[Name, list[ShortForm]] = defaultdict(list)
        for (short, _type), join in joins.items():
            also[Name(*join.full)].append(ShortForm(short, join.articles))
        self.names: Sequence[RosterName] = [table.line(number, also.get(index.names[number], ())) for number in there]
        self._days = rows.days
        self._row_starts = array("I", accumulate(map(len, rows.names), initial=0))
        self._row_places = array("I", (places[number] for row in rows.names for number in row))
        self._own_starts = array("I", accumulate((name.articles for name in self.names), initial=0))
        self._own_rows = self._turned_round()

    def _turned_round(self) -> array[int]:
        """The rows of each name, one name's behind another's."""
        ends = array("I", self._own_starts)
        own = array("I", bytes(4 * len(self._row_places)))
        for row, (start, end) in enumerate(zip(self._row_starts, self._row_starts[1:], strict=False)):
            for place in self._row_places[start:end]:
                own[ends[place]] = row
                ends[place] += 1
        return own

    @cached_property
    def _numbers(self) -> dict[Name, int]:
        return {name: number for number, name in enumerate(self.index.names)}

    def place(self, name: Name) -> int | None:
        """Where a name stands; that of the full one for a short form of it, None for a name that is not there."""
        number = self._numbers.get(name)
        return None if number is None else self._places[number]

    def beside(self, place: int, most: int = 20) -> list[Beside]:
        """The names in most of the articles that mention a name, most first."""
        counter: Counter[int] = Counter()
        for row in self._rows_of(place):
            counter.update(self._row_places[self._row_starts[row] : self._row_starts[row + 1]])
        del counter[place]
        return [Beside(*one) for one in sorted(counter.items(), key=lambda one: (-one[1], one[0]))[:most]]

    def years(self, place: int) -> Years:
        """The articles that mention a name, by the year of their issue."""
        return by_year(Counter(self._days[row] for row in self._rows_of(place)))

    def mentions(self, place: int) -> list[Printed]:
        """Each mention of a name, or of a short form of it, in the order of the archive."""
        index = self.index
        own = array("B", (one == place for one in self._places))
        return sorted(
            Printed(index.page[at], index.article[at], index.offset[at], index.names[number])
            for at, number in enumerate(index.name)
            if own[number]
        )

    def by_sound(self) -> list[int]:
        """The places of all names in the order of a dictionary: by the letter each character is read with."""
        keys = [sound_key(name.name.text) for name in self.names]
        return sorted(range(len(keys)), key=keys.__getitem__)

    def _rows_of(self, place: int) -> array[int]:
        return self._own_rows[self._own_starts[place] : self._own_starts[place + 1]]


def roster(index: NameIndex) -> Roster:
    """The names of an index as a table."""
    return Roster(index)


class _Rows:
    """A row for each article that names something: its `names` by number, in the order of their first mention, and the
    ordinal of its day, 0 for none."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.names: list[tuple[int, ...]] = []
        self.days = array("I")
        for page, of_page in groupby(range(len(index.page)), index.page.__getitem__):
            segment, local = index.snapshot.page_at(page)
            day = segment.days[local]
            mentions = sorted((index.article[at], index.offset[at], index.name[at]) for at in of_page)
            for _article, of_article in groupby(mentions, lambda mention: mention[0]):
                self.names.append(tuple(dict.fromkeys(name for _of, _offset, name in of_article)))
                self.days.append(day)

    def articles(self) -> Iterator[ArticleNames]:
        names = self._index.names
        for number, row in enumerate(self.names):
            yield ArticleNames(number, [names[name] for name in row])

    def join(self, homes: Sequence[int]) -> None:
        """Put the full names in the place of short ones, each once."""
        self.names = [tuple(dict.fromkeys(homes[name] for name in row)) for row in self.names]


def _homes(index: NameIndex, joins: Mapping[tuple[str, EntityType], Join]) -> array[int]:
    """For each name the number of the name it counts as."""
    numbers = {name: number for number, name in enumerate(index.names)}
    return array(
        "I", (numbers[Name(*joins[name].full)] if name in joins else at for at, name in enumerate(index.names))
    )


class _Table:
    """Counts of each name, by its number in the index."""

    def __init__(self, index: NameIndex, homes: Sequence[int], rows: _Rows) -> None:
        self._names = index.names
        self._mentions, self._articles, self._first, self._last = (array("I", bytes(4 * len(homes))) for _c in range(4))
        for number in index.name:
            self._mentions[homes[number]] += 1
        for row, day in zip(rows.names, rows.days, strict=True):
            for number in row:
                self._articles[number] += 1
                if day:
                    self._first[number] = min(self._first[number] or day, day)
                    self._last[number] = max(self._last[number], day)

    def in_order(self) -> list[int]:
        """Numbers of the names that count as none other."""
        there = [number for number, articles in enumerate(self._articles) if articles]
        keys = [
            (-articles, -mentions, name.text, name.type)
            for name, articles, mentions in zip(self._names, self._articles, self._mentions, strict=True)
        ]
        there.sort(key=keys.__getitem__)
        return there

    def line(self, number: int, also: Sequence[ShortForm]) -> RosterName:
        return RosterName(
            self._names[number],
            self._mentions[number],
            self._articles[number],
            _date(self._first[number]),
            _date(self._last[number]),
            tuple(sorted(also, key=lambda form: (-form.articles, form.text))),
        )


def _date(day: int) -> dt.date | None:
    return dt.date.fromordinal(day) if day else None
