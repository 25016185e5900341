r"""What a parsed page is: issue 一期, page 版, article 稿件, block, table, and the spans of text they stand on.

Every value is immutable. Offsets are `str` indices into `Page.text`, the decoded page text (BOM removed, line ends as
`\n`). A piece of print that runs over several places of the page (a paragraph cut at a column's foot, a headline on
two
lines) is a `Passage`: its `text` is the printed characters of its `spans`, in reading order, with `joiner` between
them.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)` of characters of the page text."""

    start: int
    end: int


class Role(StrEnum):
    """What a passage outside the running text is."""

    LABEL = "label"
    """栏目, the name of the column or the occasion a group of articles stands under."""
    KICKER = "kicker"
    """引题, the line over the headline."""
    HEADLINE = "headline"
    """主题."""
    DECK = "deck"
    """副题, the line under the headline, often led by ——."""
    DATELINE = "dateline"
    """本报讯, 新华社北京1月5日电."""
    BYLINE = "byline"
    """署名."""
    CREDIT = "credit"
    """Who took the picture: 王韵菲 摄."""
    JUMP_LINE = "jump line"
    """转版: 上接第1版, 下转第3版."""
    MARK = "mark"
    """Signs around a part that are printed and mean nothing by themselves: the brackets of a label."""
    TABLE_TITLE = "table title"
    TABLE_CAPTION = "table caption"
    FURNITURE = "furniture"
    """Masthead, folio, 责任编辑: what belongs to the page and to no article."""


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    NOTE = "note"
    """Signature, date line, 特此通知, 备注."""
    TABLE = "table"


class ArticleKind(StrEnum):
    NEWS = "news"
    COMMENTARY = "commentary"
    NOTICE = "notice"
    PHOTO = "photo"
    FEATURE = "feature"
    CONTINUATION = "continuation"


class RepairKind(StrEnum):
    """What the parser put right. Each repair is recorded; none is silent."""

    REJOIN = "rejoin"
    """Two halves of a sentence parted by a column cut."""
    REORDER = "reorder"
    """Blocks emitted in another order than they are read in."""
    MERGE = "merge"
    """Two printed pieces of one table."""
    UNFOLD = "unfold"
    """A list printed two or three abreast."""
    HEADER = "header"
    """A table header that had to be completed or moved."""


class Certainty(StrEnum):
    PRINTED = "printed"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Passage:
    """Printed text with its places on the page.

    `text == joiner.join(page.text[a:b] for a, b in spans)` always holds.
    """

    text: str
    spans: tuple[Span, ...]
    joiner: str = ""
    _starts: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)
    """Where the spans begin in `text`, kept once it was asked for: a paragraph may have thousands of lines, and a
    figure in each."""

    def source_offset(self, index: int) -> int:
        """Offset in the page text of the character at `index` of `text`.

        A character of a joiner, which is not printed, has the offset just behind the span before it.
        Raises `IndexError` when `index` is outside `[0, len(text))`.
        """
        if not 0 <= index < len(self.text):
            raise IndexError(index)
        piece = self._piece(index)
        start, end = self.spans[piece]
        return min(start + index - self._starts[piece], end)

    def source_piece(self, index: int) -> Span:
        """The span that the character at `index` of `text` is printed in; of a joiner, the one before it."""
        return self.spans[self._piece(index)]

    def _piece(self, index: int) -> int:
        if not self._starts:
            lengths = (end - start + len(self.joiner) for start, end in self.spans)
            object.__setattr__(self, "_starts", tuple(accumulate(lengths, initial=0)))
        return bisect_right(self._starts, index) - 1

    def source_span(self, start: int, end: int) -> Span:
        """Page span from the character `start` to the character before `end` of `text` (`start < end`).

        Over a column cut it includes the line break, so that the page text between holds the whole mention.
        When the halves stand in swapped columns, only the part up to the cut is given.
        """
        first, last = self.source_offset(start), self.source_offset(end - 1) + 1
        if last > first:
            return Span(first, last)
        return Span(first, self.source_piece(start).end)


@dataclass(frozen=True, slots=True)
class Part(Passage):
    """A passage that has a field of its own: headline, byline, jump line …"""

    role: Role = Role.FURNITURE


@dataclass(frozen=True, slots=True)
class Block(Passage):
    """One unit of an article's running text, in reading order.

    A `TABLE` block is the place of `Article.tables[table]` in the text; its own `text` is empty and its `spans` are the
    table's lines.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    credit: tuple[str, ...] = ()
    table: int | None = None


class Cell(NamedTuple):
    """A table cell. `span` is None when nothing is printed there (blank, or filled from the row above)."""

    text: str
    span: Span | None = None


class TablePiece(NamedTuple):
    """A table as printed: one header, one run of rows. `spans` are its lines, header included."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[Span, ...]


