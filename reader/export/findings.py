"""What the audit found, in words, for the screen and the command line."""

from __future__ import annotations

from reader.audit import Finding, Kind, Severity
from reader.i18n import _
from reader.model import Page


def severity_word(severity: Severity) -> str:
    return _("certain") if severity is Severity.CERTAIN else _("doubtful")


def kind_words(one: Finding) -> str:
    """What the figure disagrees with, all of it."""
    names = {
        Kind.RATIO: _("quotient"),
        Kind.SUM: _("sum"),
        Kind.TOTAL: _("total"),
        Kind.MEAN: _("mean"),
        Kind.RANK: _("rank"),
        Kind.FORMULA: _("score formula"),
        Kind.HEADER: _("column header"),
        Kind.CHANGE: _("change"),
        Kind.COUNT: _("count of a list"),
        Kind.WEEKDAY: _("day of the week"),
        Kind.DATE: _("date"),
        Kind.IMPOSSIBLE: _("impossible rate"),
    }
    return " + ".join(names[kind] for kind in one.kinds)


def disagreement(one: Finding) -> str:
    """What is printed against what was computed; a bound is what the figure has passed."""
    for sign, passed in (("≤", ">"), ("≥", "<")):
        if one.computed.startswith(sign):
            return f"{one.printed} {passed} {one.computed.removeprefix(sign).strip()}"
    return f"{one.printed} ≠ {one.computed}" if one.computed else one.printed


def cell_words(page: Page, one: Finding) -> str:
    """Row and column of a finding in a table, by what stands there; blank outside of tables."""
    if one.table is None or one.row is None or one.column is None:
        return ""
    table = next(article for article in page.articles if article.id == one.article).tables[one.table]
    words = [cell.text for cell in table.rows[one.row][: one.column] if cell.text and not cell.text[0].isdigit()]
    name = table.columns[one.column].rsplit("/", 1)[-1] or f"#{one.column + 1}"
    return " · ".join((*words[-1:], name))
