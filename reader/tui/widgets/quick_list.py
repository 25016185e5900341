"""What the quick switcher has found, with the characters that were matched marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.widgets.row_list import RowList
from reader.typeset.fit import fit
from reader.typeset.labels import safe
from reader.typeset.width import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.switcher import Goal
    from reader.tui.destinations import Destinations

_ABOUT = 30
"""Cells that what is said of a goal takes at most."""
_ABOUT_FROM = 50
"""Cells from which there is room for it."""


class QuickList(RowList):
    """A goal a line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--match"}

    def __init__(self) -> None:
        super().__init__()
        self.can_focus = False
        self.goals: Sequence[Goal] = ()
        self._destinations: Destinations | None = None

    @property
    def goal(self) -> Goal | None:
        return self.goals[self.cursor] if self.cursor < len(self.goals) else None

    def show(self, destinations: Destinations, goals: Sequence[Goal], cursor: int) -> None:
        self._destinations, self.goals = destinations, goals
        self.items_changed(cursor)

    def item_count(self) -> int:
        return len(self.goals)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        plain = self.get_component_rich_style("rows--plain")
        if index >= len(self.goals) or self._destinations is None:
            return Strip.blank(width, plain)
        goal = self.goals[index]
        about = f"  {fit(self._destinations.about(goal), _ABOUT)}" if width >= _ABOUT_FROM else ""
        room = width - cell_width(about)
        segments = list(self._marked(goal, room, plain))
        used = sum(segment.cell_length for segment in segments)
        segments.append(Segment(" " * (room - used), plain))
        segments.append(Segment(about, self.get_component_rich_style("rows--quiet")))
        if index == self.cursor:
            over = self.get_component_rich_style("rows--cursor", partial=True)
            # The colours of the cursor cover those of what was matched.
            match, under = self.get_component_rich_style("rows--match"), over + Style(underline=True)
            segments = [Segment(text, under if style == match else over) for text, style, _control in segments]
        return Strip(segments).crop_extend(0, width, plain)

    def _marked(self, goal: Goal, room: int, plain: Style) -> Sequence[Segment]:
        # The line is cut as a whole, and the marks with it.
        text, match = fit(safe(goal.text), room), self.get_component_rich_style("rows--match")
        segments, at = [], 0
        for start, end in goal.spans:
            segments += [Segment(text[at:start], plain), Segment(text[start:end], match)]
            at = end
        return [segment for segment in (*segments, Segment(text[at:], plain)) if segment.text]
