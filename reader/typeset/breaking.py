"""Chinese line breaking: where the rows of a paragraph or a headline end.

The rules are those of W3C "Requirements for Chinese Text Layout" (CLREQ) and GB/T 15834-2011: marks that may not
begin or end a row, figures whole with their units, one closing mark hanging in the gutter. Words of Han
characters may be cut; where the caller knows them, a row gives up to two cells to keep one whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.typeset.rules import marks
from reader.typeset.wholes import LOOSE, TIGHT, no_break
from reader.typeset.width import cell_offsets, char_width

WORD_COST = 2
"""Cells a row may stay short to keep a word whole. With 2 about one row in ten still cuts a word and hardly any
is ragged; with 4 one in thirty does, and one in ten is ragged."""


_LONG_HEADLINE = 400
_SEAMS = frozenset("，。、；：！？,;:!?—")


class Row(NamedTuple):
    """One row: `text[start:end]`, without the blanks at its ends. `start < end`."""

    start: int
    end: int


def break_rows(
    text: str,
    width: int,
    *,
    indent: int = 0,
    hang: int = 2,
    keep: Sequence[tuple[int, int]] = (),
    words: Sequence[int] | None = None,
) -> list[Row]:
    r"""Rows of at most `width` cells that together hold every character of `text` but blanks.

    The first row has `indent` cells less; an indent that leaves no two cells is cut to do so. One pause or stop
    may stand in a gutter of `hang` cells behind a full row. `keep` are `[start, end)` spans not to be cut, `words`
    the sorted offsets at which words begin. A `\n` ends its row; a text without print has no rows. What is wider
    than a row is cut by force, at a seam or between letters, and never beside a mark that may not stand there
    unless nothing else is left. Raises `ValueError` when `width < 1`. Linear.
    """
    if width < 1:
        raise ValueError(f"width must be at least 1, not {width}")
    return _Breaker(text, hang, keep, words).rows(width, width - min(max(indent, 0), max(width - 2, 0)))


def balance(text: str, width: int, *, words: Sequence[int] | None = None) -> list[Row]:
    """Rows of a headline: as few as `width` allows, about equally long, ended at blanks where there are any.

    After blanks come marks, then the beginnings of `words`. The rules of `break_rows` hold and nothing hangs. A
    text of more than 400 characters is no headline and is set as a paragraph.
    """
    rows = break_rows(text, width, hang=0, words=words)
    if len(rows) < 2 or len(text) > _LONG_HEADLINE or "\n" in text:
        return rows
    return _Breaker(text, 0, (), words).balanced(width, len(rows)) or rows


class _Breaker:
    """A text measured once, to be cut into rows."""

    __slots__ = ("cells", "hang", "hanging", "mask", "no_end", "no_start", "text", "unparted", "words")

    def __init__(self, text: str, hang: int, keep: Sequence[tuple[int, int]], words: Sequence[int] | None) -> None:
        self.text = text
        self.hang = hang
        self.words = words
        self.cells = cell_offsets(text)
        self.mask = no_break(text, keep)
        self.no_start, self.no_end, self.hanging, self.unparted = marks()

    def rows(self, width: int, first_width: int) -> list[Row]:
        rows: list[Row] = []
        line_start = 0
        room = first_width
        for line in self.text.split("\n"):
            line_end = line_start + len(line)
            start = self.skip(line_start, line_end)
            while start < line_end:
                stop = self.next_start(start, line_end, room, dateline=not rows)
                rows.append(Row(start, self.strip(start, stop)))
                start = self.skip(stop, line_end)
                room = width
            line_start = line_end + 1
        return rows

    def skip(self, offset: int, end: int) -> int:
        text = self.text
        while offset < end and text[offset].isspace():
            offset += 1
        return offset

    def strip(self, start: int, end: int) -> int:
        text = self.text
        while end > start and text[end - 1].isspace():
            end -= 1
        return end

    def next_start(self, start: int, end: int, room: int, *, dateline: bool) -> int:
        """Offset behind the row that begins at `start`; `start` itself is printed."""
        cells = self.cells
        base = cells[start]
        # A character wider than the row still has to be set.
        limit = max(bisect_right(cells, base + room, start, end + 1) - 1, start + 1)
        if limit >= end:
            return end
        hung = self.hung(start, limit, end, base + room + self.hang)
        if hung:
            return hung
        if self.text[limit].isspace():
            limit = self.skip(limit, end)
            if limit == end:
                return end
        best = self.last_break(start, limit, 0)
        filled = cells[best] - base
        # 本报讯 must not stand alone before a long date, nor may a date leave a row more than half empty.
        alone = dateline and self.text[best - 1].isspace() and filled * 3 <= room * 2
        if best == start or alone or filled * 5 < room * 2:
            best = max(best, self.last_break(start, limit, LOOSE))
            if best == start or ((cells[best] - base) * 2 < room and self.too_wide(best, end, room)):
                best = max(best, self.last_break(start, limit, TIGHT))
        if best == start:
            return limit
        return self.at_word(start, best) if self.words is not None else best

    def hung(self, start: int, limit: int, end: int, right: int) -> int:
        """Offset behind the closing mark that hangs in the gutter, 0 when none may."""
        behind = limit + 1
        if self.text[limit] not in self.hanging or self.cells[behind] > right:
            return 0
        following = self.skip(behind, end)
        if following < end and not self.allowed(start, following, 0):
            return 0
        return following

    def last_break(self, start: int, limit: int, cut: int) -> int:
        """The last offset in `(start, limit]` where a row may begin, cutting wholes up to level `cut`; else `start`."""
        offset = limit
        while offset > start and not self.allowed(start, offset, cut):
            offset -= 1
        return offset

    def allowed(self, start: int, offset: int, cut: int) -> bool:
        """Whether the row that begins at `start` may end before the printed character at `offset`."""
        text = self.text
        if self.mask[offset] > cut:
            return False
        after = text[offset]
        if after in self.no_start or after.isspace() or not char_width(after):
            return False
        before = text[offset - 1]
        if before.isspace():
            before = text[self.strip(start, offset) - 1]
        return before not in self.no_end and not (after == before and after in self.unparted)

    def too_wide(self, offset: int, end: int, room: int) -> bool:
        """Whether what begins at `offset` has no break within `room` cells and must be cut in any case."""
        cells = self.cells
        limit = bisect_right(cells, cells[offset] + room, offset, end + 1) - 1
        return limit < end and self.last_break(offset, limit, LOOSE) == offset

    def at_word(self, start: int, best: int) -> int:
        """`best`, or the beginning of the word it cuts when the row stays no more than `WORD_COST` shorter."""
        words = self.words
        if words is None:
            return best
        index = bisect_right(words, best) - 1
        if index < 0 or words[index] == best:
            return best
        head = words[index]
        if head > start and self.cells[best] - self.cells[head] <= WORD_COST and self.allowed(start, head, 0):
            return head
        return best

    def balanced(self, width: int, count: int) -> list[Row]:
        """The best `count` rows, none when the text cannot be set in them by the rules."""
        text, cells = self.text, self.cells
        first, last = self.skip(0, len(text)), len(text)
        starts = [first, *(p for p in range(first + 1, last) if self.allowed(first, p, 0)), last]
        ends = [self.strip(first, p) for p in starts]
        ideal = (cells[ends[-1]] - cells[first]) / count
        heads = frozenset(self.words or ())
        toll = [self.toll(p, heads, ideal) for p in starts]
        # costs[k] is the least cost of setting the text before starts[k] in the rows counted so far.
        costs: list[float] = [0.0] + [float("inf")] * (len(starts) - 1)
        chosen: list[list[int]] = []
        for _ in range(count):
            reached = [float("inf")] * len(starts)
            through = [0] * len(starts)
            for k in range(1, len(starts)):
                for j in range(k - 1, -1, -1):
                    length = cells[ends[k]] - cells[starts[j]]
                    if length > width:
                        break
                    cost = costs[j] + (length - ideal) ** 2 + toll[k]
                    if cost < reached[k]:
                        reached[k], through[k] = cost, j
            costs = reached
            chosen.append(through)
        if costs[-1] == float("inf"):
            return []
        found: list[Row] = []
        k = len(starts) - 1
        for through in reversed(chosen):
            found.append(Row(starts[through[k]], ends[k]))
            k = through[k]
        return found[::-1]

    def toll(self, offset: int, heads: frozenset[int], ideal: float) -> float:
        """What a break at `offset` costs beside uneven rows: nothing at a blank, most in the middle of a word."""
        text = self.text
        if offset == len(text) or text[offset - 1].isspace():
            return 0.0
        if text[offset - 1] in _SEAMS:
            return ideal
        return (2 if offset in heads else 4) * ideal
