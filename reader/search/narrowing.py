"""A typed query with one condition more, or without it: what choosing a facet does to what is typed."""

from __future__ import annotations

from reader.search.keywords import FIELDS, KINDS, OtherField
from reader.search.query import Clause, Field, Item, OfKind, QueryError
from reader.search.reading import read_clauses

_CHINESE_FIELDS = {field: name for name, field in reversed(FIELDS.items())}
_CHINESE_KINDS = {kind: name for name, kind in reversed(KINDS.items())}


def typed_form(item: Item, *, chinese: bool) -> str:
    """What to type for a condition: 报:太原日报, or `paper:太原日报`."""
    written = str(item)
    if chinese and isinstance(item, OfKind):
        return f"{_CHINESE_FIELDS[OtherField.KIND]}:{_CHINESE_KINDS[item.kind]}"
    if chinese and isinstance(item, Field):
        return f"{_CHINESE_FIELDS[item.kind]}:{written.partition(':')[2]}"
    return written


def single_items(text: str) -> frozenset[Item]:
    """The conditions of a typed query that stand by themselves, neither excluded nor one of a choice.

    Raises `QueryError` when nobody can read `text`.
    """
    clauses = (typed.clause for typed in read_clauses(text))
    return frozenset(clause.items[0] for clause in clauses if len(clause.items) == 1 and not clause.excluded)


def has(text: str, item: Item) -> bool:
    """Whether `item` is by itself a condition of the query that is typed; false for one nobody can read."""
    try:
        return item in single_items(text)
    except QueryError:
        return False


def toggled(text: str, item: Item, *, chinese: bool) -> str:
    """`text` with `item` as one more condition, or without it where it is one already.

    Raises `QueryError` when nobody can read `text`.
    """
    clause = Clause((item,))
    clauses = read_clauses(text)
    kept = text
    for typed in reversed(clauses):
        if typed.clause == clause:
            kept = f"{kept[: typed.start].rstrip()} {kept[typed.end :].lstrip()}"
    if any(typed.clause == clause for typed in clauses):
        return kept.strip()
    form = typed_form(item, chinese=chinese)
    behind = f"{text.rstrip()} {form}".strip()
    # Behind a quotation that is not closed it would be a part of that.
    return behind if has(behind, item) else f"{form} {text.strip()}".strip()
