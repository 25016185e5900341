"""From classified lines to tokens: pieces of a line that each are one thing.

A paragraph as OCR emits it can hold a jump line, a dateline and a byline at its beginning and a byline, a credit or a
jump line at its end; notices run on in one line. Tokens cover every printed character of the lines they are made from,
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from reader.model import Byline, Span
from reader.parse.bylines import is_agency, is_name, parse_names
from reader.parse.context import context_cues
from reader.parse.credits import credit_tail
from reader.parse.cues import HEADING_WIDTH, Cue, cues_of
from reader.parse.datelines import match_dateline
from reader.parse.evidence import LineClass, classify
from reader.parse.interviews import interview_turns
from reader.parse.jumps import jump_from, jump_from_behind, jump_to
from reader.parse.lines import Line, is_indented
from reader.parse.masthead import printed_day
from reader.parse.notices import endings, is_organisation, match_notice_lead, match_signed_off


class TokenKind(Enum):
    __hash__ = object.__hash__

    TEXT = auto()
    HEAD = auto()
    DECK = auto()
    LABEL = auto()
    NOTICE_HEAD = auto()
    BYLINE = auto()
    CREDIT = auto()
    CAPTION = auto()
    JUMP_FROM = auto()
    JUMP_TO = auto()
    DATELINE = auto()
    NOTE = auto()
    SIGNATURE = auto()
    DAY = auto()
    FURNITURE = auto()
    TABLE = auto()


HEADING = frozenset({TokenKind.HEAD, TokenKind.DECK, TokenKind.LABEL, TokenKind.NOTICE_HEAD})
"""What a heading line can be."""


class Token(NamedTuple):
    kind: TokenKind
    span: Span
    line: int
    """Index of its line among the page's lines."""
    cues: frozenset[Cue] = frozenset()
    names: tuple[Byline, ...] = ()
    table: int = -1
    """For a TABLE: index of the printed table."""
    alone: bool = True
    """Nothing else is printed on its line."""


_LONGEST_SECTION = 6
_PARENTHESIS_AT_START = re.compile(r"[ \t]*[(\[]([^()\[\]]{2,60})[)\]]")
_PARENTHESIS_AT_END = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
_OPEN_NAMES_AT_START = re.compile(
    r"[ \t]+((?:本报|全媒体|融媒体|见习|首席)?记者[ ]?[^,。()]{2,24}?)[ ]?(?:报道|摄影报道)(?=[:, \t])"
)
# 本报讯 记者宁波涛 9月12日,…
_NAMES_BEFORE_DAY = re.compile(
    r"[ \t]+((?:本报|全媒体|融媒体|见习|首席)?记者[ ]?\w{2,3}(?:[ 、]\w{2,3}){0,3})"
    r"[ ]+(?=\d{1,2}[月日]|昨|今|近日|日前)"
)
_SIGNING = re.compile(r"记者|评论员|通讯员|撰稿人|[文图]/|[□■◎]")
_SIGNED_AT_END = re.compile(
    r"(?<=[。!?”)])[ \t]*("
    r"(?:[□■◎●◆▲]?[ ]*(?:本报|新华社|中新社|特约|首席|见习|实习|全媒体|融媒体)?(?:记者|评论员|通讯员|撰稿人)"
    r"|[文图]/|[□■◎])"
    r"[ :/]?[^。,;!?“]{2,40})$"
)


