"""What each line of a heading is: label 栏目, kicker 引题, headline 主题, deck 副题."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import Part, Role, Span
from reader.parse.cues import Cue
from reader.parse.lines import Line
from reader.parse.tokens import Token, TokenKind
from reader.parse.units import LONGEST_HALF, units_of, with_halves, with_twins

_MARKS = " \t|｜【】〔〕[]〖〗『』<>〈〉★☆●◆■▲※◎▶►◀◄/▍▌┃❖"
# 热线追踪 | 一把“电子秤”称了三年: label and headline on one line.
_LABELLED = re.compile(r"([^\s|丨｜]{2,8})[ \t]*([|丨｜])[ \t]*(?=\S)")
# 《…条例》规定, 《…通知》发布: the document is the kicker, what it brings is the headline.
_DOCUMENT = re.compile(r"^(《[^》]{2,60}》(?:[\u4e00-\u9fff]{2,6})?)[ \t]+(?=\S)")


_SHORTEST_KICKER = 5
"""A kicker says something, and that takes more characters than this; a line as short names the column."""


_LONGEST_LABEL = 6
"""Characters of a label over a kicker and a headline."""


_SHORTEST_NAME_OF_OFFICE = 10
"""Characters from which the line over a notice's heading is its first half; what is shorter names the column."""


_LONGEST_PHRASE = 6
_LONGEST_NOTICE_HALF = 32
"""Characters of either half of the heading of a notice: it is one name, however long."""


@dataclass(slots=True)
class Heading:
    parts: list[Part] = field(default_factory=list)

    def add(self, role: Role, spans: Sequence[Span], text: str) -> None:
        pieces = tuple(spans)
        self.parts.append(Part(" ".join(text[a:b] for a, b in pieces), pieces, " ", role=role))


def split_heading(
    heads: Sequence[Token],
    lines: Sequence[Line],
    text: str,
    *,
    parted: bool,
    telling: bool,
    notice: bool,
    photo: bool,
    commentary: bool,
) -> list[Part]:
    """The parts of one article's heading, in printed order. Every span of `heads` is in exactly one part."""
    heading = Heading()
    labels = [token for token in heads if token.kind is TokenKind.LABEL]
    for token in labels:
        heading.parts += label_parts(token.span, text)
    decks, rest = _take_decks([token for token in heads if token.kind is not TokenKind.LABEL], lines)
    units = units_of(rest, lines, parted=parted)
    if not decks and not telling and not labels:
        units = with_twins(units)
    under_photo_label = photo and bool(units) and Cue.PHOTO_LABEL in units[0][0].cues
    if not labels and (
        under_photo_label or (len(units) > 1 and _is_label(units, notice=notice, commentary=commentary))
    ):
        heading.parts += label_parts(units[0][0].span, text)
        units = units[1:]
    if notice and len(units) > 1 and units[-1][0].kind is TokenKind.NOTICE_HEAD:
        units = [*units[:-2], [*units[-2], *units[-1]]]
    if not decks and not telling:
        units = with_halves(units, lines, parted=parted, longest=_LONGEST_NOTICE_HALF if notice else LONGEST_HALF)
    if units and not labels and len(units[0]) == 1:
        units[0] = [_without_label(units[0][0], text, heading)]
    if len(units) == 1:
        _single(units[0], text, heading)
    elif len(units) == 2:
        _pair(units, text, heading, has_deck=bool(decks))
    elif len(units) == 3 and not labels and not decks and _are_phrases(text, units[1]):
        # The occasion, short phrases, and what they lead up to.
        heading.parts += label_parts(units[0][0].span, text)
        _pair(units[1:], text, heading, has_deck=True)
    elif len(units) > 2:
        heading.add(Role.KICKER, [units[0][0].span, *(token.span for token in units[0][1:])], text)
        # Over a deck that its dash tells, what follows the kicker is the headline on several lines.
        headline = [token.span for unit in (units[1:] if decks else units[1:2]) for token in unit]
        heading.add(Role.HEADLINE, headline, text)
        if not decks:
            heading.add(Role.DECK, [token.span for unit in units[2:] for token in unit], text)
    if decks:
        heading.add(Role.DECK, [token.span for token in decks], text)
    return sorted(heading.parts, key=lambda part: part.spans[0])


def label_parts(span: Span, text: str) -> list[Part]:
    """A label without its brackets, and the brackets, which are printed but belong to no field."""
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if start < end and text[start] == "《" and text[end - 1] == "》":
        start, end = start + 1, end - 1
    if start == end:
        start, end = span
    marks = [Span(a, b) for a, b in ((span.start, start), (end, span.end)) if text[a:b].strip()]
    parts = [Part(text[start:end], (Span(start, end),), role=Role.LABEL)]
    return parts + [Part(text[a:b], (Span(a, b),), role=Role.MARK) for a, b in marks]


