"""The search in all pages: a line to type in, what was found, and what that counts up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from reader.commands import Scope
from reader.i18n import _, language, ngettext
from reader.plot.sparks import sparks
from reader.search.conditions import asks_for_names
from reader.search.narrowing import single_items, toggled
from reader.search.query import QueryError
from reader.search.reading import read_query
from reader.search.results import Order
from reader.tui.bindings import bindings_of
from reader.tui.screens.search_parts import SearchParts
from reader.tui.screens.search_session import SearchSession
from reader.tui.styling import LATER
from reader.tui.widgets.command_bar import CommandBar
from reader.tui.widgets.one_line import OneLine
from reader.tui.widgets.query_line import pointing_at

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from reader.archive.archive import Archive
    from reader.search.facets import Facets
    from reader.search.query import Item
    from reader.tui.screens.seeking import Seeking
    from reader.tui.widgets.row_list import RowList

_LOOK_EVERY = 2.0
"""Seconds after which it is looked whether there are more pages or names than there were."""
_YEARS = 40
"""Cells for the years at most."""


class SearchScreen(SearchParts, inherit_bindings=False):
    """Dismissed with what is to be read, or with nothing; it is kept, and comes back as it was left."""

    SCOPE = Scope.SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Scope.SEARCH, Scope.QUERY)
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (70, "-middle"), (120, "-wide"), (150, "-broad")]  # noqa: RUF012 - Textual's
    AUTO_FOCUS = ""
    CSS_PATH = LATER

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.state = OneLine(id="found-state")
        self.bar = CommandBar(Scope.QUERY)
        self._counts: Facets | None = None
        self._named = 0
        self._fault: QueryError | None = None
        self._came_back_with: SearchSession | None = None
        self._opened = False

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.state
        with Horizontal(id="found-parts"):
            yield self.facets
            yield self.results
            yield self.preview
        yield self.bar

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._look_for_more)
        self._ask()

    # Coming and going.

    def open_at(self, session: SearchSession | None) -> None:
        """Before the screen is shown: where to go, to the line without a session."""
        self._came_back_with, self._opened = session, True

    def on_screen_resume(self) -> None:
        if not self._opened:
            return
        self._opened = False
        session = self._came_back_with
        if session is None:
            self.action_select_query()
            return
        # The reader has gone on from article to article meanwhile.
        entry = session.entry
        index = self.results.find(entry.source, entry.place)
        if index is not None:
            self.results.move(index - self.results.cursor)
        self.set_focus(self.results, scroll_visible=False)
        self._look_for_more()

    def _look_for_more(self) -> None:
        if self.is_current:
            self.seek_on()
            self._tell_state()

    def action_close(self) -> None:
        if self.focused is self.facets and not (self.has_class("-wide") or self.has_class("-broad")):
            self.action_narrow()
        elif self.focused is not self.results and self.results.item_count():
            self._enter(self.results)
        else:
            self.dismiss(None)

    def action_close_query(self) -> None:
        if self.line.input.value.strip() and self.results.item_count():
            self._enter(self.results)
        else:
            self.dismiss(None)

    def action_open_result(self) -> None:
        if self.focused is self.facets:
            self._toggle(self.facets.item)
        elif self.results.found is not None and self.results.result is not None:
            words = self.results.result.snippet
            offset = words.at + words.first if words.hits else None
            self.remember(self.line.input.value)
            self.dismiss(SearchSession(self.results.found, self.results.cursor, offset))

    # Asking.

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed(event.value)
        self._ask()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_to_results()

    def _ask(self) -> None:
        text = self.line.input.value
        try:
            query, self._fault = read_query(text), None
        except QueryError as fault:
            self._fault = fault
        else:
            self.facets.choose_these(single_items(text))
            self.seek(query)
        self.line.mark(self._fault)
        self._tell_state()

    def action_order(self) -> None:
        self.order = Order.RELEVANT if self.order is Order.NEWEST else Order.NEWEST
        self.seek_anew()

    def _toggle(self, item: Item | None) -> None:
        if item is None:
            return
        try:
            text = toggled(self.line.input.value, item, chinese=language().startswith("zh"))
        except QueryError:
            text = toggled(str(self.query_asked or ""), item, chinese=language().startswith("zh"))
        self.line.input.value = text

    # What comes.

    def on_seeking_came(self, event: Seeking.Came) -> None:
        if event.first:
            self.results.show(event.found)
        else:
            self.results.show_more(event.found)
        count = len(event.found.articles)
        order = _("newest first") if self.order is Order.NEWEST else _("most relevant first")
        if not event.found.complete:
            template = ngettext("{count} article so far", "{count} articles so far", count)
        else:
            template = ngettext("{count} article", "{count} articles", count)
        title = template.format(count=f"{count:,}") if count else _("no article")
        self.results.border_title = f"{title} · {order}" if count else title
        self._tell_state()
        self._show_preview()

    def on_seeking_counted(self, event: Seeking.Counted) -> None:
        self._counts, self._named = event.facets, event.named
        self.facets.show(event.facets, single_items(self.line.input.value) if self._fault is None else frozenset())
        self._tell_state()

    def on_seeking_waited(self, event: Seeking.Waited) -> None:
        self.results.border_title = _("searching …")

    def _tell_state(self) -> None:
        """What is wrong with what is typed; else the years, and what the search does not know yet."""
        self.state.set_class(self._fault is not None, "-wrong")
        if self._fault is not None:
            self.state.say(pointing_at(*self.line.pointer(self._fault), self._fault.message, self.size.width))
            return
        progress = self._archive.progress
        parts = [self._years()]
        if progress.waiting:
            template = _("{done} of {count} pages can be searched")
            parts.append(template.format(done=f"{progress.count - progress.waiting:,}", count=f"{progress.count:,}"))
        pages = self._archive.snapshot.pages
        asks = self.query_asked is not None and asks_for_names(self.query_asked)
        if self._counts is not None and self._named < pages and (self._named or asks):
            template = _("names of {named} of {pages} pages are known")
            parts.append(template.format(named=f"{self._named:,}", pages=f"{pages:,}"))
        if self.figured is not None and self.figured < pages:
            template = _("figures of {figured} of {pages} pages are known")
            parts.append(template.format(figured=f"{self.figured:,}", pages=f"{pages:,}"))
        self.state.say(f" {'   '.join(filter(None, parts))}")

    def _years(self) -> str:
        years = self._counts.years if self._counts else ()
        if len(years) < 2:
            return ""
        room = min(_YEARS, self.size.width // 2)
        return f"{years[0][0]} {sparks([count for _year, count in years], room)} {years[-1][0]}"

    def on_resize(self) -> None:
        self._tell_state()
        self._show_preview()

    # Moving.

    def on_descendant_focus(self) -> None:
        at_line = self.focused is self.line.input
        self.bar.serve(Scope.QUERY if at_line else Scope.SEARCH)
        self.refresh_bindings()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.bar.say("")
        if event.rows is self.results:
            self._show_preview()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_open_result()

    def action_to_results(self) -> None:
        if self.results.item_count():
            self.remember(self.line.input.value)
            self._enter(self.results if self.results.display else self.facets)

    def action_edit_query(self) -> None:
        self._enter(self.line.input)
        self.line.input.cursor_position = len(self.line.input.value)

    def action_select_query(self) -> None:
        self._enter(self.line.input)
        self.line.input.select_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        at_line = self.focused is self.line.input
        if action in ("close_query", "to_results"):
            return at_line
        if action in ("close", "down"):
            return not at_line
        return True
