"""What a command is, and where it works."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader.i18n import N_


class Scope(StrEnum):
    """Where a command's keys work. A screen's keys come before those of `APP`."""

    APP = "app"
    HITS = "hits"
    """The article, opened from what a search found."""
    MAIN = "main"
    """The three panes."""
    ARTICLE = "article"
    """The article, while it has the focus."""
    SELECT = "select"
    """The article, while keys move the end of a selection."""
    FIND = "find"
    """The line in which what is to be found is typed."""
    TABLE = "table"
    """A ranking table in full."""
    RANKINGS = "rankings"
    """All ranking tables, or the places of a name in them."""
    PLOT = "plot"
    """Columns of a ranking table, drawn."""
    SEARCH = "search"
    """What a search in all pages found."""
    QUERY = "query"
    """The line in which such a search is typed."""
    SEARCHES = "searches"
    """Searches made before, laid over the screen."""
    FILTER = "filter"
    """The line in which a table's filter is typed."""
    CARD = "card"
    """One row of a table, laid over it."""
    FINDINGS = "findings"
    """What the audit found on a page, laid over the panes."""
    MENTIONS = "mentions"
    """The mentions of a name, laid over the panes."""
    NAMES = "names"
    """All names."""
    BESIDE = "beside"
    """The names in the same articles as one, laid over all names."""
    CONCORDANCE = "concordance"
    """Every mention of a name, in full."""
    QUICK = "quick"
    """The quick switcher, laid over the panes."""
    PANEL = "panel"
    """Help and other lists laid over a screen."""


SCOPE_TITLES = {
    Scope.APP: N_("Everywhere"),
    Scope.MAIN: N_("Issues, articles, reading"),
    Scope.ARTICLE: N_("Article"),
    Scope.SELECT: N_("Selecting in the article"),
    Scope.FIND: N_("Finding in the article"),
    Scope.TABLE: N_("Ranking table"),
    Scope.RANKINGS: N_("All ranking tables"),
    Scope.PLOT: N_("Ranking table drawn"),
    Scope.HITS: N_("Article out of a search"),
    Scope.SEARCH: N_("What a search found"),
    Scope.QUERY: N_("Typing a search"),
    Scope.SEARCHES: N_("Earlier searches"),
    Scope.FILTER: N_("Filtering a table"),
    Scope.CARD: N_("Card of a row"),
    Scope.FINDINGS: N_("Findings of the audit"),
    Scope.MENTIONS: N_("Mentions of a name"),
    Scope.NAMES: N_("All names"),
    Scope.BESIDE: N_("Names in the same articles"),
    Scope.CONCORDANCE: N_("Every mention of a name"),
    Scope.QUICK: N_("Going to something"),
    Scope.PANEL: N_("Help and lists"),
}


class Command(NamedTuple):
    """One thing a reader can do.

    `title`, `help` and `footer` are message ids, translated where they are shown; `keys` are key names as
    Textual has them, the first being the one shown. Without `footer` the command is not in the footer. A
    command that is not `listed` is in the palette only once something is typed.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    scopes: tuple[Scope, ...]
    footer: str = ""
    listed: bool = True


SCREENS = (
    Scope.MAIN,
    Scope.TABLE,
    Scope.RANKINGS,
    Scope.PLOT,
    Scope.NAMES,
    Scope.BESIDE,
    Scope.CONCORDANCE,
    Scope.SEARCH,
    Scope.SEARCHES,
    Scope.FINDINGS,
    Scope.MENTIONS,
    Scope.PANEL,
)
"""Where rows, items or lines can be moved in."""

PAGED = tuple(scope for scope in SCREENS if scope is not Scope.TABLE)
"""Where Space and `b` turn pages; in a table they mean the card and groups."""
