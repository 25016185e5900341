"""The names of a whole page: every passage read by itself, then one decision for each name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.annotate.columns import column_names
from reader.annotate.companies import core_names
from reader.annotate.names import find_names, longest
from reader.annotate.passages import place_on_page
from reader.annotate.reading import Reading
from reader.model import Entity, EntityType, Places


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
    everywhere = _occurrences([passage.text for passage, _entities in found], decided)
    for (passage, entities), occurring in zip(found, everywhere, strict=True):
        own = (
            entity._replace(**decided[entity.text]._asdict()) if entity.text in decided else entity
            for entity in entities
        )
        places = Places(passage)
        for entity in longest([*own, *occurring]):
            start, end = place_on_page(reading.text, places, entity.start, entity.end)
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


def _occurrences(texts: Sequence[str], decided: dict[str, _Decision]) -> list[list[Entity]]:
    """For each text where the names decided on stand in it."""
    found: list[list[Entity]] = [[] for _ in texts]
    # Looked for in all texts at once: most names stand in few of them.
    joined = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    for name, at in sorted(_standing(joined, decided)):
        kind, sure = decided[name]
        index = bisect_right(ends, at)
        start = at - (ends[index - 1] if index else 0)
        if start + len(name) <= len(texts[index]):
            found[index].append(Entity(start, start + len(name), name, kind, sure))
    return found


def _standing(text: str, names: Collection[str]) -> Iterator[tuple[str, int]]:
    """Each name of two or more characters and the offsets it stands at, no two of one name overlapping.

    The text is gone through once, however many names there are and however many of them begin alike.
    """
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    firsts = "".join(sorted({beginning[0] for beginning in lengths}))
    ends: dict[str, int] = {}
    # Few characters begin a name: the others are passed over by the pattern.
    for found in re.finditer(f"[{re.escape(firsts)}]", text) if firsts else ():
        at = found.start()
        for length in lengths.get(text[at : at + 2], ()):
            name = text[at : at + length]
            if name in names and at >= ends.get(name, 0):
                ends[name] = at + len(name)
                yield name, at


def only_sure(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """What is shown unless a reader asks for more: wrong marks hurt reading more than missing ones."""
    return tuple(entity for entity in entities if entity.sure)
