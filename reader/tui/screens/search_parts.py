"""The parts of the search screen: moving from one to the next, showing and hiding them, filling the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.screens.moving import Moving
from reader.tui.screens.query_history import QueryHistory
from reader.tui.widgets.facet_list import FacetList
from reader.tui.widgets.preview import Preview
from reader.tui.widgets.result_list import ResultList

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

    from reader.archive.archive import Archive
    from reader.tui.screens.moving import Movable

_REST = 0.04
"""Seconds of rest after which the article under the cursor is shown beside the list."""


class SearchParts(Moving, QueryHistory, inherit_bindings=False):
    """Below the line, side by side as far as there is room: counts, results, the article under the cursor."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.results = ResultList()
        self.facets = FacetList()
        self.preview = Preview()
        self.facets.border_title = _("Narrow down")
        self.preview.border_title = _("Article")
        self._resting: Timer | None = None

    @property
    def moved(self) -> Movable:
        focused = self.focused
        return focused if focused is self.facets or focused is self.preview else self.results

    @property
    def _parts(self) -> list[Widget]:
        return [self.line.input, *self._side_by_side]

    @property
    def _side_by_side(self) -> list[Widget]:
        return [part for part in (self.facets, self.results, self.preview) if part.display]

    def _enter(self, part: Widget) -> None:
        self.set_focus(part, scroll_visible=False)

    def action_next_part(self) -> None:
        self._step(1)

    def action_previous_part(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        parts = self._parts
        here = next((at for at, part in enumerate(parts) if part is self.focused), 0)
        self._enter(parts[(here + step) % len(parts)])

    def action_part_left(self) -> None:
        self._step_aside(-1)

    def action_part_right(self) -> None:
        self._step_aside(1)

    def _step_aside(self, step: int) -> None:
        parts = self._side_by_side
        here = next((at for at, part in enumerate(parts) if part is self.focused), None)
        if here is not None and 0 <= here + step < len(parts):
            self._enter(parts[here + step])

    def action_narrow(self) -> None:
        if self.facets.display and self.focused is not self.facets:
            self._enter(self.facets)
            return
        shown = self.facets.display
        self.set_class(shown, "-plain")
        self.set_class(not shown, "-narrowing")
        if shown:
            self._enter(self.results)
        else:
            self.call_after_refresh(self._enter, self.facets)

    def _show_preview(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._preview)

    def _preview(self) -> None:
        result, found = self.results.result, self.results.found
        if not self.preview.display:
            return
        page = self._archive.page(result.article.source) if result else None
        if result is None or found is None or page is None or result.article.place >= len(page.articles):
            self.preview.show(None, None)
            return
        article = page.articles[result.article.place]
        if self.preview.article is not article or self.preview.texts != found.query.texts:
            self.preview.show(article, page)
        from reader.search.mentions import page_offset
        from reader.typeset.sections import BEGINNING, place_at

        words = result.snippet
        offset = page_offset(article, page, words.at + words.first) if words.hits else None
        self.preview.find_all(found.query.texts, BEGINNING if offset is None else place_at(self.preview.flow, offset))
