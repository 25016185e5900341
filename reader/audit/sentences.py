"""Sentences as forms: each figure one sign, so that patterns can say where figures stand and what between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.annotate.numbers import find_numbers
from reader.annotate.passages import place_on_page
from reader.audit.figures import Figure
from reader.audit.model import Finding, Kind, Severity
from reader.audit.words import words
from reader.model import Number, NumberType, Page, Passage, Places, Span
from reader.parse.fold import fold

_FIRST = 0xE000
_MOST = 1000
"""Figures of one sentence that are looked at; there are 6400 signs to stand for them."""
FIGURE = "[\ue000-\uf8ff]"
"""A figure in a pattern over `Sentence.form`."""
_END = re.compile(r"[。!?;\n]")
_OWN = re.compile(FIGURE)
_COUNTED = frozenset({NumberType.COUNT, NumberType.AMOUNT, NumberType.MEASURE, NumberType.PLAIN, NumberType.DURATION})


@dataclass(frozen=True)
class Quantity(Figure):
    """A figure of a sentence. `value` is in `unit`: CNY, m2, 件; a percentage is a ratio. Offsets: in the passage."""

    type: NumberType
    unit: str | None
    start: int
    end: int
    is_rough: bool = False
    """近300件, 三成左右: nothing is reckoned with it."""

    @property
    def is_percent(self) -> bool:
        return self.type is NumberType.PERCENT and self.unit == "ratio"

    @property
    def is_points(self) -> bool:
        """Percentage points."""
        return self.type is NumberType.PERCENT and self.unit == "percentage_point"

    @property
    def is_counted(self) -> bool:
        return self.type in _COUNTED

    def alike(self, other: Quantity) -> bool:
        """Whether both count the same."""
        if not self.is_counted or not other.is_counted or self.unit is None:
            return False
        persons = words("units", "persons")
        return self.unit == other.unit or (self.unit in persons and other.unit in persons)


@dataclass(frozen=True)
class Sentence:
    """`form` is the folded text with one private-use sign for each figure; `quantities` in that order."""

    text: str
    form: str
    quantities: tuple[Quantity, ...]
    passage: Passage

    def at(self, sign: str) -> Quantity:
        """The figure a sign of `form` stands for."""
        return self.quantities[ord(sign) - _FIRST]

    def index(self, sign: str) -> int:
        return ord(sign) - _FIRST

    def place(self, quantity: Quantity) -> int:
        """Where a figure stands in `form`."""
        return self.form.index(chr(_FIRST + self.quantities.index(quantity)))


def sentences(passage: Passage) -> list[Sentence]:
    """The sentences of a passage that hold figures."""
    # A page may print such signs itself, where its fonts had characters of their own.
    text = _OWN.sub("\ufffd", fold(passage.text))
    numbers = [number for number in find_numbers(passage.text) if number.type is not NumberType.RANGE]
    found: list[Sentence] = []
    begin = 0
    ends = [match.end() for match in _END.finditer(text)]
    at = 0
    for end in [*ends, len(text)]:
        own: list[Number] = []
        while at < len(numbers) and numbers[at].start < end:
            own.append(numbers[at])
            at += 1
        if own and len(own) <= _MOST:
            found.append(_sentence(text, passage, begin, end, own))
        begin = end
    return found


def _sentence(text: str, passage: Passage, begin: int, end: int, numbers: Sequence[Number]) -> Sentence:
    form: list[str] = []
    quantities: list[Quantity] = []
    at = begin
    for number in numbers:
        value = number.value
        form.append(text[at : number.start])
        if number.type is NumberType.ORDINAL or number.unit in words("parts", "ordinal"):
            # 一期, 二级, 第三: words, and no quantities.
            form.append(text[number.start : number.end])
            at = number.end
            continue
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            form.append(chr(_FIRST + len(quantities)))
            rough = _is_rough(text, number)
            quantities.append(
                Quantity(number.text, float(value), number.type, number.unit, number.start, number.end, rough)
            )
        else:
            # Dates and codes are not reckoned with, and stand as one sign no pattern lets pass as a word.
            form.append("\x00" if number.type not in (NumberType.DATE, NumberType.TIME) else "")
        at = number.end
    form.append(text[at:end])
    return Sentence(text[begin:end], "".join(form), tuple(quantities), passage)


def _is_rough(text: str, number: Number) -> bool:
    return (
        text[max(0, number.start - 4) : number.start].endswith(words("rough", "before"))
        or text.startswith(words("rough", "behind"), number.end)
        or any(word in number.text for word in words("rough", "inside"))
    )


def signs(form: str) -> Iterator[str]:
    """The signs of figures in a form, one after the other."""
    for found in _OWN.finditer(form):
        yield found[0]


def on_page(page: Page, passage: Passage, start: int, end: int) -> Span:
    """Where characters of a passage stand in the page text."""
    return place_on_page(page.text, Places(passage), start, end)


def finding(
    page: Page,
    article: str | None,
    sentence: Sentence,
    quantity: Quantity,
    computed: str,
    note: str,
    kind: Kind,
    *,
    is_certain: bool,
) -> Finding:
    span = on_page(page, sentence.passage, quantity.start, quantity.end)
    severity = Severity.CERTAIN if is_certain else Severity.DOUBTFUL
    return Finding(article, severity, kind, page.text[span.start : span.end], computed, note, span, (kind,))