def tokenise(
    lines: Sequence[Line], folded: str, tables: Sequence[tuple[int, int]], claimed: frozenset[int]
) -> list[Token]:
    """Tokens of a page, in page order.

    `tables` are the printed tables as (first, last) line index, `claimed` the lines that are a table's title or
    caption: those yield no token of their own.
    """
    gaps = sorted(line.gap for line in lines[1:])
    usual_gap = gaps[len(gaps) // 2] if gaps else 0
    starts = {first: (number, last) for number, (first, last) in enumerate(tables)}
    tokens: list[Token] = []
    skip_to = 0
    above: Line | None = None
    under_label = under_labelled = False
    texts = [line for line in lines if len(line.text) > HEADING_WIDTH]
    sets_in = sum(map(is_indented, texts)) * 3 > len(texts) > 2
    turns = interview_turns(lines)
    for index, line in enumerate(lines):
        if index in starts:
            number, skip_to = starts[index][0], starts[index][1] + 1
            span = Span(line.start, lines[skip_to - 1].end)
            tokens.append(Token(TokenKind.TABLE, span, index, table=number))
        if index < skip_to or index in claimed:
            continue
        behind = jump_from_behind(line.text)
        if behind:
            headline = line.text[:behind].rstrip()
            head = Span(line.start, line.start + len(headline))
            tokens.append(Token(TokenKind.HEAD, head, index, cues_of(headline, line.gap, usual_gap)))
            tokens.append(Token(TokenKind.JUMP_FROM, Span(line.start + behind, line.end), index, alone=False))
            continue
        cues = cues_of(line.text, line.gap, usual_gap)
        if index in turns:
            cues = cues - {Cue.ADDRESS} | {Cue.TURN}
        following = lines[index + 1] if index + 1 < len(lines) and index + 1 not in starts else None
        before = lines[index - 1] if index > skip_to else None
        cues |= context_cues(
            line, cues, before, following, above=above, under_label=under_label, under_labelled=under_labelled
        )
        if sets_in and not cues & {Cue.DATELINE, Cue.JUMP_FROM}:
            cues |= {Cue.INDENTED} if is_indented(line) else {Cue.FLUSH}
        kind = classify(cues)
        tokens += _tokens_of_line(line, index, kind, cues, folded)
        if kind in (LineClass.TEXT, LineClass.HEAD, LineClass.BYLINE, LineClass.LABEL):
            above = line if kind is LineClass.TEXT else None
            names_column = kind is LineClass.HEAD and {Cue.LABEL_ENDING, Cue.BRIEFEST} <= cues
            under_labelled = under_label and kind is LineClass.HEAD
            under_label = kind is LineClass.LABEL or names_column
    _mark_signatures(tokens, folded)
    _mark_decks(tokens)
    _mark_section(tokens, folded)
    return tokens


def _mark_section(tokens: list[Token], folded: str) -> None:
    """A short line over the day in the page's head names the section, or a paper that does not call itself one."""
    at = next((at for at, token in enumerate(tokens) if token.kind is not TokenKind.FURNITURE), len(tokens))
    if at + 1 >= len(tokens) or tokens[at].kind is not TokenKind.HEAD:
        return
    name, below = (folded[slice(*token.span)] for token in tokens[at : at + 2])
    is_day = tokens[at + 1].kind is TokenKind.DAY or (tokens[at + 1].kind is TokenKind.FURNITURE and printed_day(below))
    if len(name) <= _LONGEST_SECTION and " " not in name and is_day:
        tokens[at] = tokens[at]._replace(kind=TokenKind.FURNITURE)


def _mark_decks(tokens: list[Token]) -> None:
    """A line with a comma and without a stop between heading lines is one of them: a deck is a whole sentence often."""
    headings = (TokenKind.HEAD, TokenKind.DECK, TokenKind.LABEL)
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.kind is not TokenKind.TEXT or not token.alone or Cue.HEADABLE not in token.cues:
            continue
        stops = token.cues & {Cue.ENDS_SENTENCE, Cue.ENDS_OPEN, Cue.HOLDS_SENTENCE, Cue.BULLET, Cue.ENDS_WAITING}
        if tokens[at - 1].kind in headings and tokens[at + 1].kind in (*headings, TokenKind.BYLINE) and not stops:
            tokens[at] = token._replace(kind=TokenKind.HEAD)


def _mark_signatures(tokens: list[Token], folded: str) -> None:
    """Short lines between a running text and a day line are who signs it, one or several, not headings."""
    for day, token in enumerate(tokens):
        if token.kind is not TokenKind.DAY:
            continue
        first = day
        while first > 0 and tokens[first - 1].kind is TokenKind.HEAD:
            nearest = first == day
            if not nearest and not is_organisation(folded[slice(*tokens[first - 1].span)]):
                break
            first -= 1
        if first > 0 and tokens[first - 1].kind in (TokenKind.TEXT, TokenKind.NOTE, TokenKind.TABLE):
            for at in range(first, day):
                tokens[at] = tokens[at]._replace(kind=TokenKind.SIGNATURE)
    tokens[:] = [part for token in tokens for part in _signers(token, folded)]


def _signers(token: Token, folded: str) -> list[Token]:
    """Two organisations that sign on one line, each by itself."""
    printed = folded[slice(*token.span)]
    if token.kind is not TokenKind.SIGNATURE or " " not in printed:
        return [token]
    words = [(word.start() + token.span.start, word.end() + token.span.start) for word in re.finditer(r"\S+", printed)]
    if not all(is_organisation(folded[a:b]) for a, b in words):
        return [token]
    return [token._replace(span=Span(a, b), alone=False) for a, b in words]


def _tokens_of_line(line: Line, index: int, kind: LineClass, cues: frozenset[Cue], folded: str) -> Iterator[Token]:
    if kind is LineClass.TEXT:
        yield from _tokens_of_text(line.start, line.end, index, cues, folded)
        return
    names: tuple[Byline, ...] = ()
    token_kind = _WHOLE_LINE.get(kind, TokenKind.HEAD)
    if kind is LineClass.HEAD and Cue.NOTICE_WORD in cues:
        token_kind = TokenKind.NOTICE_HEAD
    elif kind is LineClass.JUMP:
        token_kind = TokenKind.JUMP_FROM if Cue.JUMP_FROM in cues else TokenKind.JUMP_TO
    elif kind in (LineClass.BYLINE, LineClass.CREDIT):
        sure = kind is LineClass.CREDIT or bool(cues & {Cue.AUTHOR_PLACE, Cue.PARENTHESISED_NAMES})
        names = parse_names(line.text.strip("()[] "), sure=sure)
        if names and all(role in _TOOK for _, role in names):
            token_kind = TokenKind.CREDIT
    elif kind is LineClass.DAY and (signed := match_signed_off(line.text)):
        yield Token(TokenKind.SIGNATURE, Span(line.start, line.start + signed[0]), index, alone=False)
        yield Token(TokenKind.DAY, Span(line.start + signed[1], line.end), index, alone=False)
        return
    elif kind is LineClass.CAPTION:
        yield from _with_tail(line.start, line.end, index, cues, folded, TokenKind.CAPTION)
        return
    yield Token(token_kind, line.span, index, cues, names)


_TOOK = frozenset({"摄", "摄影", "供图", "图", "摄影报道"})
_WHOLE_LINE = {
    LineClass.DECK: TokenKind.DECK,
    LineClass.LABEL: TokenKind.LABEL,
    LineClass.BYLINE: TokenKind.BYLINE,
    LineClass.CREDIT: TokenKind.CREDIT,
    LineClass.NOTE: TokenKind.NOTE,
    LineClass.DAY: TokenKind.DAY,
    LineClass.FURNITURE: TokenKind.FURNITURE,
}


_ENDING = {"formula": TokenKind.NOTE, "signature": TokenKind.SIGNATURE, "day": TokenKind.DAY}


def _tokens_of_text(start: int, end: int, index: int, cues: frozenset[Cue], folded: str) -> Iterator[Token]:
    """A line of running text: what stands before it, the text, and what stands behind."""
    at = start
    jump = jump_from(folded[at : min(end, at + 60)])
    if jump is not None:
        yield Token(TokenKind.JUMP_FROM, Span(at, at + jump), index, alone=False)
        at = _skip_blanks(folded, at + jump, end)
    if Cue.NOTICE_LEAD in cues and (lead := match_notice_lead(folded[at : min(end, at + 40)])):
        yield Token(TokenKind.NOTICE_HEAD, Span(at, at + lead), index, alone=False)
        at = _skip_blanks(folded, at + lead, end)
    if (dateline := match_dateline(folded, at)) and dateline.end <= end:
        yield Token(TokenKind.DATELINE, Span(at, dateline.end), index, alone=False)
        at = dateline.end
        names, after = _names_at_start(folded, at, end)
        if names:
            at = _skip_blanks(folded, at, end)
            yield Token(TokenKind.BYLINE, Span(at, after), index, names=names, alone=False)
            at = after
        at = _skip_blanks(folded, at, end)
    yield from _notices_in(at, end, index, cues, folded)


def _names_at_start(folded: str, at: int, end: int) -> tuple[tuple[Byline, ...], int]:
    """The byline behind a dateline, and the offset behind it: (记者 张三 通讯员 李四), or 记者 张三 报道."""
    window = folded[at : min(end, at + 70)]
    found = _PARENTHESIS_AT_START.match(window)
    if found and (names := parse_names(found[1])):
        return names, at + found.end()
    found = _OPEN_NAMES_AT_START.match(window) or _NAMES_BEFORE_DAY.match(window)
    if found and (names := parse_names(found[1])):
        stop = found.end()
        return names, at + stop + (1 if window[stop : stop + 1] in ":," else 0)
    return (), at


def _notices_in(start: int, end: int, index: int, cues: frozenset[Cue], folded: str) -> Iterator[Token]:
    """Text split at the formulas and signatures that end a notice, which may run on into the next on the same line."""
    window = folded[start:end]
    at = 0
    for ending in endings(window):
        if window[at : ending.start].strip():
            yield from _notice_text(start + at, start + ending.start, index, cues, folded)
        for kind, (first, last) in ending.parts:
            yield Token(_ENDING[kind], Span(start + first, start + last), index, alone=False)
        if not ending.parts:
            cues = cues | {Cue.ADDRESS}
        at = ending.end
    if window[at:].strip():
        if at:
            yield from _notice_text(start + at, end, index, cues, folded)
        else:
            yield from _with_tail(start, end, index, cues, folded, TokenKind.TEXT)


def _notice_text(start: int, end: int, index: int, cues: frozenset[Cue], folded: str) -> Iterator[Token]:
    start = _skip_blanks(folded, start, end)
    lead = match_notice_lead(folded[start : min(end, start + 40)])
    if lead:
        yield Token(TokenKind.NOTICE_HEAD, Span(start, start + lead), index, alone=False)
        start = _skip_blanks(folded, start + lead, end)
    yield _text(start, end, index, cues, folded, TokenKind.TEXT, alone=False)


def _with_tail(start: int, end: int, index: int, cues: frozenset[Cue], folded: str, kind: TokenKind) -> Iterator[Token]:
    """Text and what is printed behind it: a credit, a byline, a jump line."""
    tail: list[Token] = []
    stop = end
    for _ in range(3):
        stop = _strip_blanks(folded, start, stop)
        piece = folded[max(start, stop - 80) : stop]
        token = _tail_token(piece, stop, index)
        if token is None or token.span.start <= start:
            break
        if token.kind is TokenKind.BYLINE and Cue.TURN in cues:
            # 问:…? (河北读者 韩淑芬): who asks is no author.
            break
        tail.append(token)
        stop = token.span.start
    stop = _strip_blanks(folded, start, stop)
    if start < stop:
        yield _text(start, stop, index, cues, folded, kind, alone=not tail)
    yield from reversed(tail)


def _tail_token(piece: str, stop: int, index: int) -> Token | None:
    def token(kind: TokenKind, at: int, names: tuple[Byline, ...] = ()) -> Token:
        return Token(kind, Span(stop - len(piece) + at, stop), index, names=names, alone=False)

    jump = jump_to(piece)
    if jump is not None:
        return token(TokenKind.JUMP_TO, jump)
    credit = credit_tail(piece)
    if credit is not None:
        return token(TokenKind.CREDIT, credit, parse_names(piece[credit:].strip("()[] "), sure=True))
    if found := _PARENTHESIS_AT_END.search(piece):
        names = parse_names(found[1]) or parse_names(found[1], sure=_is_list_of_names(found[1]))
        if names or is_agency(found[1]):
            return token(TokenKind.BYLINE, found.start(), names)
    if (
        _SIGNING.search(piece, max(0, len(piece) - 44))
        and (found := _SIGNED_AT_END.search(piece))
        and (names := parse_names(found[1]))
    ):
        return token(TokenKind.BYLINE, found.start(1), names)
    return None


def _is_list_of_names(text: str) -> bool:
    """番绍云、李芝琼: one of them surely is a name, so the other, whose surname is rare, is one too."""
    names = re.split(r"[、 ]+", text.strip())
    return len(names) > 1 and any(is_name(name) for name in names) and all(2 <= len(name) <= 4 for name in names)


def _text(
    start: int, end: int, index: int, cues: frozenset[Cue], folded: str, kind: TokenKind, *, alone: bool
) -> Token:
    return Token(kind, Span(start, _strip_blanks(folded, start, end)), index, cues, alone=alone)


def _skip_blanks(folded: str, at: int, end: int) -> int:
    while at < end and folded[at].isspace():
        at += 1
    return at


def _strip_blanks(folded: str, start: int, end: int) -> int:
    while end > start and folded[end - 1].isspace():
        end -= 1
    return end