class Table(NamedTuple):
    """One logical table: pieces merged, group cells filled down, lists printed abreast unfolded.

    Every row has `len(columns)` cells. `ragged` holds the indices of rows that had another number of cells as printed;
    `summary` those of 合计/平均 rows.
    """

    title: Part | None
    caption: Part | None
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pieces: tuple[TablePiece, ...]
    ragged: frozenset[int] = frozenset()
    summary: frozenset[int] = frozenset()
    repairs: tuple[Repair, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(span for piece in self.pieces for span in piece.spans)


class Byline(NamedTuple):
    name: str
    role: str | None = None
    """记者, 通讯员, 摄, 采写 … as printed."""


class Repair(NamedTuple):
    kind: RepairKind
    note: str


class IssueDate(NamedTuple):
    """The day the page appeared. `evidence` quotes what it was read from; never empty when `value` is set."""

    value: dt.date | None = None
    certainty: Certainty | None = None
    evidence: tuple[str, ...] = ()


class Article(NamedTuple):
    """One article of a page. `parts` are the passages with a field of their own, in printed order."""

    id: str
    kind: ArticleKind
    parts: tuple[Part, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    bylines: tuple[Byline, ...] = ()
    label: str | None = None
    """Printed at this article or inherited from the group it stands in."""
    group: str | None = None
    continued_from: str | None = None
    """Page number of a 上接 line."""
    repairs: tuple[Repair, ...] = ()

    def part(self, role: Role) -> str | None:
        """Text of the first part with this role."""
        return next((part.text for part in self.parts if part.role is role), None)

    @property
    def kicker(self) -> str | None:
        return self.part(Role.KICKER)

    @property
    def headline(self) -> str | None:
        return self.part(Role.HEADLINE)

    @property
    def deck(self) -> str | None:
        return self.part(Role.DECK)

    @property
    def dateline(self) -> str | None:
        return self.part(Role.DATELINE)

    @property
    def title(self) -> str:
        """What a list calls the article: its headline, else the beginning of its text."""
        if self.headline:
            return self.headline
        text = next((block.text for block in self.blocks if block.text), self.label or "")
        return text if len(text) <= 24 else text[:24] + "…"

    @property
    def length(self) -> int:
        """Printed characters of headings and running text, tables aside."""
        return sum(len(p.text) for p in self.parts) + sum(len(b.text) for b in self.blocks)

    @property
    def spans(self) -> Iterator[Span]:
        for part in self.parts:
            yield from part.spans
        for block in self.blocks:
            if block.kind is not BlockKind.TABLE:
                yield from block.spans
        for table in self.tables:
            yield from table.spans
            for heading in (table.title, table.caption):
                if heading:
                    yield from heading.spans


class Page(NamedTuple):
    """One page of an issue, parsed. `source` is its path as given, `-` for standard input."""

    source: str
    text: str
    encoding: str = "utf-8"
    newspaper: str | None = None
    number: int | None = None
    date: IssueDate = IssueDate()
    articles: tuple[Article, ...] = ()
    furniture: tuple[Part, ...] = ()

    @property
    def spans(self) -> list[Span]:
        """Spans of all that was found, in page order: each non-space character stands in exactly one."""
        spans = [span for article in self.articles for span in article.spans]
        spans += [span for part in self.furniture for span in part.spans]
        return sorted(spans)


class Issue(NamedTuple):
    """The pages of one newspaper and one day."""

    newspaper: str | None
    date: IssueDate
    pages: tuple[Page, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(article for page in self.pages for article in page.articles)


class EntityType(StrEnum):
    PERSON = "PER"
    PLACE = "LOC"
    ORGANISATION = "ORG"


class NumberType(StrEnum):
    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    ORDINAL = "ordinal"
    RANGE = "range"
    CODE = "code"
    PLAIN = "plain"


DATES = frozenset({NumberType.DATE, NumberType.TIME})
"""The types of numbers that say when."""


class Entity(NamedTuple):
    """A name on the page; `text` is the page text of the span, line breaks of a column cut included."""

    start: int
    end: int
    text: str
    type: EntityType
    sure: bool = True
    """More than the tagger's word stands for it."""


class Interval(NamedTuple):
    """The value of a range, both ends included: 3-5年, 2024年2月1日至2月29日."""

    low: float | int | str | None
    high: float | int | str | None


class Number(NamedTuple):
    """A figure on the page. `value` is normalised to `unit` (5688亿元 → 568800000000, CNY); dates are ISO strings."""

    start: int
    end: int
    text: str
    type: NumberType
    value: float | int | str | Interval | None = None
    unit: str | None = None


class Annotations(NamedTuple):
    """The marks of one page, each list sorted by offset and free of overlap."""

    numbers: tuple[Number, ...] = ()
    entities: tuple[Entity, ...] = ()