def _without_label(token: Token, text: str, heading: Heading) -> Token:
    """A heading line less the label it begins with, which goes to the heading with its sign."""
    start, end = token.span
    cut = _LABELLED.match(text, start, end)
    if cut is None:
        return token
    heading.parts += label_parts(Span(*cut.span(1)), text)
    heading.parts.append(Part(cut[2], (Span(*cut.span(2)),), role=Role.MARK))
    return token._replace(span=Span(cut.end(), end))


def _take_decks(heads: Sequence[Token], lines: Sequence[Line]) -> tuple[list[Token], list[Token]]:
    """The deck led by —— and, set close under it, its second line; and the other tokens."""
    decks: list[Token] = []
    rest: list[Token] = []
    for token in heads:
        follows = decks and not _rest_after(decks[-1], rest) and token.line == decks[-1].line + 1
        if token.kind is TokenKind.DECK or (follows and lines[token.line].gap == 0):
            decks.append(token)
        else:
            rest.append(token)
    return decks, rest


def _rest_after(deck: Token, rest: Sequence[Token]) -> bool:
    return any(token.span.start > deck.span.start for token in rest)


def _is_label(units: Sequence[Sequence[Token]], *, notice: bool, commentary: bool) -> bool:
    """Whether the first line of a heading names the column or the occasion. A notice has no kicker: what stands over
    its heading is a label."""
    first = units[0]
    if len(first) > 1:
        return False
    cues = first[0].cues
    if Cue.LABEL_ENDING in cues and Cue.TWO_HALVES not in cues:
        return True
    longest = _LONGEST_LABEL if len(units) > 2 and Cue.BULLET not in units[2][0].cues else _SHORTEST_KICKER
    if first[0].span.end - first[0].span.start <= longest and Cue.TWO_HALVES not in cues:
        return True
    if commentary and Cue.TWO_HALVES not in cues and first[0].span.end - first[0].span.start <= 8:
        return True
    if first[0].span.end - first[0].span.start >= _SHORTEST_NAME_OF_OFFICE and Cue.NOTICE_ENDING in units[1][0].cues:
        # 某市国土资源局国有建设用地使用权 / 挂牌出让公告
        return False
    return notice and Cue.TWO_HALVES not in cues and units[1][0].kind is not TokenKind.NOTICE_HEAD


def _are_phrases(text: str, unit: Sequence[Token]) -> bool:
    """清三河 拆违建 铺管网: a kicker, not a headline."""
    words = " ".join(text[token.span.start : token.span.end] for token in unit).split()
    return len(unit) == 1 and len(words) > 1 and max(map(len, words)) <= _LONGEST_PHRASE


def _single(unit: Sequence[Token], text: str, heading: Heading) -> None:
    spans = [token.span for token in unit]
    if len(unit) == 2 and Cue.TWO_HALVES in unit[0].cues and Cue.TWO_HALVES not in unit[1].cues:
        # 提升效率 细化流程 over 我省为“惠民保”立规: a pair of short phrases is a kicker.
        heading.add(Role.KICKER, spans[:1], text)
        heading.add(Role.HEADLINE, spans[1:], text)
        return
    if len(unit) == 1 and (cut := _kicker_within(text[spans[0].start : spans[0].end])):
        start, end = spans[0]
        heading.add(Role.KICKER, [Span(start, start + cut[0])], text)
        heading.add(Role.HEADLINE, [Span(start + cut[1], end)], text)
        return
    heading.add(Role.HEADLINE, spans, text)


def _kicker_within(line: str) -> tuple[int, int] | None:
    """End of the kicker and start of the headline in a line that holds both."""
    if document := _DOCUMENT.match(line):
        return document.end(1), document.end()
    return None


def _pair(units: Sequence[Sequence[Token]], text: str, heading: Heading, *, has_deck: bool) -> None:
    first, second = ([token.span for token in unit] for unit in units)
    lengths = [sum(end - start for start, end in spans) for spans in (first, second)]
    if not has_deck and lengths[0] <= 16 and lengths[1] > max(20, lengths[0] + 8):
        # The headline is the short and large line; a much longer line under it is the deck.
        heading.add(Role.HEADLINE, first, text)
        heading.add(Role.DECK, second, text)
        return
    heading.add(Role.KICKER, first, text)
    heading.add(Role.HEADLINE, second, text)
