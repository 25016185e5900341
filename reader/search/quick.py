"""The quick switcher: which of very many headlines or names a few typed letters mean, the likeliest first.

Typed words, parted by blanks, must all stand in a text: as printed, in any width, or by the first letters of the
characters' readings, also mixed (太原lg). What is found and in which order says `Rank`. All texts are searched at once,
as one text with a separator before each: see `reader.search.marks`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import AnyStr, NamedTuple

from reader.model import Span
from reader.search.marks import first_between, marked, marked_codes, places
from reader.search.occurrences import folded
from reader.search.pinyin import letters_by_character, stands_at
from reader.search.soundcodes import HAN, LATIN, RARE, codes, codes_with

LONGEST = 200
"""Characters of a text that are searched. What is longer is no headline and no name."""
_KEPT = 16
"""Printed pieces whose places are kept for the next key."""
_FEW = 4000
"""Texts looked at one by one; more, character by character in all of them at once."""
_PIECES = re.compile("[a-z0-9]|[^a-z0-9]+")


class Place(IntEnum):
    """Where in a text the first word typed stands, the best place first."""

    WHOLE = 0
    """What was typed is all of the text."""
    PREFIX = 1
    WORD = 2
    """Behind a blank or a sign of punctuation, or where Chinese and Latin letters meet."""
    INSIDE = 3


class Rank(NamedTuple):
    """How good a match is; the smaller the better, also between two indexes. Equal ranks go by index."""

    place: Place
    apart: bool
    """The words typed do not follow one another, at most one sign or blank between them."""
    by_sound: bool
    """Something typed is only a letter that a character is read with."""
    start: int
    length: int
    """Characters of the text."""


class QuickMatch(NamedTuple):
    """One text found. `item` is its index among the texts given; `spans` are what was matched, sorted, no overlap."""

    item: int
    spans: tuple[Span, ...]
    rank: Rank


class QuickIndex:
    """Texts to choose from, read when it is made. Of 100,000 headlines it holds 20 to 30 MB."""

    def __init__(self, texts: Sequence[str]) -> None:
        lengths = [min(len(text), LONGEST) for text in texts]
        # Sorted by length: among matches that are equal otherwise the first found is the best.
        self._order = array("I", sorted(range(len(texts)), key=lengths.__getitem__))
        joined = "\n".join([texts[index] for index in self._order])
        if joined.count("\n") >= len(texts) or len(joined) >= sum(lengths) + len(texts):
            joined = "\n".join([texts[index][:LONGEST].replace("\n", " ") for index in self._order])
        self._lengths = array("I", sorted(lengths))
        self._starts = array("I", accumulate((length + 1 for length in self._lengths), initial=1))
        end = self._starts.pop()
        self._size = end + -end % 8
        self._text = f"\n{folded(joined)}".ljust(self._size, "\n")
        self._codes = self._text.translate(codes()).encode("latin-1", "replace")
        separators = [start - 1 for start in self._starts]
        self._before = marked([*separators, *range(max(0, end - 1), self._size)], self._size)
        self._within = (1 << self._size) - 1 ^ self._before
        self._first = self._before >> 1 & self._within
        self._last = self._before << 1 & self._within
        latin, han = marked_codes(self._codes, LATIN), marked_codes(self._codes, HAN)
        self._words = (latin & ~(latin >> 1)) | (han & ~(han >> 1)) | self._first
        self._signs = self._within & ~latin & ~han
        self._letters: dict[tuple[str, bool], int] = {}
        self._printed: dict[str, int] = {}

    def find(self, typed: str, limit: int) -> list[QuickMatch]:
        """At most `limit` matches, the best first; none when nothing but blanks is typed."""
        words = folded(typed).split()
        found: list[QuickMatch] = []
        if not words or limit <= 0:
            return found
        for place, apart, by_sound, start, item in self._ranked(words):
            rank = Rank(place, apart, by_sound, start, self._lengths[item])
            found.append(QuickMatch(self._order[item], self._spans(words, item, rank), rank))
            if len(found) == limit:
                break
        return found

    def _ranked(self, words: Sequence[str]) -> Iterator[tuple[Place, bool, bool, int, int]]:
        """Every text that matches, once and in the order of rank: its place, apart, by sound, start and number."""
        readings = [[self._marks(word, by_sound) for word in words] for by_sound in (False, True)]
        if readings[0] == readings[1]:
            readings.pop()
        left = self._before
        for marks in readings[-1]:
            left &= self._texts_with(marks)
        for place in Place:
            for apart in (False, True)[: len(words)]:
                for by_sound, all_marks in enumerate(readings):
                    starts = self._starts_of(words, all_marks, place, apart)
                    open_ = self._texts_with(starts) & left
                    for marks in all_marks[1:] if apart else ():
                        open_ &= self._texts_with(marks)
                    left ^= open_
                    for start, item in self._in_order(starts, open_):
                        yield place, apart, bool(by_sound), start, item

    def _in_order(self, starts: int, texts: int) -> Iterator[tuple[int, int]]:
        """Where the first of `starts` is in each of `texts`, and the number of the text: earlier and shorter first."""
        if texts.bit_count() <= _FEW:
            items = [bisect_left(self._starts, at + 1) for at in places(texts, self._size)]
            signs = starts.to_bytes(self._size // 8, "big")
            begins = ((self._starts[item], self._lengths[item], item) for item in items)
            yield from sorted((first_between(signs, at, at + length) - at, item) for at, length, item in begins)
            return
        start = 0
        while texts:
            here = self._texts_with_at(starts, start) & texts
            for at in places(here, self._size) if here else ():
                yield start, bisect_left(self._starts, at + 1)
            texts ^= here
            start += 1

    def _starts_of(self, words: Sequence[str], marks: Sequence[int], place: Place, apart: bool) -> int:
        """Where the first word stands at such a place, the others behind it unless they are apart."""
        behind = marks[-1]
        if place is Place.WHOLE:
            behind &= self._last << (len(words[-1]) - 1)
        for word, here in zip(words[-2::-1], marks[-2::-1], strict=True):
            behind = here & ((behind | (behind << 1 & self._signs)) << len(word))
        if apart:
            behind = marks[0] if place is not Place.WHOLE else 0
        if place is Place.INSIDE:
            return behind
        return behind & (self._words if place is Place.WORD else self._first)

    def _texts_with(self, marks: int) -> int:
        """The separator before each text that has a mark: the sum carries from any mark over all before it."""
        return (marks + self._within) & self._before

    def _texts_with_at(self, marks: int, start: int) -> int:
        """The separator before each text that has a mark on its character `start`."""
        shorter = bisect_left(self._lengths, start + 1)
        if shorter == len(self._starts):
            return 0
        # Marks of a text may be moved before another only when that is shorter than the way.
        low = (1 << (self._size - self._starts[shorter] + 1)) - 1
        return (marks & low) << (start + 1) & self._before & low

    def _marks(self, word: str, by_sound: bool) -> int:
        """Where `word` stands, by its first character."""
        marks = self._within
        for piece in _PIECES.finditer(word):
            sign = piece[0]
            found = self._letter(sign, by_sound) if sign.isascii() and sign.isalnum() else self._piece(sign)
            marks &= found << piece.start()
        return marks

    def _letter(self, letter: str, by_sound: bool) -> int:
        key = letter, by_sound and letter.isalpha()
        if key not in self._letters:
            marks = marked_codes(self._codes, codes_with(letter) if key[1] else [ord(letter)])
            if key[1]:
                read = letters_by_character()
                rare = (at for at in _finds(self._codes, bytes([RARE])) if letter in read[self._text[at]])
                marks |= marked(rare, self._size)
            self._letters[key] = marks
        return self._letters[key]

    def _piece(self, piece: str) -> int:
        if piece not in self._printed:
            if len(self._printed) >= _KEPT:
                self._printed.pop(next(iter(self._printed)))
            self._printed[piece] = marked(_finds(self._text, piece), self._size)
        return self._printed[piece]

    def _spans(self, words: Sequence[str], item: int, rank: Rank) -> tuple[Span, ...]:
        begin = self._starts[item]
        text = self._text[begin : begin + rank.length]
        if rank.apart:
            starts = [rank.start, *(_first_place(word, text) for word in words[1:])]
        else:
            starts = _in_a_row(words, text, rank.start, rank) or []
        return _merged(sorted(Span(at, at + len(word)) for at, word in zip(starts, words, strict=True)))


def _finds(text: AnyStr, wanted: AnyStr) -> Iterator[int]:
    """Everywhere `wanted` stands, overlapping too."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _first_place(word: str, text: str) -> int:
    """As printed if it is anywhere, else by sound; it must stand somewhere."""
    at = text.find(word)
    return at if at >= 0 else next(at for at in range(len(text)) if stands_at(word, text, at))


def _in_a_row(words: Sequence[str], text: str, at: int, rank: Rank) -> list[int] | None:
    """Where the words stand when the first stands at `at` and each other at most one sign behind the one before."""
    word, *others = words
    if not (stands_at(word, text, at) if rank.by_sound else text.startswith(word, at)):
        return None
    behind = at + len(word)
    if not others:
        return [at] if rank.place is not Place.WHOLE or behind == len(text) else None
    ways = (behind, behind + 1) if not text[behind : behind + 1].isalnum() else (behind,)
    for way in ways:
        rest = _in_a_row(others, text, way, rank)
        if rest:
            return [at, *rest]
    return None


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
