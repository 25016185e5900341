"""From the article to anywhere: all names and where they stand, and whatever can be called by a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Entity
from reader.tui.rosters import RosterKeeper
from reader.tui.screens.naming import Naming

if TYPE_CHECKING:
    from reader.archive.snapshot import IssueEntry
    from reader.search.switcher import Goal
    from reader.tui.destinations import Destinations
    from reader.tui.screens.names_listing import NamesLeft


class Going(Naming, inherit_bindings=False):
    """`e` lists all names, with the cursor on the one pointed at; `o` opens the quick switcher."""

    _keeper: RosterKeeper | None = None
    _names_left: NamesLeft | None = None
    _destinations: Destinations | None = None

    def open_issue(self, issue: IssueEntry) -> None:
        """List the articles of an issue, and give them the focus."""
        raise NotImplementedError

    def _names_of_archive(self) -> RosterKeeper:
        if self._keeper is None:
            self._keeper = RosterKeeper(self._archive)
        return self._keeper

    def action_names(self) -> None:
        from reader.archive.names import Name
        from reader.tui.screens.names import NamesScreen
        from reader.tui.screens.names_listing import NamesLeft

        mark = self._mark_pointed_at
        if isinstance(mark, Entity):
            self._names_left = NamesLeft(name=Name("".join(mark.text.split()), mark.type))
        elif self._names_left is None:
            self._names_left = NamesLeft()
        self.app.push_screen(NamesScreen(self._names_of_archive(), self._names_left), self.go_to_mention)

    def action_switch(self) -> None:
        from reader.tui.screens.quick import QuickScreen

        self.app.push_screen(QuickScreen(self._all_destinations, self._names_of_archive()), self._go_to_goal)

    def _all_destinations(self) -> Destinations:
        """In a thread."""
        from reader.tui.destinations import Destinations

        snapshot, known = self._archive.snapshot, self._destinations
        if known is None or known.snapshot is not snapshot:
            known = self._destinations = Destinations(snapshot)
        return known

    def _go_to_goal(self, goal: Goal | None) -> None:
        from reader.search.switcher import Kind
        from reader.tui.screens.concordance import ConcordanceScreen

        destinations = self._destinations
        if goal is None or destinations is None:
            return
        if goal.kind is Kind.NAME:
            if destinations.roster is not None:
                self.app.push_screen(ConcordanceScreen(destinations.roster, goal.item), self.go_to_mention)
        elif goal.kind is Kind.HEADLINE:
            page = destinations.snapshot.page(destinations.snapshot.page_of_article(goal.item))
            self.read_place(page.source, goal.item - page.first)
        else:
            self.open_issue(destinations.issue_of(goal))
