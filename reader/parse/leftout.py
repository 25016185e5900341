"""What of a page was left out because it is larger than the reader's limits, for the list of problems."""

from __future__ import annotations

from reader.i18n import _
from reader.limits import limits
from reader.model import Page, RepairKind
from reader.source.problems import Problem


def left_out(page: Page) -> list[Problem]:
    """One for a page with tables that were cut, or too long to have all its names found; opened all the same."""
    notes = [repair.note for article in page.articles for repair in article.repairs if repair.kind is RepairKind.CUT]
    if len(page.text) > (most := limits().names_within):
        said = _("names are looked for in its first {count} characters only (names_within in config.toml)")
        notes.append(said.format(count=most))
    return [Problem(page.source, "; ".join(dict.fromkeys(notes)), opened=True)] if notes else []
