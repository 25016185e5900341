"""The names of a whole page: every passage read by itself, then one decision for each name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.annotate.columns import column_names
from reader.annotate.companies import core_names
from reader.annotate.names import find_names, longest
from reader.annotate.passages import place_on_page
from reader.annotate.reading import Reading
from reader.model import Entity, EntityType


def names_in(reading: Reading) -> tuple[Entity, ...]:
    """The names of the page, by offset in its text, without overlap, sure and unsure.

    A name found once is found wherever it stands on the page, as what it most often is; so is the short name of a
    company once it was named in full.
    """
    found = list(zip(reading.passages, find_names([one.text for one in reading.passages]), strict=True))
    for header, rows in reading.columns:
        found += [(cell, [Entity(0, len(cell.text), cell.text, kind)]) for cell, kind in column_names(header, rows)]
    decided = _decide(entity for _, entities in found for entity in entities)
    names: list[Entity] = []
    for passage, entities in found:
        everywhere = _occurrences(passage.text, decided)
        own = (
            entity._replace(**decided[entity.text]._asdict()) if entity.text in decided else entity
            for entity in entities
        )
        for entity in longest([*own, *everywhere]):
            start, end = place_on_page(reading.text, passage, entity.start, entity.end)
            names.append(entity._replace(start=start, end=end, text=reading.text[start:end]))
    return tuple(longest(names))


class _Decision(NamedTuple):
    type: EntityType
    sure: bool


def _decide(entities: Iterable[Entity]) -> dict[str, _Decision]:
    """One type for each name of two or more characters; sure when it is so anywhere."""
    votes: dict[str, Counter[EntityType]] = {}
    sure: set[str] = set()
    for entity in entities:
        if len(entity.text) > 1:
            votes.setdefault(entity.text, Counter())[entity.type] += 1
            if entity.sure:
                sure.add(entity.text)
    decided = {text: _Decision(count.most_common(1)[0][0], text in sure) for text, count in votes.items()}
    companies = [text for text, one in decided.items() if one.type is EntityType.ORGANISATION]
    for name in core_names(companies):
        decided.setdefault(name, _Decision(EntityType.ORGANISATION, sure=True))
    return decided


def _occurrences(text: str, decided: dict[str, _Decision]) -> Iterator[Entity]:
    for name, (kind, sure) in decided.items():
        at = text.find(name)
        while at >= 0:
            yield Entity(at, at + len(name), name, kind, sure)
            at = text.find(name, at + len(name))


def only_sure(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """What is shown unless a reader asks for more: wrong marks hurt reading more than missing ones."""
    return tuple(entity for entity in entities if entity.sure)
