"""A word of a text with its part of speech: what the taggers give and the rules for names read."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Entity, EntityType

PLACES = frozenset({"LOC", "ns"})
"""The tags of places."""
ORGANISATIONS = frozenset({"ORG", "nt"})
"""The tags of organisations."""


class Word(NamedTuple):
    """A word at `[start, end)` of a text.

    The tags are PER, LOC and ORG for names, and for other words those of `lac_small` (n noun, nz other name, v verb, vn
    verbal noun, a adjective, m numeral, w punctuation …), where nr, ns and nt are persons, places and organisations the
    tagger is less sure of.
    """

    start: int
    end: int
    text: str
    tag: str

    def part(self, start: int, end: int, tag: str | None = None) -> Word:
        """The characters `[start, end)` of the word as a word of its own."""
        return Word(self.start + start, self.start + end, self.text[start:end], tag or self.tag)


def entity(text: str, start: int, end: int, kind: EntityType) -> Entity:
    """What stands at `[start, end)` of a text as a name."""
    return Entity(start, end, text[start:end], kind)
