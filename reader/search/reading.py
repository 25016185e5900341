"""A query as it is typed: words and "phrases", a|b, -excluded, fields such as 人:王五, dates, and numbers such as >5%.

What parts two words parts two clauses, which all have to hold; `|` binds tighter, and `-` is said of a whole choice:
`太原|大同 -医院|学校` wants one of the first two and none of the others. In quotation marks every sign is text, and a
quotation that is not closed reaches to the end. Bare figures are words, 2023 too; 2023-09 is a date.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.annotate.numerals import HAN
from reader.i18n import N_, _
from reader.search.comparisons import SIGNS, compare, read_number_range
from reader.search.days import RANGE, is_date, is_date_range, read_days
from reader.search.keywords import ANY_TABLE, FIELDS, KINDS, OtherField
from reader.search.occurrences import folded
from reader.search.query import (
    QUOTES,
    Clause,
    Field,
    FieldKind,
    HasTable,
    Item,
    OfKind,
    Query,
    QueryError,
    Words,
)

_CLOSING = {**dict(QUOTES), "”": "“”"}
_BLANKS = re.compile(r"\s*")
_RUN = re.compile(rf"[^\s|{''.join(_CLOSING)}]*")
_FIGURE = re.compile(rf"[^\s|{''.join(_CLOSING)}<>=≤≥≦≧≠]*")
_COMPARED = re.compile(r"[<>≤≥≦≧](?==?[0-9])")
_FIELD = re.compile(r"([^:]+):")

_WANTED: dict[FieldKind | OtherField, str] = {
    FieldKind.PERSON: N_("A name is wanted right after {field}"),
    FieldKind.PLACE: N_("The name of a place is wanted right after {field}"),
    FieldKind.ORGANISATION: N_("The name of an organisation is wanted right after {field}"),
    FieldKind.PAPER: N_("The name of a newspaper is wanted right after {field}"),
    FieldKind.COLUMN: N_("The name of a column is wanted right after {field}"),
    FieldKind.HEADLINE: N_("A word of the headline is wanted right after {field}"),
    OtherField.KIND: N_("news, commentary, notice, photo, feature or continuation is wanted right after {field}"),
    OtherField.DATE: N_("A date is wanted right after {field}, such as 2023-09 or 2023-09..2023-10"),
}


class _Typed(NamedTuple):
    """What is typed, and its folded form, of the same length."""

    text: str
    folded: str


class _Read(NamedTuple):
    """An item and where it ends; None for a quotation with nothing in it, which is no condition."""

    item: Item | None
    end: int


class TypedClause(NamedTuple):
    """A clause and where it is typed: `[start, end)`."""

    clause: Clause
    start: int
    end: int


def read_query(text: str) -> Query:
    """The query that `text` says; without conditions when it is blank.

    Raises `QueryError`, with the place in `text`, when there is no telling what is wanted.
    """
    clauses = tuple(typed.clause for typed in read_clauses(text))
    if clauses and all(clause.excluded for clause in clauses):
        raise QueryError(_("Say what is wanted too, not only what is not"), 0, len(text))
    return Query(clauses)


def read_clauses(text: str) -> list[TypedClause]:
    """The clauses that are typed, with their places, those too that say only what is not wanted.

    Raises `QueryError`.
    """
    typed = _Typed(text, folded(text))
    clauses: list[TypedClause] = []
    at = _past_blanks(typed, 0)
    while at < len(text):
        start = at
        clause, at = _clause(typed, at)
        if clause.items:
            clauses.append(TypedClause(clause, start, at))
        at = _past_blanks(typed, at)
    return clauses


def _past_blanks(typed: _Typed, at: int) -> int:
    found = _BLANKS.match(typed.folded, at)
    return found.end() if found else at


def _clause(typed: _Typed, start: int) -> tuple[Clause, int]:
    signs = typed.folded
    excluded = signs[start] == "-"
    at = start + excluded
    if excluded and _nothing_at(typed, at):
        raise QueryError(_("What is not wanted follows right after -, as in -医院"), start, at)
    items: list[Item] = []
    bar = None
    while True:
        if signs[at] == "|":
            if bar is None:
                raise QueryError(_("One alternative is missing before |"), at, at + 1)
            raise QueryError(_("One | is enough between two alternatives"), bar, at + 1)
        if signs[at] == "-":
            if bar is None:
                raise QueryError(_("One - is enough; a text that begins with - is put in quotes"), start, at + 1)
            raise QueryError(_("What is not wanted cannot be an alternative; - stands before them all"), at, at + 1)
        item, end = _item(typed, at)
        behind = _past_blanks(typed, end)
        barred = signs[behind : behind + 1] == "|"
        if item is not None:
            items.append(item)
        elif barred or bar is not None or excluded:
            raise QueryError(_("There is nothing between the quotes"), at, end)
        if not barred:
            return Clause(tuple(items), excluded), end
        bar, at = behind, _past_blanks(typed, behind + 1)
        if at == len(signs):
            raise QueryError(_("One alternative is missing after |"), bar, bar + 1)


def _nothing_at(typed: _Typed, at: int) -> bool:
    return not typed.folded[at : at + 1].strip()


def _item(typed: _Typed, at: int) -> _Read:
    """The item that begins at `at`, where there is no blank."""
    if typed.folded[at] in _CLOSING:
        text, end = _quotation(typed, at)
        return _Read(Words(text) if text else None, end)
    if sign := SIGNS.match(typed.folded, at):
        start = _past_blanks(typed, sign.end())
        end = _run_end(_FIGURE, typed, start)
        return _Read(compare(sign[0], at, typed.text[start:end], start), end)
    end = _run_end(_RUN, typed, at)
    run = typed.folded[at:end]
    if (named := _FIELD.match(run)) and (field := FIELDS.get(named[1])):
        return _field(field, typed, at, at + named.end())
    if compared := _COMPARED.search(run):
        run, end = run[: compared.start()], at + compared.start()
    return _Read(_word(run, typed.text[at:end], at), end)


def _run_end(run: re.Pattern[str], typed: _Typed, at: int) -> int:
    found = run.match(typed.folded, at)
    return found.end() if found else at


def _quotation(typed: _Typed, at: int) -> tuple[str, int]:
    """The text between the marks at `at`, its blanks made single, and where the quotation ends."""
    signs, closing = typed.folded, _CLOSING[typed.folded[at]]
    end = next((index for index in range(at + 1, len(signs)) if signs[index] in closing), len(signs))
    return " ".join(signs[at + 1 : end].split()), min(end + 1, len(signs))


def _word(run: str, text: str, start: int) -> Item:
    if is_date(run):
        return read_days(run, start)
    low, dots, high = run.partition(RANGE)
    if dots and (run == RANGE or any(end[:1].isdigit() or (end and end[0] in HAN) for end in (low, high))):
        if run == RANGE or is_date_range(low, high):
            return read_days(run, start)
        return read_number_range(text, start)
    return Words(run)


def _field(field: FieldKind | OtherField, typed: _Typed, start: int, at: int) -> _Read:
    """The field whose name and colon stand from `start` to `at`."""
    quoted = typed.folded[at : at + 1] in tuple(_CLOSING)
    text, end = _quotation(typed, at) if quoted else (typed.folded[at : (run := _run_end(_RUN, typed, at))], run)
    if field is FieldKind.TABLE and text in ANY_TABLE and not (quoted and text):
        return _Read(HasTable(), end)
    if not text:
        raise QueryError(_(_WANTED[field]).format(field=typed.text[start:at]), start, end)
    if field is OtherField.DATE:
        return _Read(read_days(text, at + quoted), end)
    if field is OtherField.KIND:
        return _Read(_kind(text, at, end), end)
    return _Read(Field(field, text), end)


def _kind(text: str, start: int, end: int) -> OfKind:
    kind = KINDS.get(text)
    if kind is None:
        message = _("{text} is no kind of article: news, commentary, notice, photo, feature or continuation")
        raise QueryError(message.format(text=text), start, end)
    return OfKind(kind)
