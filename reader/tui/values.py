"""What a mark stands for, in words: the value of a number, the kind of a name."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from reader.annotate.resolve import resolved
from reader.i18n import N_, _
from reader.model import EntityType, Interval, Number, NumberType
from reader.typeset.labels import safe

if TYPE_CHECKING:
    import datetime as dt

    from reader.model import Entity

NAMES = {
    EntityType.PERSON: N_("person"),
    EntityType.PLACE: N_("place"),
    EntityType.ORGANISATION: N_("organisation"),
}
_UNITS = {
    "CNY": N_("yuan"),
    "percentage_point": N_("percentage points"),
    "year": N_("years"),
    "month": N_("months"),
    "week": N_("weeks"),
    "day": N_("days"),
    "hour": N_("hours"),
    "minute": N_("minutes"),
    "second": N_("seconds"),
    "mu": "亩",
}


def describe(mark: Number | Entity, issue: dt.date | None) -> str:
    """8.5万个 = 85,000 个; 小店区 · place."""
    text = safe("".join(mark.text.split()))
    if not isinstance(mark, Number):
        kind, unsure = _(NAMES[mark.type]), _("unsure")
        return f"{text} · {kind}" if mark.sure else f"{text} · {kind} ({unsure})"
    value = _value(mark, issue)
    return f"{text} = {value}" if value and value != text else text


def _value(number: Number, issue: dt.date | None) -> str:
    value = number.value
    if value is None:
        return ""
    if isinstance(value, Interval):
        low, high = (_one(end, number, issue) if end is not None else "…" for end in value)
        return f"{low} – {high}"
    return _one(value, number, issue)


def _one(value: float | int | str, number: Number, issue: dt.date | None) -> str:
    if isinstance(value, str):
        return resolved(value, issue)
    if isinstance(value, float) and not isfinite(value):
        return ""
    if number.type is NumberType.PERCENT and number.unit == "ratio":
        return f"{value:.6g}"
    shown = f"{value:,}" if isinstance(value, int) or value == int(value) else f"{value:,.10g}"
    unit = _UNITS.get(number.unit or "")
    return f"{shown.removesuffix('.0')} {_(unit) if unit else number.unit or ''}".rstrip()
