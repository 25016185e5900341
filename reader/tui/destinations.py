"""All that the quick switcher can go to, of one moment of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import ngettext
from reader.search.switcher import Goal, Kind, Switcher, headlines
from reader.tui.name_labels import articles_label, type_label
from reader.typeset.labels import MIDDLE_DOT, date_label, newspaper_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.archive.snapshot import IssueEntry, Snapshot
    from reader.model import IssueDate
    from reader.search.roster import Roster


class Destinations:
    """Headlines, issues and newspapers from the start; names when there is a roster. To be made in a thread."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.issues = [issue for issue in snapshot.issues if not issue.waiting]
        self.papers = list(dict.fromkeys(issue.newspaper for issue in self.issues))
        self.roster: Roster | None = None
        self._switcher = Switcher()
        self._switcher.add(Kind.PAPER, [newspaper_label(paper) for paper in self.papers])
        self._switcher.add(Kind.ISSUE, [_issue_label(issue) for issue in self.issues])
        self._switcher.add(Kind.HEADLINE, headlines(snapshot))

    def add_names(self, roster: Roster) -> None:
        self._switcher.add(Kind.NAME, [name.name.text for name in roster.names])
        self.roster = roster

    def find(self, typed: str, limit: int) -> list[Goal]:
        """What is called so, the best first."""
        return self._switcher.find(typed, limit)

    def about(self, goal: Goal) -> str:
        """What is said of a goal beside its text."""
        if goal.kind is Kind.HEADLINE:
            page = self.snapshot.page(self.snapshot.page_of_article(goal.item))
            return MIDDLE_DOT.join(_known((newspaper_label(page.newspaper) if page.newspaper else "", _day(page.date))))
        if goal.kind is Kind.NAME and self.roster is not None:
            name = self.roster.names[goal.item]
            return MIDDLE_DOT.join((type_label(name.name.type), articles_label(name.articles)))
        if goal.kind is Kind.ISSUE:
            return articles_label(self.snapshot.articles_in(self.issues[goal.item]))
        count = sum(issue.newspaper == self.papers[goal.item] for issue in self.issues)
        return ngettext("{count} issue", "{count} issues", count).format(count=count)

    def issue_of(self, goal: Goal) -> IssueEntry:
        """The issue of a goal that is one, or the newest of a newspaper."""
        if goal.kind is Kind.ISSUE:
            return self.issues[goal.item]
        return next(issue for issue in self.issues if issue.newspaper == self.papers[goal.item])


def _issue_label(issue: IssueEntry) -> str:
    paper = newspaper_label(issue.newspaper) if issue.newspaper else ""
    return " ".join(_known((_day(issue.date), paper)))


def _day(date: IssueDate) -> str:
    return date_label(date, short=True)


def _known(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]
